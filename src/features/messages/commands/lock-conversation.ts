import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { type Addressee, type PeopleStanding, peopleJoin, peopleStanding } from "../conversation.policy.ts";
import { visibleConversations } from "../message.policy.ts";
import { isMinor, reaches } from "../reach.policy.ts";

export const absent = () => new AppError("not_found", "absent");

/** A conversation that the actor reads, locked against every other writer of its log. Throws `not_found`. */
export async function lockConversation(tx: Tx, actor: Actor, conversationId: string): Promise<PeopleStanding> {
  await tx.$queryRaw(sql`select v.id from conversation v where v.id = ${conversationId} for no key update`);
  return findStanding(tx, actor, sql`v.id = ${conversationId}`).then((found) => {
    if (!found) throw absent();
    return found;
  });
}

/** Where the actor stands in a conversation that she reads, or null. */
export async function findStanding(tx: Tx, actor: Actor, which: Sql): Promise<PeopleStanding | null> {
  const [row] = await tx.$queryRaw<PeopleStanding[]>(sql`
    select ${peopleStanding(actor)} from conversation v ${peopleJoin(actor)} where ${which} and ${visibleConversations(actor)}`);
  return row ?? null;
}

/** The members with these ids as the actor may write to them, kept from vanishing meanwhile. The unknown are left out. */
export function lockAddressees(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Addressee[]> {
  return tx.$queryRaw<Addressee[]>(sql`
    select m.id, ${reaches(actor)} as reach, ${visibleProfiles(actor)} as seen,
      ${isMinor(sql`${actor.id}`)} as young from member m ${profileOf}
    where m.id = any(${[...ids]}::text[]) and m.erased_at is null order by m.id for key share of m`);
}

/** Whether these people may be in one conversation: whoever is under 18 is there with coopains alone. */
export async function mayBeTogether(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ apart: boolean }[]>(sql`
    select exists (select 1 from member a join member b on b.id = any(${[...ids]}::text[]) and b.id <> a.id
      where a.id = any(${[...ids]}::text[]) and a.adult_on > ${clock.now()}::date
        and not exists (select 1 from coopain t where t.member_id = a.id and t.other_id = b.id)) as apart`);
  return row?.apart === false;
}

/** Who is in a conversation of several now. */
export async function findPeople(tx: Tx, conversationId: string): Promise<string[]> {
  const rows = await tx.participant.findMany({ where: { conversationId, leftAt: null }, select: { memberId: true } });
  return rows.map(({ memberId }) => memberId);
}
