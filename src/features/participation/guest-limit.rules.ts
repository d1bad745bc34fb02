import { emailKey } from "@/features/accounts/index.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

const toEmail = (name: string, points: number, seconds: number) =>
  ({ rule: { name, points, seconds }, by: "target", of: ({ email }: { email: string }) => emailKey(email) }) as const;

/** As sign-up: a market stall signs people up behind one address; each asking sends a mail. */
export const guestLimits = [
  { rule: { name: "guests-address", points: 40, seconds: HOUR }, by: "address" },
  toEmail("guests-email", 3, HOUR),
  toEmail("guests-email-day", 10, DAY),
] as const;

/** What is done by a link: 130 bits cannot be guessed at this pace. */
export const linksFromAddress = {
  rule: { name: "event-links-address", points: 240, seconds: HOUR },
  by: "address",
} as const;
