/** The longest offer, and the longest answer to one. */
export const VOLUNTEER_MAX = 1000;
export const VOLUNTEER_ANSWER_MAX = 1000;
