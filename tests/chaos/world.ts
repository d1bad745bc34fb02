import type { Counts } from "@/features/debates/contribution.views.ts";
import type { VoteValue } from "@/features/debates/debate.rules.ts";
import { pool } from "@/platform/db/client.ts";
import { createDebate, createMembers } from "../bench/world.ts";
import type { Stored, StoredContribution } from "./history.ts";
import { marksIn } from "./marks.ts";

export type World = {
  members: { id: string; cookie: string }[];
  debate: { id: string; slug: string };
  /** Those who agreed to their public name: every other one. */
  named: Set<string>;
};

/** Members whose names hold their ids, half of them unnamed on the open web, and an open debate that has begun. */
export async function createWorld(count: number): Promise<World> {
  const members = await createMembers(count);
  const unnamed = members.filter((_, index) => index % 2).map(({ id }) => id);
  await pool().query("update member set name = 'Chaos ' || id where id = any($1)", [members.map(({ id }) => id)]);
  await pool().query("update consent set withdrawn_at = now() where member_id = any($1)", [unnamed]);
  const debate = await createDebate(members, 6);
  return { members, debate, named: new Set(members.map(({ id }) => id).filter((id) => !unnamed.includes(id))) };
}

type Row = Omit<StoredContribution, "mark"> & { body: string };

/** The debate as the database holds it. */
export async function readStored(debateId: string): Promise<Stored> {
  const [debates, contributions, changes, votes] = await Promise.all([
    pool().query<{ lastSeq: number } & Counts>(
      `select last_seq as "lastSeq", pour_count as pour, contre_count as contre, neutre_count as neutre,
         vote_count as votes, counts_version as version from debate where id = $1`,
      [debateId],
    ),
    pool().query<Row>(
      `select id, seq, side, parent_id as "parentId", agree, disagree, pass, author_id as "authorId",
         client_id as "clientId", hidden_at is not null as hidden, reply_count as replies, body
       from contribution where debate_id = $1 order by seq`,
      [debateId],
    ),
    pool().query<Stored["changes"][number]>(
      `select seq, kind, contribution_id as "contributionId" from debate_change where debate_id = $1 order by seq`,
      [debateId],
    ),
    pool().query<{ contributionId: string; memberId: string; value: VoteValue }>(
      `select v.contribution_id as "contributionId", v.member_id as "memberId", v.value
       from vote v join contribution c on c.id = v.contribution_id where c.debate_id = $1`,
      [debateId],
    ),
  ]);
  const [debate] = debates.rows;
  if (!debate) throw new Error("the debate is gone");
  const { lastSeq, ...counts } = debate;
  return {
    lastSeq,
    counts,
    contributions: contributions.rows.map(({ body, ...row }) => ({ ...row, mark: marksIn(body)[0] ?? null })),
    changes: changes.rows,
    votes: votes.rows,
  };
}
