type Delivery = { code?: unknown; responseCode?: unknown; command?: unknown };

/**
 * Whether a failed delivery surely left nothing behind: the server was not reached, or refused with a word.
 * Anything else (silence after the message) may have arrived, and nobody gets two.
 */
export function surelyNotDelivered(error: unknown): boolean {
  const { code, responseCode, command } = (error ?? {}) as Delivery;
  if (typeof responseCode === "number") return responseCode >= 400 && responseCode < 500;
  return code === "ECONNREFUSED" || code === "EDNS" || code === "EAUTH" || (code === "ESOCKET" && command === "CONN");
}
