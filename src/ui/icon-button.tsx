import { Icon, type IconName } from "./icons.tsx";

/** A round button that is a sign alone, with its words for those who do not see it. `off`: it keeps the focus and does nothing. */
export function IconButton({
  icon,
  label,
  off = false,
  onClick,
}: {
  icon: IconName;
  label: string;
  off?: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      title={label}
      aria-disabled={off || undefined}
      onClick={() => !off && onClick()}
      className="grid size-11 shrink-0 place-items-center rounded-full text-ink-2 hover:bg-line/60 hover:text-ink aria-disabled:opacity-35"
    >
      <Icon name={icon} label={label} />
    </button>
  );
}
