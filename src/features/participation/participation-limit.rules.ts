/** Joining, leaving, answering: a phone in the street presses twice. */
export const signUpsOfAccount = { rule: { name: "sign-ups", points: 60, seconds: 60 }, by: "account" } as const;
/** A crowd is called over in a minute. */
export const attendanceOfAccount = { rule: { name: "attendance", points: 300, seconds: 60 }, by: "account" } as const;
