const parts = new Map<string, Intl.DateTimeFormat>();

function partOf(date: Date, zone: string, part: "weekday" | "day" | "month"): string {
  const key = `${zone} ${part}`;
  const made =
    parts.get(key) ??
    new Intl.DateTimeFormat("fr-FR", { timeZone: zone, [part]: part === "day" ? "numeric" : "short" });
  parts.set(key, made);
  return made.format(date);
}

/** The day as a leaf of a calendar; who listens hears it in the line of hours. */
export function DateBlock({ at, zone, cancelled }: { at: number; zone: string; cancelled?: boolean }) {
  const date = new Date(at);
  return (
    <div
      aria-hidden="true"
      className={`h-fit w-15.5 shrink-0 rounded-xl py-2 text-center leading-tight ${cancelled ? "bg-sunken text-ink-3 line-through" : "bg-rose-soft text-rose-strong"}`}
    >
      <span className="block text-[0.8125rem] font-[650]">{partOf(date, zone, "weekday")}</span>
      <span className="block font-display text-[1.6875rem] leading-none font-[780]">{partOf(date, zone, "day")}</span>
      <span className="block text-[0.8125rem] font-[650]">{partOf(date, zone, "month")}</span>
    </div>
  );
}
