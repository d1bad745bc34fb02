const HOUR = 3600;
const DAY = 24 * HOUR;

/** Organisers, items, sections, contacts: by account. */
export const preparations = {
  rule: { name: "event-preparations", points: 120, seconds: HOUR },
  by: "account",
} as const;
/** Each writes to somebody. */
export const eventInvitations = {
  rule: { name: "event-invitations", points: 100, seconds: DAY },
  by: "account",
} as const;
/** Requests to other sections, to contacts: each writes to somebody. */
export const eventRequests = { rule: { name: "event-requests", points: 30, seconds: DAY }, by: "account" } as const;
/** What participants may be told of: an event changed over and over would write to them as often. */
export const changesOfEvent = {
  rule: { name: "event-changes", points: 20, seconds: DAY },
  by: "target",
  of: ({ eventId }: { eventId: string }) => eventId,
} as const;
/** What one person writes to another about events. */
export const requestsToMember = { name: "event-requests-to-member", points: 5, seconds: DAY } as const;
/** "J’apporte", "finalement non". */
export const itemClaims = { rule: { name: "event-item-claims", points: 60, seconds: HOUR }, by: "account" } as const;
/** Making an event repeat, cutting and ending series. */
export const seriesActs = { rule: { name: "event-series", points: 20, seconds: HOUR }, by: "account" } as const;
/** A telephone that staff read from above. */
export const phoneReadings = { rule: { name: "event-phones", points: 60, seconds: DAY }, by: "account" } as const;
