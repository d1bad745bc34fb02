export const feedsOfAccount = {
  rule: { name: "calendar-feeds", points: 20, seconds: 24 * 3600 },
  by: "account",
} as const;
/** Calendars ask a few times a day; a whole office of them may stand behind one address. */
export const feedReads = { name: "calendar-feed-reads", points: 300, seconds: 600 };
