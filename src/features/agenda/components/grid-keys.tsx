"use client";

import type { KeyboardEvent, ReactNode } from "react";

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Arrows go from day to day in a grid whose days are links marked `data-day`; Tab still reaches everything. */
export function GridKeys({ children }: { children: ReactNode }) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = steps[event.key];
    const days = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-day]")];
    const here = days.indexOf(event.target as HTMLElement);
    if (!step || here < 0) return;
    const there = days[here + step];
    if (!there) return;
    event.preventDefault();
    there.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the links inside are heard here
    <div onKeyDown={move}>{children}</div>
  );
}
