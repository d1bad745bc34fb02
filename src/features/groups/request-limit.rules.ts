const HOUR = 3600;
const DAY = 24 * HOUR;

export const groupRequestsOfAccount = {
  rule: { name: "group-requests", points: 20, seconds: DAY },
  by: "account",
} as const;
/** Answers, cancellations, withdrawals: small changes about one's own groups. */
export const entryChanges = {
  rule: { name: "group-entry-changes", points: 120, seconds: HOUR },
  by: "account",
} as const;
/** Each writes to somebody. */
export const groupInvitationsOfAccount = {
  rule: { name: "group-invitations", points: 50, seconds: DAY },
  by: "account",
} as const;
/** From whomever they come. */
export const groupInvitationsOfMember = {
  rule: { name: "group-invitations-to-member", points: 10, seconds: DAY },
  by: "target",
  of: ({ memberId }: { memberId: string }) => memberId,
} as const;
export const linksOfAccount = { rule: { name: "group-links", points: 20, seconds: DAY }, by: "account" } as const;
/** 128 bits cannot be guessed at any pace; this keeps the noise down. */
export const linkJoins = { rule: { name: "group-link-joins", points: 60, seconds: HOUR }, by: "account" } as const;
