import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { resembling } from "./directory.rules.ts";

const FRESH_MS = 30 * 60_000;
/** What was looked for in vain is looked for in a newer list, but not at every request. */
const RETRY_MS = 20_000;
const WORDS_MAX = 300_000;

let known: { words: Promise<string[]>; at: number } | null = null;

/**
 * The words of members' names that a slip of the hand makes of each of these: an index compares a handful of real words
 * much faster than every spelling that one slip may give. The list is this process's own, half an hour old at most, and never
 * leaves it: who bears a name, and who may know, is asked of each member.
 */
export async function findResembling(words: readonly string[]): Promise<string[][]> {
  const among = async (age: number) => {
    const all = await nameWordsOf(age);
    return words.map((word) => resembling(all, word));
  };
  const found = await among(FRESH_MS);
  return found.every((one) => one.length > 0) ? found : among(RETRY_MS);
}

function nameWordsOf(age: number): Promise<string[]> {
  const now = clock.now().getTime();
  if (known && now - known.at < age) return known.words;
  const words = readRows<{ word: string }>(
    sql`select distinct w as word from member m, unnest(string_to_array(m.folded_name, ' ')) w
      where m.erased_at is null and w ~ '^[[:alnum:]]{3,}$' limit ${WORDS_MAX}`,
  ).then((rows) => rows.map(({ word }) => word));
  words.catch(() => {
    known = null;
  });
  known = { words, at: now };
  return words;
}
