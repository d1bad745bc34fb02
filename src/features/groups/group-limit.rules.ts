/** Groups that one account forms. */
export const groupsOfAccount = { rule: { name: "group.create", points: 3, seconds: 86_400 }, by: "account" } as const;
/** Joining, following, leaving. */
export const comings = { rule: { name: "group.coming", points: 60, seconds: 3600 }, by: "account" } as const;
/** What keeps a group: its words, its picture, who does what. */
export const keeping = { rule: { name: "group.keeping", points: 120, seconds: 3600 }, by: "account" } as const;
/** Visits of the national level. */
export const visitsOfAccount = { rule: { name: "group.visit", points: 30, seconds: 86_400 }, by: "account" } as const;
