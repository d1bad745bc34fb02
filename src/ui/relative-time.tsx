import { fullMoment, relativeTime } from "@/core/french-dates.ts";

/** "il y a 4 min", with the full moment in Paris on hover and for machines. `now` is the clock's, never read here. */
export function RelativeTime({
  date,
  now,
  className,
}: {
  date: Date | string;
  now: Date | string;
  className?: string;
}) {
  const moment = new Date(date);
  return (
    <time dateTime={moment.toISOString()} title={fullMoment(moment)} className={className}>
      {relativeTime(moment, new Date(now))}
    </time>
  );
}
