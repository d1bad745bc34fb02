/** Photos of a post. */
export const PHOTOS_MAX = 10;
/** How long a photo or a video that nobody published is kept, and those of a post that was taken away, milliseconds. */
export const ON_ITS_WAY_MS = 24 * 3_600_000;
export const AFTER_REMOVAL_MS = 29 * ON_ITS_WAY_MS;
