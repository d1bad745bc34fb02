import type { ReactNode } from "react";

/** People one under another in one card, a thin line between them. */
export function Rows({ children }: { children: ReactNode }) {
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-card [&>li]:px-4 [&>li]:py-4 sm:[&>li]:px-5">
      {children}
    </ul>
  );
}
