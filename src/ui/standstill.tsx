import type { ReactNode } from "react";

/** A page that cannot be shown: a drawing, what happened, what to do. */
export function Standstill({
  illustration,
  title,
  actions,
  note,
  children,
}: {
  illustration: ReactNode;
  title: ReactNode;
  actions: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto grid max-w-lg justify-items-center gap-3 py-10 text-center md:py-16">
      <div className="mb-4 w-48">{illustration}</div>
      <h1 className="text-title font-[750]">{title}</h1>
      <p className="text-lede text-ink-2">{children}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-3">{actions}</div>
      {note !== undefined && <p className="mt-5 text-note text-ink-3">{note}</p>}
    </div>
  );
}
