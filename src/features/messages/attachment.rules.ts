/** Photos and files of a message. */
export const PHOTOS_MAX = 10;
export const FILES_MAX = 5;
/** How long a photo or a file that went with no message is kept, milliseconds. */
export const ON_ITS_WAY_MS = 24 * 3_600_000;
