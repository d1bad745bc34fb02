/** A photo beside words, with the addresses of its two sizes (640 px and at most 1600 px wide). */
export type PhotoView = {
  id: string;
  /** What it shows, for those who do not see it; may be empty. */
  description: string;
  width: number;
  height: number;
  small: string;
  large: string;
};

/** Characters of what a photo shows. */
export const DESCRIPTION_MAX = 300;
/** What a photo may weigh, as its doors have it. */
export const PHOTO_BYTES = 5 * 1024 * 1024;
/** What a form proposes to choose among. */
export const PHOTO_KINDS = "image/jpeg,image/png,image/webp,image/avif,image/gif";
