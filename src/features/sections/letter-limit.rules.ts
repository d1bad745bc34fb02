const HOUR = 3600;

/** Attempts: letters that were really sent are counted by the command itself. */
export const lettersOfAccount = { rule: { name: "letters", points: 30, seconds: HOUR }, by: "account" } as const;
export const answersOfAccount = { rule: { name: "letter-answers", points: 60, seconds: HOUR }, by: "account" } as const;
