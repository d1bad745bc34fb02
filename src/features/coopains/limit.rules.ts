const HOUR = 3600;
const DAY = 24 * HOUR;

export const requestsOfAccount = {
  rule: { name: "coopain-requests", points: 20, seconds: DAY },
  by: "account",
} as const;
/** Answers, cancellations, blocks: small changes among one's own ties. */
export const changesOfAccount = {
  rule: { name: "coopain-changes", points: 120, seconds: HOUR },
  by: "account",
} as const;
export const invitationsOfAccount = { rule: { name: "invitations", points: 10, seconds: DAY }, by: "account" } as const;
export const linkRenewals = { rule: { name: "invitation-links", points: 10, seconds: DAY }, by: "account" } as const;
/** A meeting types its codes behind one address; 46 bits cannot be guessed at this pace. */
export const paperCodesFromAddress = {
  rule: { name: "paper-codes-address", points: 120, seconds: HOUR },
  by: "address",
} as const;
export const invitationsFollowedFromAddress = {
  rule: { name: "invitations-followed-address", points: 120, seconds: HOUR },
  by: "address",
} as const;
