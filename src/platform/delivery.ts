type Delivery = { code?: unknown; responseCode?: unknown; command?: unknown; unsent?: unknown };

/**
 * What became of a mail whose sending failed. "unsent": surely nothing left (the server was not reached, or said "later"),
 * so it may be tried again. "refused": the server said no, for good. "unknown": it may have arrived, and nobody gets two.
 */
export type Fate = "unsent" | "refused" | "unknown";

/** `unsent` on an error: not a byte of the message was given away. */
export function fateOf(error: unknown): Fate {
  const { code, responseCode, command, unsent } = (error ?? {}) as Delivery;
  if (typeof responseCode === "number" && responseCode >= 500 && (command === "RCPT TO" || command === "DATA"))
    return "refused"; // no such person, or no such message: elsewhere a 5xx says that we are set up wrong
  if (unsent === true) return "unsent";
  if (typeof responseCode === "number") return responseCode >= 400 && responseCode < 500 ? "unsent" : "refused";
  return code === "ECONNREFUSED" || code === "EDNS" || code === "EAUTH" ? "unsent" : "unknown";
}

/** Whether a failed delivery surely left nothing behind, and may be tried again. */
export const surelyNotDelivered = (error: unknown): boolean => fateOf(error) === "unsent";

/** A failure before anything was said to a mail server. */
export const notBegun = (cause: unknown): Error =>
  Object.assign(new Error("mail not begun", { cause }), { unsent: true });
