const HOUR = 3600;

/** Attempts: what was really sent is counted by the commands themselves. */
export const writingToPlaces = { rule: { name: "inbox.write", points: 60, seconds: HOUR }, by: "account" } as const;
export const assigning = { rule: { name: "inbox.assign", points: 120, seconds: HOUR }, by: "account" } as const;
export const broadcasting = { rule: { name: "broadcast.send", points: 30, seconds: HOUR }, by: "account" } as const;
export const opposing = { rule: { name: "broadcast.oppose", points: 60, seconds: HOUR }, by: "account" } as const;
