import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icons.tsx";

const tones: Record<"info" | "success" | "warning" | "error", { box: string; sign: string; icon: IconName }> = {
  info: { box: "border-line-strong bg-card", sign: "text-ink-2", icon: "info" },
  success: { box: "border-transparent bg-pour-soft", sign: "text-ok", icon: "check" },
  warning: { box: "border-transparent bg-amber-soft", sign: "text-amber", icon: "warning" },
  error: { box: "border-rose-line bg-rose-soft", sign: "text-rose-strong", icon: "warning" },
};

/** A banner that says what happened and what to do. Give `role="alert"` or `"status"` when it appears after the page. */
export function Notice({
  tone = "info",
  title,
  children,
  action,
  role,
  className,
}: {
  tone?: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  role?: "alert" | "status";
  className?: string;
}) {
  const look = tones[tone];
  return (
    <div
      role={role}
      className={classNames("flex items-start gap-3 rounded-card border px-4 py-3.5", look.box, className)}
    >
      <Icon name={look.icon} size={20} className={classNames("mt-0.5 shrink-0", look.sign)} />
      <div className="grid min-w-0 flex-1 gap-1">
        {title !== undefined && <p className="font-[650]">{title}</p>}
        {children !== undefined && <div className="text-[0.96875rem] text-ink-2">{children}</div>}
        {action !== undefined && <div className="mt-1.5 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
