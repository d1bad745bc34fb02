import { clock } from "./clock.ts";
import { isContested } from "./contested.ts";
import { db, sql, type Tx } from "./db/client.ts";

/** Keeps what an object says, before it is mended, while it is contested. Its lock is held by the caller. */
export async function keepWords(
  tx: Tx,
  { kind, objectId, words }: { kind: string; objectId: string; words: string },
): Promise<void> {
  if (words === "") return;
  await tx.$executeRaw(sql`
    insert into kept_words (kind, object_id, until, body)
    select ${kind}::text, ${objectId}::text, ${clock.now()}::timestamptz, ${words}::text
    where ${isContested(kind, sql`${objectId}`)} on conflict do nothing`);
}

/** What was kept so of an object, oldest first, and until when each stood. No gate here: for who judges it. */
export async function keptWords(kind: string, objectId: string): Promise<{ text: string; until: Date }[]> {
  const rows = await db.keptWords.findMany({ where: { kind, objectId }, orderBy: { until: "asc" } });
  return rows.map(({ body, until }) => ({ text: body, until }));
}

/** Forgets what nobody may contest any more. */
export async function forgetKeptWords(): Promise<void> {
  await db.$executeRaw(sql`delete from kept_words o where not ${isContested(sql`o.kind`, sql`o.object_id`)}`);
}
