import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { spellingsOf } from "./directory.rules.ts";

const FRESH_MS = 10 * 60_000;
/** What was looked for in vain is looked for in newer lists, but not at every request. */
const RETRY_MS = 20_000;
const LABELS_MAX = 20_000;

const columns = { skills: sql`p.skills`, interests: sql`p.interests` };
export type LabelField = keyof typeof columns;

const known = new Map<LabelField, { labels: Promise<string[]>; at: number }>();

/**
 * The spellings in use of a skill or an interest ("graphisme" → "Graphisme", "graphisme web"): an index finds whole
 * labels only. The list of labels is this process's own, minutes old at most, and never leaves it: whether a label
 * reaches the reader is asked of each profile.
 */
export async function findSpellings(field: LabelField, asked: string): Promise<string[]> {
  const found = spellingsOf(await labelsOf(field, FRESH_MS), asked);
  return found.length > 0 ? found : spellingsOf(await labelsOf(field, RETRY_MS), asked);
}

function labelsOf(field: LabelField, age: number): Promise<string[]> {
  const now = clock.now().getTime();
  const held = known.get(field);
  if (held && now - held.at < age) return held.labels;
  const labels = readRows<{ label: string }>(
    sql`select distinct unnest(${columns[field]}) as label from profile p limit ${LABELS_MAX}`,
  ).then((rows) => rows.map(({ label }) => label));
  labels.catch(() => known.delete(field));
  known.set(field, { labels, at: now });
  return labels;
}
