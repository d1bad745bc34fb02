import { emailKey } from "@/features/accounts/index.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

export const reportsOfAccount = { rule: { name: "reports", points: 20, seconds: DAY }, by: "account" } as const;
export const decisionsOfAccount = { rule: { name: "decisions", points: 120, seconds: HOUR }, by: "account" } as const;
export const appealsOfAccount = { rule: { name: "appeals", points: 20, seconds: DAY }, by: "account" } as const;

const toEmail = (name: string, points: number, seconds: number) =>
  ({ rule: { name, points, seconds }, by: "target", of: ({ email }: { email: string }) => emailKey(email) }) as const;

/** Each notice sends a mail: no more of them to one address than of other mails. */
export const noticeLimits = [
  { rule: { name: "notices-address", points: 20, seconds: HOUR }, by: "address" },
  toEmail("notices-email", 3, HOUR),
  toEmail("notices-email-day", 10, DAY),
] as const;
