const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford base 32: no look-alikes

/** A new random identifier: 12 characters of base 32, 60 bits. Short enough to stand in a URL. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join("");
}

/** Whether a text coming from outside has the shape of `newId()`. */
export function isId(text: string): boolean {
  return /^[0-9a-hjkmnp-tv-z]{12}$/.test(text);
}
