"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./button.tsx";
import { classNames } from "./class-names.ts";

/** A button that first says what will happen, and only then offers to do it: a native details, so without JavaScript too. */
export function Confirmed({
  label,
  variant = "primary",
  size,
  closesOn,
  className,
  children,
}: {
  label: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Closes again when this changes: it has been done. */
  closesOn?: string;
  className?: string;
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const known = useRef(closesOn);
  useEffect(() => {
    if (known.current === closesOn || !details.current) return;
    known.current = closesOn;
    details.current.open = false;
    details.current.querySelector("summary")?.focus();
  }, [closesOn]);
  return (
    <details ref={details} className={classNames("group/confirm", className)}>
      <summary
        className={classNames(
          buttonClasses({ variant, ...(size && { size }) }),
          "group-open/confirm:border-control! group-open/confirm:bg-transparent! group-open/confirm:text-ink-2!",
        )}
      >
        <span className="group-open/confirm:hidden">{label}</span>
        <span className="hidden group-open/confirm:inline">Pas maintenant</span>
      </summary>
      <div className="mt-3 grid animate-arrive justify-items-start gap-4 rounded-card border border-line-strong bg-sunken px-4 py-4 sm:px-5">
        {children}
      </div>
    </details>
  );
}
