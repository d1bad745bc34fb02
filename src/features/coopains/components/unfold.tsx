import type { ReactNode } from "react";
import { type ButtonVariant, buttonClasses } from "@/ui/button.tsx";

/** A button that first unfolds what it would do: a native details, so without JavaScript too. */
export function Unfold({
  label,
  about,
  variant = "quiet",
  compact = false,
  children,
}: {
  label: string;
  /** Whom it is about, for those who hear the page. */
  about?: string;
  variant?: ButtonVariant;
  compact?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="group/unfold open:basis-full">
      <summary className={`${buttonClasses({ variant, size: compact ? "compact" : "regular" })} cursor-pointer`}>
        <span className="group-open/unfold:hidden">
          {label}
          {about && <span className="sr-only"> {about}</span>}
        </span>
        <span className="hidden group-open/unfold:inline">Pas maintenant</span>
      </summary>
      <div className="mt-3 grid w-full max-w-xl animate-arrive justify-items-start gap-4 rounded-card border border-line-strong bg-sunken px-4 py-4 sm:px-5">
        {children}
      </div>
    </details>
  );
}
