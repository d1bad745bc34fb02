import { hashOfToken, linkToken } from "./link.rules.ts";

const HOUR_MS = 3_600_000;

/** How long somebody without an account has to confirm by her mail. */
export const UNCONFIRMED_MS = 48 * HOUR_MS;

/** How long after the end the name and the address of a guest are kept, then wiped. */
export const GUEST_KEPT_MS = 7 * 24 * HOUR_MS;

/** The link of her first mail; it no longer opens anything once it has confirmed. */
export const confirmToken = (guestId: string): string => linkToken("guest-confirm", guestId);

/** The link of every later mail: she changes and cancels by it. */
export const manageToken = (guestId: string): string => linkToken("guest-manage", guestId);

export const hashOfConfirm = (guestId: string) => hashOfToken(confirmToken(guestId));
export const hashOfManage = (guestId: string) => hashOfToken(manageToken(guestId));

/** What stands where the address was, once it is wiped. No mail leaves for it. */
export const wipedAddress = (guestId: string): string => `${guestId}@invalid`;
export const WIPED_NAME = "Invité·e";
