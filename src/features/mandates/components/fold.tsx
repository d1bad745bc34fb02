import type { ReactNode } from "react";
import { buttonClasses } from "@/ui/button.tsx";
import { Icon } from "@/ui/icons.tsx";

/** A form that waits behind its name: a native details, so that it opens without JavaScript. */
export function Fold({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details className="group/fold w-full">
      <summary className={`${buttonClasses({ variant: "quiet", size: "compact" })} list-none`}>
        {label}
        <Icon name="down" size={16} className="transition-transform group-open/fold:rotate-180" />
      </summary>
      <div className="mt-3 border-l-[3px] border-line pl-4">{children}</div>
    </details>
  );
}
