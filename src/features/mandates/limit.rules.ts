const HOUR = 3600;
const DAY = 24 * HOUR;

/** Giving, ending, handing over, nominating: by account. */
export const mandateActs = { rule: { name: "mandate-acts", points: 60, seconds: HOUR }, by: "account" } as const;

/** Contact data read by one person of the staff. */
export const contactViews = { rule: { name: "contact-views", points: 60, seconds: DAY }, by: "account" } as const;

/** Handovers proposed by one holder: each writes to several people. */
export const handoverProposals = { rule: { name: "handovers", points: 10, seconds: DAY }, by: "account" } as const;

/** Members searched from the console. */
export const memberSearches = { name: "console-search", points: 60, seconds: 60 } as const;
