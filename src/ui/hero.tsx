import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** The opening of a public page: a big title, what it is about, what to do, and a picture. */
export function Hero({
  eyebrow,
  title,
  lede,
  actions,
  note,
  illustration,
  className,
}: {
  eyebrow?: ReactNode;
  title: ReactNode;
  lede: ReactNode;
  actions: ReactNode;
  /** A quiet line under the actions. */
  note?: ReactNode;
  illustration: ReactNode;
  className?: string;
}) {
  return (
    <section className={classNames("grid items-center gap-9 md:grid-cols-[1.15fr_1fr] md:gap-12 lg:gap-20", className)}>
      <div>
        {eyebrow !== undefined && (
          <p className="mb-4 flex flex-wrap items-center gap-2.5 text-[0.9375rem] font-[560] text-ink-2">{eyebrow}</p>
        )}
        <h1 className="text-hero font-[780] tracking-[-0.025em]">{title}</h1>
        <p className="mt-5 max-w-[46ch] text-lede text-ink-2">{lede}</p>
        <div className="mt-7 flex flex-wrap gap-3">{actions}</div>
        {note !== undefined && <p className="mt-4 text-note text-ink-3">{note}</p>}
      </div>
      {/* On a phone the upper half of the picture is enough. */}
      <div className="max-md:aspect-[472/232] max-md:overflow-hidden">{illustration}</div>
    </section>
  );
}
