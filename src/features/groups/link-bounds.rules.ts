/** How many may come in by one link, and how long it lasts, days. */
export const USES_MAX = 1000;
export const LINK_DAYS_MAX = 30;
/** Links of one group that let in at the same time. */
export const LINKS_MAX = 20;
