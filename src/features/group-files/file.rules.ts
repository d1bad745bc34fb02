export const PAGE_SIZE = 30;
/** How long a file that was taken away is kept for whoever has to judge it, days. */
export const KEPT_DAYS = 30;
