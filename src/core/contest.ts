/**
 * How long a decision of moderation may be contested, in months (DSA, art. 20: at least six). For as long, what it was about
 * is kept for those who judge, and who reported is known.
 */
export const CONTEST_MONTHS = 6;

/** The same day and hour so many months away, or the last day of a month that has no such day: nobody loses one by it. */
function monthsFrom(moment: Date, months: number): Date {
  const there = new Date(moment);
  there.setUTCMonth(there.getUTCMonth() + months);
  if (there.getUTCDate() !== moment.getUTCDate()) there.setUTCDate(0);
  return there;
}

/** What was decided then or later may still be contested. */
export const contestableSince = (now: Date): Date => monthsFrom(now, -CONTEST_MONTHS);

/** Until when what was decided at this moment may be contested. */
export const contestableUntil = (decidedAt: Date): Date => monthsFrom(decidedAt, CONTEST_MONTHS);
