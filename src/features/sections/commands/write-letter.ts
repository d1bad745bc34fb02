import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { listRecipients } from "@/features/mandates/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { letterSent } from "../letter.facts.ts";
import { carryLetter } from "../letter.jobs.ts";
import { canWriteLetter } from "../letter.policy.ts";
import { SAME_LETTER_MS } from "../letter.rules.ts";
import { writeLetterInput } from "../letter.schema.ts";
import { lettersOfAccount } from "../letter-limit.rules.ts";

/** A member writes to those in charge of a section or a federation; the same words sent twice are one letter. */
export const writeLetter = command({
  name: "letter.write",
  input: writeLetterInput,
  limits: [lettersOfAccount],
  async subject({ tx, actor, input: { scope, words } }) {
    // Her own row first: two clicks at once are one after the other.
    await tx.$queryRaw(sql`select 1 from member where id = ${actor.id} for no key update`);
    type Row = { exists: boolean; sent_today: number; same: string | null };
    const since = new Date(clock.now().getTime() - SAME_LETTER_MS);
    const [row] = await tx.$queryRaw<Row[]>(sql`select
      (exists (select 1 from section where scope = ${scope}) or exists (select 1 from federation where 'national/' || id = ${scope})) as exists,
      count(*)::int as sent_today, min(l.id) filter (where l.scope = ${scope} and l.words = ${words}) as same
      from letter l where l.author_id = ${actor.id} and l.sent_at > ${since}`);
    if (!row?.exists) throw new AppError("not_found", "absent");
    // The twin of a letter is no other letter.
    return { scope, same: row.same, sentToday: row.same ? 0 : row.sent_today };
  },
  policy: canWriteLetter,
  async execute({ tx, actor, input: { scope, words }, subject: { same }, record, enqueue }) {
    if (same) return { letterId: same };
    const id = newId();
    await tx.letter.create({ data: { id, scope, words, authorId: actor.id, sentAt: clock.now() } });
    record(letterSent({ letterId: id }));
    for (const { id: recipientId } of await listRecipients(scope, tx))
      if (recipientId !== actor.id) await enqueue(carryLetter, { letterId: id, recipientId });
    return { letterId: id };
  },
});
