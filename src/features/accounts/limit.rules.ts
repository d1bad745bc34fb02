import type { LimitRule } from "@/platform/limits.ts";
import { emailKey } from "./code.rules.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 40 an hour, so that a meeting behind one address can sign up together. */
export const signUpsFromAddress = {
  rule: { name: "sign-up-address", points: 40, seconds: HOUR },
  by: "address",
} as const;

const target = (rule: LimitRule) =>
  ({ rule, by: "target", of: (input: { email: string }) => emailKey(input.email) }) as const;

export const signUpsToEmail = target({ name: "sign-up-email", points: 3, seconds: HOUR });

/** Of all codes together, whatever they are for. */
export const codesToEmail = [
  target({ name: "codes-hour", points: 6, seconds: HOUR }),
  target({ name: "codes-day", points: 15, seconds: DAY }),
] as const;

export const codeRequestsFromAddress = {
  rule: { name: "codes-address", points: 120, seconds: HOUR },
  by: "address",
} as const;

/** Tries of codes; each code also has its own five. */
export const codeTriesFromAddress = {
  rule: { name: "code-tries-address", points: 300, seconds: HOUR },
  by: "address",
} as const;

/** Password sign-ins: from one address, and for one account whatever the address (codes still open it). */
export const passwordTries = [
  { rule: { name: "password-address", points: 100, seconds: 15 * MINUTE }, by: "address" },
  target({ name: "password-account", points: 50, seconds: HOUR }),
] as const;

/** Failures of one account from one address: five in a quarter of an hour, then ever longer waits. */
export const passwordFailures: readonly LimitRule[] = [
  { name: "password-failures-1", points: 5, seconds: 15 * MINUTE },
  { name: "password-failures-2", points: 10, seconds: HOUR },
  { name: "password-failures-3", points: 15, seconds: 6 * HOUR },
  { name: "password-failures-4", points: 20, seconds: DAY },
];

/** Acts that ask again for the password. */
export const provenActs = { rule: { name: "proven-acts", points: 10, seconds: HOUR }, by: "account" } as const;

const secondCodes = [
  { name: "second-codes-hour", points: 20, seconds: HOUR },
  { name: "second-codes-day", points: 60, seconds: DAY },
] as const;

/** Second codes of one member, whatever the session; each session also has its own five. */
export const secondCodesOfMember = secondCodes.map(
  (rule) => ({ rule, by: "target", of: ({ memberId }: { memberId: string }) => memberId }) as const,
);
/** The same, for a member who is signed in. */
export const secondCodeTries = secondCodes.map((rule) => ({ rule, by: "account" }) as const);

/** Few a season: a new section shows itself to whoever moves there. */
export const movesOfAccount = [
  { rule: { name: "moves", points: 5, seconds: DAY }, by: "account" },
  { rule: { name: "moves-season", points: 10, seconds: 90 * DAY }, by: "account" },
] as const;

/** Small changes of one's own account. */
export const accountChanges = { rule: { name: "account-changes", points: 60, seconds: HOUR }, by: "account" } as const;
