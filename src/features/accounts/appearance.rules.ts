export const APPEARANCES = ["systeme", "clair", "sombre"] as const;

/** How her screens look: as her device does, or always light or dark. */
export type Appearance = (typeof APPEARANCES)[number];

/** The cookie that remembers it, in this browser alone. */
export const APPEARANCE_COOKIE = "coopol-theme";
export const APPEARANCE_SECONDS = 365 * 24 * 3600;

/** The appearance of a cookie's value; anything unknown is the device's. */
export const appearanceOf = (value: string | undefined): Appearance =>
  APPEARANCES.find((appearance) => appearance === value) ?? "systeme";
