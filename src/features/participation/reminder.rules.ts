const HOUR_MS = 3_600_000;

/**
 * The mail of the day before leaves between these, and at a decent hour where the event is. Together they leave no hour of
 * the night out: what begins at 2 h is told of until 10 h the day before.
 */
export const DAY_BEFORE = { earliestMs: 30 * HOUR_MS, latestMs: 16 * HOUR_MS } as const;
export const DECENT_HOURS = { from: 9, to: 20 } as const;

/** The other one leaves two hours before. */
export const HOURS_BEFORE_MS = 2 * HOUR_MS;

/** Reminders claimed in one statement, at most. */
export const REMINDED_AT_ONCE = 500;
