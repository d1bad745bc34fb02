import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icons.tsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "regular" | "compact" | "large";

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Takes the whole width of its column. */
  wide?: boolean;
  icon?: IconName;
  /** After the words, for "continue" and the like. */
  trailingIcon?: IconName;
}

const variants: Record<ButtonVariant, string> = {
  primary: "bg-rose text-on-rose border-transparent hover:bg-rose-strong",
  secondary: "bg-card text-ink border-control hover:border-ink hover:bg-sunken",
  quiet: "bg-transparent text-ink-2 border-transparent hover:bg-line/60 hover:text-ink",
  danger: "bg-rose-soft text-rose-strong border-rose-line hover:bg-rose hover:text-on-rose hover:border-rose",
};

const sizes: Record<ButtonSize, string> = {
  regular: "min-h-11 px-5.5 text-[0.96875rem]",
  compact: "min-h-9 px-4 text-note pointer-coarse:min-h-11",
  large: "min-h-13 px-7 text-[1.0625rem]",
};

/** The classes of a button, for the rare element that is neither a button nor a link. */
export function buttonClasses({ variant = "primary", size = "regular", wide }: Look): string {
  return classNames(
    "inline-flex items-center justify-center gap-2 rounded-full border-[1.5px] py-2 text-center leading-tight font-[650] no-underline select-none",
    "transition-[background-color,border-color,color,transform] duration-150 active:scale-[0.98]",
    "disabled:opacity-50 aria-disabled:active:scale-100",
    variants[variant],
    sizes[size],
    wide && "w-full",
  );
}

function Waiting() {
  return (
    <span aria-hidden="true" className="inline-flex gap-1">
      <i className="size-1.5 animate-wait rounded-full bg-current" />
      <i className="size-1.5 animate-wait rounded-full bg-current [animation-delay:150ms]" />
      <i className="size-1.5 animate-wait rounded-full bg-current [animation-delay:300ms]" />
    </span>
  );
}

function Content({ icon, trailingIcon, children }: Look & { children: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} size={18} className="-ml-1 shrink-0" />}
      {children}
      {trailingIcon && <Icon name={trailingIcon} size={18} className="-mr-1 shrink-0" />}
    </>
  );
}

export type ButtonProps = Look & { pending?: boolean } & ComponentProps<"button">;

/** A button; while `pending` it keeps its words and focus, says that it is busy, and looks it. */
export function Button({
  variant,
  size,
  wide,
  icon,
  trailingIcon,
  pending,
  className,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      className={classNames(buttonClasses({ variant, size, wide }), className)}
      {...rest}
    >
      <Content icon={pending ? undefined : icon} trailingIcon={pending ? undefined : trailingIcon}>
        {children}
        {pending && <Waiting />}
      </Content>
    </button>
  );
}

/** A link that looks like a button, for going somewhere. Pages are dynamic, so nothing is fetched ahead. */
export function ButtonLink({
  variant,
  size,
  wide,
  icon,
  trailingIcon,
  className,
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} className={classNames(buttonClasses({ variant, size, wide }), className)} {...rest}>
      <Content icon={icon} trailingIcon={trailingIcon}>
        {children}
      </Content>
    </Link>
  );
}
