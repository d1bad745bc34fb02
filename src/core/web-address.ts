const MAX_LENGTH = 1_000;
/** What no address holds once written out: spaces, control and invisible signs, backslashes, quotes, brackets. */
const NEVER = /[\s\p{C}\\"'<>^`{|}]/u;
const WEB = /^https?:\/\/[^/?#@:]/i;
const MAIL = /^mailto:[a-z0-9.!#$%&*+/=?_~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/i;

/**
 * An address that a text may link to, written out in full (hosts in ASCII), or null: http, https or mailto only,
 * absolute, without credentials, one recipient and no headers.
 */
export function webAddress(text: string): string | null {
  if (text.length > MAX_LENGTH || NEVER.test(text)) return null;
  if (MAIL.test(text) && !text.includes("?")) return `mailto:${text.slice("mailto:".length)}`;
  if (!WEB.test(text)) return null;
  const url = URL.parse(text);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  return url.hostname && !url.username && !url.password && !NEVER.test(url.href) ? url.href : null;
}
