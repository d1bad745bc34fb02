const HOUR = 3600;
const DAY = 24 * HOUR;

/** Each is a mail to everybody who comes. */
export const announcementsOfEvent = {
  rule: { name: "event-announcements", points: 5, seconds: DAY },
  by: "target",
  of: ({ eventId }: { eventId: string }) => eventId,
} as const;
export const questionsOfAccount = {
  rule: { name: "event-questions", points: 10, seconds: HOUR },
  by: "account",
} as const;
/** Answers are mails; hiding is not, and goes by the same count. */
export const answersOfAccount = { rule: { name: "event-answers", points: 60, seconds: HOUR }, by: "account" } as const;
