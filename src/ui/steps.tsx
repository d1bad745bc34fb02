import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** A few steps in their order, each a number, a title and a sentence. */
export function Steps({
  steps,
  className,
}: {
  steps: readonly { title: ReactNode; text: ReactNode }[];
  className?: string;
}) {
  return (
    <ol
      className={classNames(
        "grid gap-px overflow-hidden rounded-card border border-line bg-line md:auto-cols-fr md:grid-flow-col",
        className,
      )}
    >
      {steps.map((step, index) => (
        <li key={index} className="flex gap-4 bg-card px-5 py-5 md:flex-col md:gap-3 md:px-6 md:py-7">
          <span
            aria-hidden="true"
            className="w-7 shrink-0 font-display text-3xl leading-none font-[760] text-rose tabular-nums"
          >
            {index + 1}
          </span>
          <div>
            <h3 className="text-xl">{step.title}</h3>
            <p className="mt-1.5 text-ink-2">{step.text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
