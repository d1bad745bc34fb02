import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { itemsChanged } from "../organiser.facts.ts";
import { addItemInput, claimItemInput, removeItemInput, unclaimItemInput } from "../organiser.schema.ts";
import { itemClaims, preparations } from "../organiser-limit.rules.ts";
import { canClaim, canPrepareEvent, stillBrings } from "../people.policy.ts";
import { lockVisibleEvent, mustBeReadAgain } from "./lock-event.ts";
import { keepModelApart, lockInOrder, withFollowing } from "./series-rows.ts";

/** How many different things an event asks for, at most. */
export const MOST_ITEMS = 30;

/** Who runs an event says what it takes, and how many of it. What is on the list already takes the new number. */
export const addItem = command({
  name: "event.add-item",
  input: addItemInput,
  limits: [preparations],
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canPrepareEvent,
  async execute({ tx, actor, input: { label, quantity, alsoNext }, subject: event, record }) {
    const ids = await withFollowing(tx, actor, event, alsoNext);
    await lockInOrder(tx, ids);
    if (!alsoNext) await keepModelApart(tx, event.id);
    await mustBeReadAgain(tx, event);
    for (const eventId of ids) {
      await putItem(tx, eventId, { label, quantity });
      record(itemsChanged({ eventId }));
    }
  },
});

/** Puts a thing on an event's list, or changes how many; never fewer than are claimed. */
async function putItem(tx: Tx, eventId: string, { label, quantity }: { label: string; quantity: number }) {
  const items = await tx.eventItem.findMany({
    where: { eventId },
    orderBy: { position: "asc" },
    include: { claims: { select: { quantity: true } } }, // of everybody: who comes back finds hers
  });
  const known = items.find((item) => item.label.toLocaleLowerCase("fr") === label.toLocaleLowerCase("fr"));
  if (known) {
    const claimed = known.claims.reduce((sum, claim) => sum + claim.quantity, 0);
    await tx.eventItem.update({ where: { id: known.id }, data: { quantity: Math.max(quantity, claimed) } });
    return;
  }
  const taken = new Set(items.map(({ position }) => position));
  const position = Array.from({ length: MOST_ITEMS }, (_, index) => index).find((index) => !taken.has(index));
  if (position === undefined) throw new AppError("conflict", "enough_items");
  await tx.eventItem.create({ data: { id: newId(), eventId, label, quantity, position } });
}

/** A thing is no longer needed: who was to bring it sees it gone. */
export const removeItem = command({
  name: "event.remove-item",
  input: removeItemInput,
  limits: [preparations],
  subject: ({ tx, actor, input }) => lockItem(tx, actor, input.itemId),
  policy: canPrepareEvent,
  async execute({ tx, actor, input: { alsoNext }, subject: { item, ...event }, record }) {
    const ids = await withFollowing(tx, actor, event, alsoNext);
    if (!alsoNext) await keepModelApart(tx, event.id);
    await mustBeReadAgain(tx, event);
    await tx.eventItem.deleteMany({ where: { eventId: { in: ids }, label: item.label } });
    for (const eventId of ids) record(itemsChanged({ eventId }));
  },
});

/** "J’apporte": who comes takes some of it upon her; what others already bring is not brought twice. */
export const claimItem = command({
  name: "event.claim-item",
  input: claimItemInput,
  limits: [itemClaims],
  subject: async ({ tx, actor, input }) => {
    const found = await lockItem(tx, actor, input.itemId);
    return { ...found, comes: await comes(tx, actor, found.id) };
  },
  policy: canClaim,
  async execute({ tx, actor, input: { quantity }, subject: { item, id: eventId }, record }) {
    const memberId = actor.id;
    if (!memberId) throw new AppError("unauthenticated", "sign_in_first");
    // Whoever gave her place up brings nothing any more.
    await tx.$executeRaw(sql`delete from event_item_claim c where c.item_id = ${item.id} and c.member_id <> ${memberId}
      and not ${stillBrings(sql`c`, eventId)}`);
    const others = await tx.eventItemClaim.aggregate({
      where: { itemId: item.id, memberId: { not: memberId } },
      _sum: { quantity: true },
    });
    if ((others._sum.quantity ?? 0) + quantity > item.quantity) throw new AppError("conflict", "enough_of_it");
    const claim = { quantity, claimedAt: clock.now() };
    await tx.eventItemClaim.upsert({
      where: { itemId_memberId: { itemId: item.id, memberId } },
      create: { itemId: item.id, memberId, ...claim },
      update: claim,
    });
    record(itemsChanged({ eventId }));
  },
});

/** She does not bring it after all. */
export const unclaimItem = command({
  name: "event.unclaim-item",
  input: unclaimItemInput,
  limits: [itemClaims],
  subject: async ({ tx, actor, input }) => {
    const found = await lockItem(tx, actor, input.itemId);
    const own = { itemId: input.itemId, memberId: actor.id ?? "" };
    // She may have left the event since: what she took upon her is hers to give back.
    const claimed = await tx.eventItemClaim.count({ where: own });
    return { ...found, comes: claimed > 0 || (await comes(tx, actor, found.id)) };
  },
  policy: canClaim,
  async execute({ tx, actor, subject: { item, id: eventId }, record }) {
    await tx.eventItemClaim.deleteMany({ where: { itemId: item.id, memberId: actor.id ?? "" } });
    record(itemsChanged({ eventId }));
  },
});

/** A thing to bring, with its event locked through visibility. Throws `not_found`. */
async function lockItem(tx: Tx, actor: Actor, itemId: string) {
  const [place] = await tx.$queryRaw<{ eventId: string }[]>(sql`
    select event_id as "eventId" from event_item where id = ${itemId}`);
  if (!place) throw new AppError("not_found", "absent");
  const event = await lockVisibleEvent(tx, actor, place.eventId);
  const item = await tx.eventItem.findUnique({ where: { id: itemId } });
  if (!item) throw new AppError("not_found", "absent");
  return { ...event, item };
}

/** Whether she has a place, or waits for one. */
async function comes(tx: Tx, actor: Actor, eventId: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>(sql`
    select 1 from shift h join sign_up s on s.shift_id = h.id
    where h.event_id = ${eventId} and s.member_id = ${actor.id} and s.state <> 'left' limit 1`);
  return found.length > 0;
}
