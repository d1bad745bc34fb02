import type { Side, VoteValue } from "@/features/debates/debate.rules.ts";
import { pool } from "@/platform/db/client.ts";
import { createDebate, createMembers } from "../bench/world.ts";
import type { Stored, StoredContribution } from "./history.ts";

export type World = {
  members: { id: string; cookie: string }[];
  debateId: string;
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
  return {
    members,
    debateId: debate.id,
    named: new Set(members.map(({ id }) => id).filter((id) => !unnamed.includes(id))),
  };
}

/** The debate as the database holds it. */
export async function readStored(debateId: string): Promise<Stored> {
  const [debates, contributions, votes] = await Promise.all([
    pool().query<{ last_seq: number } & Record<`${Side | "vote"}_count`, number>>(
      "select last_seq, pour_count, contre_count, vote_count from debate where id = $1",
      [debateId],
    ),
    pool().query<StoredContribution>(
      `select id, seq, side, agree, disagree, pass, author_id as "authorId", client_id as "clientId"
       from contribution where debate_id = $1 order by seq`,
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
  const counts = { pour: debate.pour_count, contre: debate.contre_count, votes: debate.vote_count };
  return { lastSeq: debate.last_seq, counts, contributions: contributions.rows, votes: votes.rows };
}

/** Hides a contribution, as a moderator will; answers the moment of the commit. */
export async function hideContribution(id: string): Promise<number> {
  await pool().query("update contribution set hidden_at = now() where id = $1", [id]);
  return performance.now();
}
