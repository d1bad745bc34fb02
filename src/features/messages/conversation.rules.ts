/** People in one conversation, at most. */
export const PEOPLE_MAX = 50;
/** People added at once, at most. */
export const ADDED_MAX = 20;
export const NAME_MAX = 80;
/** Conversations on a page of the list. */
export const LIST_SIZE = 20;
/** Unread messages are counted up to here. */
export const UNREAD_MAX = 99;
/** Names that stand for a conversation without one. */
const NAMES_SHOWN = 3;

/** What stands in the place of a name once the account is erased. */
export const GONE = "Compte supprimé";

/** "Inès, Samir et Lou", "Inès, Samir, Lou et 4 autres": a conversation that nobody named, by who else is in it. */
export function namesTogether(names: readonly string[], count: number): string {
  const shown = names.slice(0, NAMES_SHOWN);
  const others = Math.max(count, names.length) - shown.length;
  if (shown.length === 0) return "Toi";
  if (others > 0) return `${shown.join(", ")} et ${others} ${others === 1 ? "autre" : "autres"}`;
  if (shown.length === 1) return shown[0] ?? "";
  return `${shown.slice(0, -1).join(", ")} et ${shown.at(-1)}`;
}
