import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** Nothing here yet: a drawing, what will come, and the next thing to do. */
export function EmptyState({
  illustration,
  title,
  action,
  className,
  children,
}: {
  illustration?: ReactNode;
  title: ReactNode;
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
}) {
  return (
    <div
      className={classNames(
        "grid justify-items-center gap-2 rounded-card border border-dashed border-line-strong px-5 py-9 text-center",
        className,
      )}
    >
      {illustration !== undefined && <div className="mb-2 w-36">{illustration}</div>}
      <p className="font-display text-xl font-[720] tracking-tight text-balance">{title}</p>
      {children !== undefined && <div className="max-w-[44ch] text-ink-2">{children}</div>}
      {action !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2.5">{action}</div>}
    </div>
  );
}
