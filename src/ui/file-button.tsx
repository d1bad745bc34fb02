import type { ChangeEvent } from "react";
import { buttonClasses } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icons.tsx";

/** Chooses files: a file field that looks like a quiet button. What was chosen is handed on, and the field is empty again. */
export function FileButton({
  icon,
  children,
  accept,
  multiple = false,
  brief = false,
  signOnly = false,
  camera = false,
  onChoose,
}: {
  icon: IconName;
  children: string;
  accept: string;
  multiple?: boolean;
  /** On a telephone, its sign alone is seen. */
  brief?: boolean;
  /** Everywhere its sign alone is seen; its words are for those who do not see it. */
  signOnly?: boolean;
  /** Opens the camera rather than what was kept, on what has one; elsewhere there is no such button. */
  camera?: boolean;
  onChoose: (files: File[]) => void;
}) {
  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const files = [...(event.target.files ?? [])];
    event.target.value = ""; // the same file may be chosen again
    if (files.length > 0) onChoose(files);
  }
  return (
    <label
      title={signOnly ? children : undefined}
      className={classNames(
        buttonClasses({ variant: "quiet", size: "compact" }),
        "relative -ml-1 px-3! outline-ink has-[:focus-visible]:outline-[2.5px]",
        signOnly && "size-11 min-h-11! px-0!",
        camera && "pointer-fine:hidden",
      )}
    >
      <Icon name={icon} size={20} className="shrink-0" />
      <span className={signOnly ? "sr-only" : brief ? "max-sm:sr-only" : undefined}>{children}</span>
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        capture={camera ? "environment" : undefined}
        onChange={choose}
        className="sr-only"
      />
    </label>
  );
}
