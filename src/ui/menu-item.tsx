import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icons.tsx";

const line =
  "flex min-h-11 w-full items-center gap-3 rounded-control px-3 text-left text-[0.96875rem] font-semibold text-ink no-underline hover:bg-sunken";

/** A link in a Menu. */
export function MenuLink({ icon, className, children, ...rest }: { icon?: IconName } & ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} className={classNames(line, className)} {...rest}>
      {icon && <Icon name={icon} size={18} className="shrink-0 text-ink-3" />}
      {children}
    </Link>
  );
}

/** A button in a Menu; `type="submit"` inside a form to send it. */
export function MenuButton({
  icon,
  className,
  children,
  type = "button",
  ...rest
}: { icon?: IconName } & ComponentProps<"button">) {
  return (
    <button type={type} className={classNames(line, className)} {...rest}>
      {icon && <Icon name={icon} size={18} className="shrink-0 text-ink-3" />}
      {children}
    </button>
  );
}
