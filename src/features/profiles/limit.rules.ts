/** Changes of one's own profile. */
export const profileChanges = { rule: { name: "profile-changes", points: 120, seconds: 3600 }, by: "account" } as const;
