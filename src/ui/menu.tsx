"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { classNames } from "./class-names.ts";

/** A native details that opens a small sheet; works without JavaScript, which only adds closing on Escape, on a click elsewhere and on leaving. */
export function Menu({
  label,
  summary,
  align = "end",
  className,
  panelClassName,
  onOpen,
  children,
}: {
  /** Read by screen readers in front of the summary. */
  label: string;
  summary: ReactNode;
  align?: "start" | "end";
  className?: string;
  panelClassName?: string;
  onOpen?: () => void;
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const path = usePathname();
  const [above, setAbove] = useState(false);

  /** Where there is no room left under it, in the screen or in what scrolls around it, it opens above. */
  function place(): void {
    const menu = details.current;
    const sheet = menu?.lastElementChild;
    if (!menu?.open || !sheet) return;
    const around = menu.closest("[data-scrolls]")?.getBoundingClientRect();
    const { top, bottom } = menu.getBoundingClientRect();
    const needed = sheet.getBoundingClientRect().height + 12;
    const below = Math.min(around?.bottom ?? innerHeight, innerHeight) - bottom;
    setAbove(below < needed && top - Math.max(around?.top ?? 0, 0) > needed);
  }

  // A new page closes the menu.
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [path]);

  useEffect(() => {
    const close = (event: Event) => {
      const menu = details.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        menu.open = false;
        menu.querySelector("summary")?.focus();
      } else if (event.target instanceof Node && !menu.contains(event.target)) {
        menu.open = false;
      }
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, []);

  function toggled(): void {
    place();
    if (details.current?.open) onOpen?.();
  }

  return (
    <details ref={details} onToggle={toggled} className={classNames("group relative", className)}>
      <summary className="flex min-h-11 items-center gap-3 rounded-full select-none">
        <span className="sr-only">{label}</span>
        {summary}
      </summary>
      <div
        className={classNames(
          "absolute z-30 my-2 grid min-w-60 animate-arrive gap-0.5 rounded-card border border-line-strong bg-card p-1.5",
          align === "end" ? "right-0" : "left-0",
          above && "bottom-full",
          panelClassName,
        )}
      >
        {children}
      </div>
    </details>
  );
}
