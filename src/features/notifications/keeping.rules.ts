/** How long a notice stays once read, and when it never was, in days. The privacy page says them. */
export const KEPT_READ_DAYS = 90;
export const KEPT_UNREAD_DAYS = 365;
