import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** The head of a page: a line above, the title, what it is about, what one can do. */
export function PageHeader({
  eyebrow,
  title,
  lede,
  actions,
  className,
}: {
  eyebrow?: ReactNode;
  title: ReactNode;
  lede?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <header className={classNames("mb-7 md:mb-9", className)}>
      {eyebrow !== undefined && (
        <div className="mb-3 flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-[0.90625rem] font-[560] text-ink-2">
          {eyebrow}
        </div>
      )}
      <h1 className="max-w-[21ch] text-title font-[750]">{title}</h1>
      {lede !== undefined && <p className="mt-3 max-w-[62ch] text-lede text-ink-2">{lede}</p>}
      {actions !== undefined && <div className="mt-5 flex flex-wrap gap-2.5">{actions}</div>}
    </header>
  );
}
