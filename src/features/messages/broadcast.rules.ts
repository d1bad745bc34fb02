/** Words to all members of a place, in characters. */
export const BROADCAST_MIN = 20;
export const BROADCAST_MAX = 5000;
/** Members in one transaction: of what is carried to them, and of what moderation decided on it. */
export const CARRIED_AT_ONCE = 500;
/** How long one run of the job carries before it asks for another, in ms: far under what a job may take. */
export const CARRYING_MS = 20_000;
