import { z } from "zod";
import { AppError } from "@/core/app-error.ts";
import { allow, refuse } from "@/core/decision.ts";
import { newId } from "@/core/ids.ts";
import { composedCommand } from "@/features/accounts/index.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { canRunEvent, visibleEvents } from "../event.policy.ts";
import { PHONE_KEPT_MS } from "../event.rules.ts";
import { contactAsked, contactGiven, contactWithdrawn, eventNewsTold } from "../organiser.facts.ts";
import { tellOfEvent } from "../organiser.jobs.ts";
import { answerContactInput, nameContactInput, ofEventInput } from "../organiser.schema.ts";
import { eventRequests, phoneReadings, preparations } from "../organiser-limit.rules.ts";
import { aheadOf, canPrepareEvent, readsFromAbove } from "../people.policy.ts";
import { lockVisibleEvent } from "./lock-event.ts";
import { couldPrepare, limitRequests } from "./organisers.ts";
import { asDay, listAhead } from "./series-rows.ts";

/** Who runs an event names whom participants may call. Her number is hers to give. */
export const nameContact = command({
  name: "event.name-contact",
  input: nameContactInput,
  limits: [preparations, eventRequests],
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canPrepareEvent,
  async execute({ tx, actor, input: { memberId }, subject: event, record, enqueue }) {
    if (!(await couldPrepare(tx, actor, event.id, memberId))) throw new AppError("conflict", "cannot_be_called");
    const known = await tx.eventContact.findUnique({ where: { eventId: event.id } });
    if (known?.memberId === memberId) return;
    await limitRequests(tx, actor, memberId);
    // Another person: what the first one gave is gone.
    if (known) await tx.eventContact.delete({ where: { eventId: event.id } });
    await tx.eventContact.create({
      data: { eventId: event.id, memberId, askedById: actor.id, askedAt: clock.now() },
    });
    record(contactAsked({ eventId: event.id, memberId }));
    if (memberId === actor.id) return;
    record(eventNewsTold({ eventId: event.id, memberId, news: "contact-asked" }));
    await enqueue(tellOfEvent, { news: "contact-asked", eventId: event.id, to: memberId });
  },
});

/** Who was named agrees and gives her number herself, for this date or for the whole series. */
export const answerContact = command({
  name: "event.answer-contact",
  input: answerContactInput,
  limits: [preparations],
  subject: async ({ tx, actor, input: { eventId } }) => {
    const event = await lockVisibleEvent(tx, actor, eventId);
    const contact = await tx.eventContact.findUnique({ where: { eventId } });
    if (!contact || contact.memberId !== actor.id) throw new AppError("not_found", "absent");
    return { ...event, contact };
  },
  policy: (actor, event) => {
    const present = canBePresent(actor);
    return present.allowed ? aheadOf(event) : present;
  },
  async execute({ tx, actor, input: { phone, forSeries }, subject: event, record, enqueue }) {
    const [now, memberId] = [clock.now(), event.contact.memberId];
    const whole = forSeries && event.seriesId !== null;
    const given = { phone, consentedAt: now, forSeries: whole };
    await tx.eventContact.update({ where: { eventId: event.id }, data: given });
    if (whole && event.seriesId) {
      const { seriesDay } = await tx.event.findUniqueOrThrow({ where: { id: event.id } });
      const ahead = await listAhead(tx, event.seriesId, asDay(seriesDay ?? event.startsAt));
      // Where nobody else was named, and of what she sees: her word opens no event to her.
      await tx.$executeRaw(sql`
        insert into event_contact (event_id, member_id, phone, consented_at, for_series, asked_by_id, asked_at)
        select e.id, ${memberId}, ${phone}, ${now}, true, ${event.contact.askedById}, ${event.contact.askedAt}
        from event e where e.id = any(${ahead.map(({ id }) => id)}::text[]) and ${visibleEvents(actor)}
        on conflict (event_id) do update set phone = excluded.phone, consented_at = excluded.consented_at, for_series = true
        where event_contact.member_id = excluded.member_id`);
    }
    record(contactGiven({ eventId: event.id, memberId }));
    const asker = event.contact.askedById;
    if (!asker || asker === actor.id) return;
    record(eventNewsTold({ eventId: event.id, memberId: asker, news: "contact-given" }));
    await enqueue(tellOfEvent, { news: "contact-given", eventId: event.id, to: asker });
  },
});

