import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { columnsFor, entryJoins } from "./contribution.queries.ts";
import type { EntryRow } from "./contribution.views.ts";
import { visibleDebates } from "./debate.policy.ts";
import { debateColumns, type ReaderRow, readerColumns, toContribution, toReader } from "./debate.queries.ts";
import { threadInput } from "./debate.schema.ts";
import { type DebateRow, type ThreadPageView, toDebateView } from "./debate.views.ts";

const REPLIES_SIZE = 50;
const REVISIONS_SIZE = 100;

type Row = DebateRow &
  ReaderRow & {
    contribution: EntryRow | null;
    replies: EntryRow[] | null;
    revisions: { seq: number; body: string; replaced_at: number }[] | null;
  };

/** One contribution with its replies, from the oldest or after a number, and their former wordings. Throws `not_found`. */
export async function getThread(actor: Actor, input: unknown): Promise<ThreadPageView> {
  const parsed = threadInput.safeParse(input);
  if (!parsed.success) throw new AppError("not_found", "absent");
  const { id, seq, apres } = parsed.data;
  const columns = columnsFor(actor);
  const [row] = await readRows<Row>(sql`
    select ${debateColumns}, ${readerColumns(actor)},
      (select row_to_json(e) from (select ${columns} from contribution c ${entryJoins} where c.id = o.id) e) as contribution,
      (select json_agg(r order by r.seq) from (
        select ${columns} from contribution c ${entryJoins}
        where c.parent_id = o.id and c.hidden_at is null and c.seq > ${apres ?? 0} order by c.seq limit ${REPLIES_SIZE + 1}) r) as replies,
      (select json_agg(v order by v.seq, v.number) from (
        select c.seq, v.number, v.body, extract(epoch from v.replaced_at)::float8 * 1000 as replaced_at
        from contribution c join contribution_revision v on v.contribution_id = c.id
        where (c.id = o.id or c.parent_id = o.id) and c.hidden_at is null
        order by c.seq, v.number limit ${REVISIONS_SIZE}) v) as revisions
    from debate d join contribution o on o.debate_id = d.id
    where d.id = ${id} and o.seq = ${seq} and o.hidden_at is null and o.parent_id is null and ${visibleDebates(actor)}`);
  if (!row?.contribution) throw new AppError("not_found", "absent");
  const replies = row.replies ?? [];
  const { follows: _, ...reader } = toReader(actor, row);
  const contribution = toContribution({ ...row.contribution, replies: replies.slice(0, REPLIES_SIZE) }, actor);
  return {
    debate: toDebateView(row),
    contribution: { ...contribution, replies: contribution.replies ?? [] },
    more: replies.length > REPLIES_SIZE,
    first: apres === undefined,
    revisions: (row.revisions ?? []).map(({ seq, body, replaced_at: replacedAt }) => ({ seq, body, replacedAt })),
    ...reader,
  };
}
