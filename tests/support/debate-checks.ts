import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Actor } from "@/core/actor.ts";
import type { DebatePhase } from "@/features/debates/debate.rules.ts";
import { contributionReports } from "@/features/debates/index.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { createPerson, type Person } from "./worlds.ts";

export type Someone = Person & { actor: Actor };

/** A member and the actor that her requests are made with. */
export async function someone(name: string, options: Parameters<typeof createPerson>[1] = {}): Promise<Someone> {
  const person = await createPerson(name, options);
  return { ...person, actor: await actorOfMember(person.id) };
}

/** Members who have all answered about their public name. */
export const crowd = (size: number, options: Parameters<typeof createPerson>[1] = { publicName: false }) =>
  Promise.all(Array.from({ length: size }, (_, n) => someone(`Membre ${n}`, options)));

type Sent = {
  debateId: string;
  clientId: string;
  side?: "pour" | "contre" | "neutre";
  parentId?: string;
  body: string;
};

/** What a browser sends to publish an argument. */
export const argument = (debateId: string, changes: Partial<Sent> = {}): Sent => ({
  debateId,
  clientId: randomUUID(),
  side: "pour",
  body: "Un argument qui mérite d’être lu.",
  ...changes,
});

/** What a browser sends to reply to a contribution. */
export const reply = (debateId: string, parentId: string, changes: Partial<Sent> = {}): Sent => ({
  debateId,
  clientId: randomUUID(),
  parentId,
  body: "Une réponse qui mérite d’être lue.",
  ...changes,
});

/** Hides a contribution or a reply as moderation does, or shows it again; the fact that came of it, or null. */
export function moderate(objectId: string, hidden: boolean) {
  return db.$transaction((tx) => contributionReports.setHidden(tx as unknown as Tx, { objectId, hidden, byId: null }));
}

/** Puts a debate into a phase, without a word in its log. */
export const inPhase = (id: string, phase: DebatePhase) => db.debate.update({ where: { id }, data: { phase } });

export const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

/** Every number of a debate's log, from its rows. */
export async function numbersOf(debateId: string): Promise<number[]> {
  const rows = await db.$queryRaw<{ seq: number }[]>(sql`
    select seq from contribution where debate_id = ${debateId}
    union all select seq from debate_change where debate_id = ${debateId} order by seq`);
  return rows.map(({ seq }) => seq);
}

/** The log has no gap and no number twice, and every counter is what its rows say. */
export async function expectExact(debateId: string): Promise<void> {
  const { lastSeq } = await db.debate.findUniqueOrThrow({ where: { id: debateId } });
  expect(await numbersOf(debateId)).toEqual(upTo(lastSeq));
  const [counts] = await db.$queryRaw<{ told: unknown; counted: unknown }[]>(sql`
    select json_build_array(d.pour_count, d.contre_count, d.neutre_count, d.vote_count) as told,
      (select json_build_array(count(*) filter (where c.side = 'pour'), count(*) filter (where c.side = 'contre'),
          count(*) filter (where c.side = 'neutre'),
          coalesce(sum((select count(*) from vote v where v.contribution_id = c.id)), 0)::int)
        from contribution c where c.debate_id = d.id and c.hidden_at is null) as counted
    from debate d where d.id = ${debateId}`);
  expect(counts?.told, "the counts of the debate").toEqual(counts?.counted);
  const wrong = await db.$queryRaw<unknown[]>(sql`
    select * from (
      select c.seq, c.agree, c.disagree, c.pass, c.reply_count,
        (select count(*)::int from vote v where v.contribution_id = c.id and v.value = 'agree') as agreed,
        (select count(*)::int from vote v where v.contribution_id = c.id and v.value = 'disagree') as disagreed,
        (select count(*)::int from vote v where v.contribution_id = c.id and v.value = 'pass') as passed,
        (select count(*)::int from contribution r where r.parent_id = c.id and r.hidden_at is null) as replies
      from contribution c where c.debate_id = ${debateId}) c
    where (agree, disagree, pass, reply_count) <> (agreed, disagreed, passed, replies)`);
  expect(wrong, "tallies and numbers of replies").toEqual([]);
}
