/** Where somebody wanted to go before she was asked to sign in: a path of ours, never another site's. Null otherwise. */
export function ownPath(text: unknown): string | null {
  if (typeof text !== "string" || text.length > 300) return null;
  // One slash first, then what URLs are made of: no backslash and no control character, which browsers mend into "//".
  return /^\/(?!\/)[\w\-.~%/?=&+#:@!$'()*,;]*$/.test(text) ? text : null;
}
