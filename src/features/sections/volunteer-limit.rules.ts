const HOUR = 3600;

export const volunteersOfAccount = {
  rule: { name: "volunteers", points: 5, seconds: 24 * HOUR },
  by: "account",
} as const;
/** Answers to volunteers: each is a mail. */
export const volunteerAnswers = {
  rule: { name: "volunteer-answers", points: 60, seconds: HOUR },
  by: "account",
} as const;
