const HOUR = 3600;
const DAY = 24 * HOUR;

/** Assigning, marking, proposing, deciding: a busy evening at the desk. */
export const deskActs = { rule: { name: "desk-acts", points: 240, seconds: HOUR }, by: "account" } as const;

/** Words of welcome: each is a mail. */
export const welcomesOfAccount = { rule: { name: "welcomes", points: 30, seconds: HOUR }, by: "account" } as const;
/** To one newcomer, whoever writes. Counted of those who may: anybody else could use it up. */
export const welcomesToMember = { name: "welcomes-to", points: 5, seconds: DAY } as const;

/** One mail an hour about newcomers to one leader. */
export const newcomerMails = { name: "newcomer-mails", points: 1, seconds: HOUR } as const;
