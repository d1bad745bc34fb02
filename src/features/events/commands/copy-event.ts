import { newId } from "@/core/ids.ts";
import { zonedField, zonedMoment } from "@/core/zoned-time.ts";
import { createShifts } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import type { EventStage } from "../event.rules.ts";

/** What the copy is: an occurrence of a series, or an event of its own, a draft of whoever copies. */
export type Copy = { startsAt: Date; stage: EventStage } & (
  | { seriesId: string; seriesDay: Date }
  | { seriesId: null; seriesDay: null; byId: string | null }
);

/** A moment as far from `to` on the clock of a zone as it was from `from`: 10 h stays 10 h through a change of hour. */
export function movedWith(moment: Date, { from, to, zone }: { from: Date; to: Date; zone: string }): Date {
  const wall = (date: Date) => Date.parse(`${zonedField(date, zone)}Z`);
  const field = new Date(wall(to) + wall(moment) - wall(from)).toISOString().slice(0, 16);
  return zonedMoment(field, zone) ?? new Date(moment.getTime() + to.getTime() - from.getTime());
}

/**
 * Makes an event from another: its words, place, audience, cover, shifts and what to bring. An occurrence of a series has
 * its organisers, the sections that organise it too, and the contact who agreed for the series; any other copy has its
 * author alone. Null: this series has its occurrence of that day already, whoever made it.
 */
export async function copyEvent(tx: Tx, sourceId: string, copy: Copy): Promise<{ id: string; slug: string } | null> {
  const [id, now] = [newId(), clock.now()];
  const source = await tx.event.findUniqueOrThrow({
    where: { id: sourceId },
    include: {
      shifts: { where: { removedAt: null }, orderBy: [{ startsAt: "asc" }, { id: "asc" }] },
      items: { orderBy: { position: "asc" } },
    },
  });
  const { shifts, items, coverId, ...words } = source;
  const at = (moment: Date) => movedWith(moment, { from: source.startsAt, to: copy.startsAt, zone: source.zone });
  const inSeries = copy.seriesId !== null;
  const { count } = await tx.event.createMany({
    data: [
      {
        ...words,
        id,
        stage: copy.stage,
        startsAt: copy.startsAt,
        endsAt: at(source.endsAt),
        seriesId: copy.seriesId,
        seriesDay: copy.seriesDay,
        detached: false,
        createdById: copy.seriesId === null ? copy.byId : source.createdById,
        createdAt: now,
        changedAt: now,
        publishedAt: copy.stage === "published" ? now : null,
        sequence: 0,
        hiddenAt: null,
        walkIns: 0,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  const plans = shifts.map(({ label, startsAt, endsAt, needed, maximum }) => ({
    label,
    startsAt: at(startsAt),
    endsAt: at(endsAt),
    needed,
    maximum,
  }));
  await createShifts(tx, id, plans);
  await tx.eventItem.createMany({
    data: items.map(({ label, quantity, position }) => ({ id: newId(), eventId: id, label, quantity, position })),
  });
  if (coverId) await copyCover(tx, id, coverId);
  await tx.eventChange.create({
    data: { id: newId(), eventId: id, kind: "created", byId: copy.seriesId === null ? copy.byId : null, at: now },
  });
  if (inSeries) await copyPeople(tx, sourceId, id);
  else if (copy.byId) await tx.eventOrganiser.create({ data: { eventId: id, memberId: copy.byId, addedAt: now } });
  return { id, slug: source.slug };
}

/** A picture stands on one event: each copy has its own, so that taking one away leaves the others theirs. */
async function copyCover(tx: Tx, eventId: string, coverId: string): Promise<void> {
  const imageId = newId();
  await tx.$executeRaw(sql`
    insert into image (id, large, small, width, height, uploaded_by_id, uploaded_at)
    select ${imageId}, large, small, width, height, uploaded_by_id, uploaded_at from image where id = ${coverId}`);
  await tx.event.update({ where: { id: eventId }, data: { coverId: imageId } });
}

/** Whoever runs the source runs its next occurrence; a phone goes along only where its owner agreed for the series. */
async function copyPeople(tx: Tx, sourceId: string, eventId: string): Promise<void> {
  const now = clock.now();
  await tx.$executeRaw(sql`
    insert into event_organiser (event_id, member_id, added_at)
    select ${eventId}, o.member_id, ${now} from event_organiser o where o.event_id = ${sourceId}`);
  await tx.$executeRaw(sql`
    insert into event_co_section (event_id, scope, asked_by_id, asked_at, answered_by_id, answered_at, accepted)
    select ${eventId}, scope, asked_by_id, asked_at, answered_by_id, answered_at, accepted
    from event_co_section where event_id = ${sourceId} and accepted`);
  await tx.$executeRaw(sql`
    insert into event_contact (event_id, member_id, phone, consented_at, for_series, asked_by_id, asked_at)
    select ${eventId}, member_id, phone, consented_at, true, asked_by_id, asked_at
    from event_contact where event_id = ${sourceId} and for_series and phone is not null`);
  // To an event by invitation the same people are invited, without another mail.
  await tx.$executeRaw(sql`
    insert into event_invitee (event_id, member_id, invited_by_id, invited_at)
    select ${eventId}, member_id, invited_by_id, ${now} from event_invitee where event_id = ${sourceId} and removed_at is null`);
}