/** Her number is gone at once, of the whole series where she had agreed to that; or those who run it name nobody any more. */
export const withdrawContact = command({
  name: "event.withdraw-contact",
  input: ofEventInput,
  limits: [preparations],
  subject: async ({ tx, actor, input: { eventId } }) => {
    const event = await lockVisibleEvent(tx, actor, eventId);
    const contact = await tx.eventContact.findUnique({ where: { eventId } });
    if (!contact) throw new AppError("not_found", "absent");
    return { ...event, contact };
  },
  policy: (actor, event) => (event.contact.memberId === actor.id ? canBePresent(actor) : canRunEvent(actor, event)),
  async execute({ tx, actor, subject: event, record, enqueue }) {
    const { memberId, forSeries, consentedAt, askedById } = event.contact;
    await tx.eventContact.delete({ where: { eventId: event.id } });
    const own = memberId === actor.id;
    // A change "from this date on" cuts a series in two: what she agreed to at once, she takes back at once.
    const together = [{ event: { seriesId: event.seriesId } }, ...(consentedAt ? [{ consentedAt }] : [])];
    if (own && forSeries && event.seriesId)
      await tx.eventContact.deleteMany({ where: { memberId, forSeries: true, OR: together } });
    record(contactWithdrawn({ eventId: event.id, memberId }));
    if (!own || !askedById || askedById === actor.id) return;
    record(eventNewsTold({ eventId: event.id, memberId: askedById, news: "contact-withdrawn" }));
    await enqueue(tellOfEvent, { news: "contact-withdrawn", eventId: event.id, to: askedById });
  },
});

const reading = command({
  name: "event.reading-contact",
  input: ofEventInput,
  limits: [phoneReadings],
  subject: async ({ tx, actor, input: { eventId } }) => {
    const [row] = await tx.$queryRaw<{ memberId: string; phone: string; title: string }[]>(sql`
      select c.member_id as "memberId", c.phone, e.title from event e join event_contact c on c.event_id = e.id
      where e.id = ${eventId} and c.phone is not null and ${visibleEvents(actor)}
        and e.ends_at > ${new Date(clock.now().getTime() - PHONE_KEPT_MS)} and ${readsFromAbove(actor)}`);
    if (!row) throw new AppError("not_found", "absent");
    return row;
  },
  policy: (actor) => (readsFromAbove(actor) ? allow : refuse("not_yours")),
  async execute({ tx, actor, subject: { memberId, phone, title } }) {
    const purpose = `Contact de l’événement « ${title} »`.slice(0, 200);
    if (actor.id)
      await tx.contactView.create({
        data: { id: newId(), memberId, viewerId: actor.id, purpose, viewedAt: clock.now() },
      });
    return { phone };
  },
});

/**
 * The national administration reads a contact's number: written down, and shown to her among who looked at her data.
 * Without the request's key: what is kept of an answer would keep her number.
 */
export const readContact = composedCommand("event.read-contact", ofEventInput, (caller, _, raw) =>
  reading({ ...caller, key: null }, raw),
);

/** Seven days after the end: the numbers are wiped, and who was asked and never answered is forgotten. */
export const wipePhones = command({
  name: "event.wipe-phones",
  input: z.strictObject({}),
  subject: async () => null,
  policy: (actor) => (actor.kind === "system" ? allow : refuse("not_yours")),
  async execute({ tx }) {
    const before = new Date(clock.now().getTime() - PHONE_KEPT_MS);
    const { count } = await tx.eventContact.deleteMany({ where: { event: { endsAt: { lt: before } } } });
    return { count };
  },
});
