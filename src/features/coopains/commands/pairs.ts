import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import type { RequestState } from "../coopain.policy.ts";

/**
 * Lets what happens between two members happen one at a time, whoever of them acts; and keeps the actor's account
 * from being erased meanwhile.
 */
export async function lockPair(tx: Tx, actor: Actor, otherId: string): Promise<void> {
  if (actor.id === null) return;
  const [first, second] = [actor.id, otherId].sort();
  await tx.$executeRaw(sql`select pg_advisory_xact_lock(hashtextextended(${`coopains ${first} ${second}`}, 0))`);
  const [self] = await tx.$queryRaw<{ id: string }[]>(sql`
    select id from member where id = ${actor.id} and erased_at is null for key share`);
  if (!self) throw new AppError("unauthenticated", "sign_in_first");
}

/** The requests `q` between two members, both ways. */
const between = (one: string, other: string): Sql => sql`((q.from_id = ${one} and q.to_id = ${other})
  or (q.from_id = ${other} and q.to_id = ${one}))`;

/** Whether the two are coopains. */
export async function areTied(tx: Tx, one: string, other: string): Promise<boolean> {
  return (await tx.coopain.count({ where: { memberId: one, otherId: other } })) > 0;
}

/** Makes the two coopains, with both rows in one statement: each refers to the other. Every request between them ends. */
export async function tie(tx: Tx, one: string, other: string): Promise<void> {
  const now = clock.now();
  await tx.$executeRaw(sql`
    insert into coopain (member_id, other_id, since) values (${one}, ${other}, ${now}), (${other}, ${one}, ${now})
    on conflict do nothing`);
  await tx.$executeRaw(sql`
    update coopain_request q set accepted_at = case when q.refused_at is null then ${now}::timestamptz end,
      cancelled_at = case when q.refused_at is not null then ${now}::timestamptz end
    where ${between(one, other)} and q.accepted_at is null and q.cancelled_at is null`);
}

/** Ends the tie of two members, both rows at once. */
export async function untie(tx: Tx, one: string, other: string): Promise<boolean> {
  const pair = [
    { memberId: one, otherId: other },
    { memberId: other, otherId: one },
  ];
  return (await tx.coopain.deleteMany({ where: { OR: pair } })).count > 0;
}

/** Ends what waits between two members, refused requests that still read as sent included. */
export async function cancelRequests(tx: Tx, one: string, other: string): Promise<void> {
  await tx.$executeRaw(sql`
    update coopain_request q set cancelled_at = ${clock.now()}
    where ${between(one, other)} and q.accepted_at is null and q.cancelled_at is null`);
}

/** Writes a request that waits. */
export async function writeRequest(tx: Tx, fromId: string, toId: string, words: string): Promise<void> {
  await tx.coopainRequest.create({ data: { id: newId(), fromId, toId, words, sentAt: clock.now() } });
}

export type LockedRequest = { id: string; fromId: string; toId: string; state: RequestState };

/** A request that the actor sent or received, with its pair locked; another's is `not_found`. */
export async function lockRequest(
  tx: Tx,
  actor: Actor,
  requestId: string,
  side: "from" | "to",
): Promise<LockedRequest> {
  const mine = side === "from" ? sql`q.from_id` : sql`q.to_id`;
  const read = async () => {
    const [row] = await tx.$queryRaw<LockedRequest[]>(sql`
      select q.id, q.from_id as "fromId", q.to_id as "toId", case when q.accepted_at is not null then 'accepted'
        when q.cancelled_at is not null then 'cancelled' when q.refused_at is not null then 'refused' else 'open' end as state
      from coopain_request q where q.id = ${requestId} and ${mine} = ${actor.id}`);
    if (!row) throw new AppError("not_found", "absent");
    return row;
  };
  const { fromId, toId } = await read();
  await lockPair(tx, actor, side === "from" ? toId : fromId);
  return read();
}
