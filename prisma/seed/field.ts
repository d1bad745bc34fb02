import { newId } from "@/core/ids.ts";
import { slugify } from "@/core/paths.ts";
import { covers } from "@/core/scope.ts";
import { PARIS, zonedDay, zonedMoment } from "@/core/zoned-time.ts";
import { audienceScope } from "@/features/events/index.ts";
import { db } from "@/platform/db/client.ts";
import { type EventStory, type PastStory, pastStories, type ShiftStory, stories } from "./field-story.ts";
import { dice, everybody } from "./speakers.ts";

const DAY_MS = 24 * 3_600_000;
const [INES, YANIS, MARYSE, BRUNO] = ["cast00000001", "cast00000002", "cast00000003", "cast00000004"] as const;
const CLERMONT = "63113";
const WEEKS_AHEAD = 8;

const dayIn = (now: Date, days: number) => zonedDay(new Date(now.getTime() + days * DAY_MS), PARIS);
const at = (day: string, clock: string): Date => {
  const moment = zonedMoment(`${day}T${clock}`, PARIS);
  if (!moment) throw new Error(`no such moment: ${day} ${clock}`);
  return moment;
};

/** Days from today to the next day of the week, never today: 1 Monday … 7 Sunday. */
function daysTo(now: Date, weekday: number): number {
  const today = new Date(`${dayIn(now, 0)}T12:00:00Z`).getUTCDay() || 7;
  return (weekday - today + 7) % 7 || 7;
}

/** The demo's field: a market that misses two people, what is planned, what was done and told. */
export async function seedField(now: Date): Promise<void> {
  const roll = dice(2010);
  const people = (await everybody()).filter(({ suspended }) => !suspended);
  const crowd = people.filter(({ id }) => !id.startsWith("cast") && !id.startsWith("newc"));
  /** Who would come, in an order of their own. */
  const drawn: Drawn = (scope, adherents, count) =>
    crowd
      .filter((person) => covers(scope, person.scope) && (!adherents || person.adherent))
      .map(({ id }) => ({ id, order: roll() }))
      .sort((a, b) => a.order - b.order)
      .slice(0, count)
      .map(({ id }) => id);

  for (const story of stories) await tell(story, now, drawn);
  for (const past of pastStories) await remember(past, now, drawn);
  await askTogether(now);
}

/** Who would come, of a scope, so many. */
export type Drawn = (scope: string, adherents: boolean, count: number) => string[];

/** Tells one event, on its day; answers its id. */
export async function tellEvent(story: EventStory, now: Date, drawn: Drawn): Promise<string> {
  const days = story.on ? daysTo(now, story.on.weekday) + 7 * (story.on.weeks ?? 0) : (story.in ?? 7);
  return write(story, dayIn(now, days), new Date(now.getTime() - 6 * DAY_MS), drawn);
}

async function tell(story: EventStory, now: Date, drawn: Drawn): Promise<void> {
  const days = story.on ? daysTo(now, story.on.weekday) + 7 * (story.on.weeks ?? 0) : (story.in ?? 7);
  const eventId = await write(story, dayIn(now, days), new Date(now.getTime() - 6 * DAY_MS), drawn);
  if (story.key === "marche") await repeat(eventId, story, now, days, drawn);
  if (story.key === "debat-transports") {
    const debate = await db.debate.findFirst({ where: { question: { contains: "transports du quotidien" } } });
    if (debate) await db.event.update({ where: { id: eventId }, data: { debateId: debate.id } });
    await guestOf(eventId, now);
  }
}

/** Writes an event of a day with all that it has; answers its id. */
async function write(
  story: EventStory,
  day: string,
  since: Date,
  drawn: Drawn,
  series?: { id: string; day: string },
): Promise<string> {
  const id = newId();
  const { kind, title, description, scope, audience, communeCode, by } = story;
  const stage = story.stage ?? "published";
  const [first, last] = [story.shifts[0], story.shifts.at(-1)];
  if (!first || !last) throw new Error(`${title} has no shift`);
  await db.event.create({
    data: {
      id,
      slug: slugify(title, "evenement"),
      kind,
      title,
      description,
      stage,
      scope,
      groupId: story.groupId ?? null,
      audience,
      audienceScope: audienceScope(audience, scope),
      adherentsOnly: story.adherentsOnly ?? false,
      startsAt: at(day, first.from),
      endsAt: at(day, last.to),
      zone: PARIS,
      communeCode,
      address: story.address ?? "",
      meetingPoint: story.meetingPoint ?? "",
      latitude: story.point?.[0] ?? null,
      longitude: story.point?.[1] ?? null,
      onlineUrl: story.onlineUrl ?? null,
      seriesId: series?.id ?? null,
      seriesDay: series ? new Date(`${series.day}T00:00:00Z`) : null,
      createdById: by,
      createdAt: since,
      changedAt: since,
      publishedAt: stage === "published" || stage === "cancelled" ? since : null,
    },
  });
  await db.eventOrganiser.create({ data: { eventId: id, memberId: by, addedAt: since } });
  const change = { eventId: id, byId: by };
  await db.eventChange.create({
    data: { ...change, id: newId(), kind: stage === "proposed" ? "proposed" : "created", at: since },
  });
  if (stage === "cancelled")
    await db.eventChange.create({
      data: {
        ...change,
        id: newId(),
        kind: "cancelled",
        reason: story.reason ?? "",
        at: new Date(since.getTime() + 5 * DAY_MS),
      },
    });
  const comers = drawn(scope, story.adherentsOnly ?? false, 60);
  const present: string[] = [];
  for (const [index, shift] of story.shifts.entries()) {
    const wanted = (shift.in ?? 0) + (shift.waiting ?? 0);
    present.push(...(await fill(id, day, shift, comers.splice(0, wanted), since, index)));
  }
  await furnish(id, story, present, since);
  return id;
}

/** A shift with those who are in, and those who wait; answers who is in. */
async function fill(
  eventId: string,
  day: string,
  shift: ShiftStory,
  comers: readonly string[],
  since: Date,
  index: number,
): Promise<string[]> {
  const id = newId();
  const inside = comers.slice(0, shift.in ?? 0);
  const { needed = 0, maximum = null, label = "" } = shift;
  await db.shift.create({
    data: {
      id,
      eventId,
      label,
      startsAt: at(day, shift.from),
      endsAt: at(day, shift.to),
      needed,
      maximum,
      taken: inside.length,
      arrivals: comers.length,
      version: comers.length,
    },
  });
  await db.signUp.createMany({
    data: comers.map((memberId, arrival) => ({
      id: newId(),
      shiftId: id,
      memberId,
      state: arrival < inside.length ? ("in" as const) : ("waiting" as const),
      arrival: arrival + 1,
      signedUpAt: new Date(since.getTime() + (1 + arrival + 30 * index) * 3_600_000),
    })),
  });
  return inside;
}

async function furnish(eventId: string, story: EventStory, present: readonly string[], since: Date): Promise<void> {
  for (const [position, { label, quantity, brought }] of (story.items ?? []).entries()) {
    const itemId = newId();
    await db.eventItem.create({ data: { id: itemId, eventId, label, quantity, position } });
    const memberId = present[position] ?? story.by;
    if (brought > 0)
      await db.eventItemClaim.create({ data: { itemId, memberId, quantity: brought, claimedAt: since } });
  }
  if (story.contact)
    await db.eventContact.create({
      data: { eventId, ...story.contact, consentedAt: since, askedById: story.by, askedAt: since, forSeries: true },
    });
  for (const [index, note] of (story.notes ?? []).entries()) {
    const writtenAt = new Date(since.getTime() + (index + 1) * DAY_MS);
    const id = newId();
    const asker = present[index] ?? story.by;
    await db.eventNote.create({
      data: {
        id,
        eventId,
        kind: note.announcement ? "announcement" : "question",
        authorId: note.announcement ? story.by : asker,
        words: note.words,
        writtenAt,
      },
    });
    if (note.answer)
      await db.eventNote.create({
        data: {
          id: newId(),
          eventId,
          kind: "answer",
          parentId: id,
          authorId: story.by,
          words: note.answer,
          writtenAt: new Date(writtenAt.getTime() + 2 * 3_600_000),
        },
      });
  }
}

/** Every Saturday: the next weeks stand already, with fewer people the further they are. */
async function repeat(modelId: string, story: EventStory, now: Date, days: number, drawn: Drawn): Promise<void> {
  const id = newId();
  const since = new Date(now.getTime() - 60 * DAY_MS);
  await db.eventSeries.create({
    data: {
      id,
      frequency: "weekly",
      weekday: 6,
      startMinute: 9 * 60,
      minutes: 180,
      zone: PARIS,
      fromDay: new Date(`${dayIn(now, days)}T00:00:00Z`),
      modelId,
      createdById: story.by,
      createdAt: since,
    },
  });
  await db.event.update({
    where: { id: modelId },
    data: { seriesId: id, seriesDay: new Date(`${dayIn(now, days)}T00:00:00Z`) },
  });
  for (let week = 1; week < WEEKS_AHEAD; week++) {
    const day = dayIn(now, days + 7 * week);
    const shifts = story.shifts.map(({ waiting: _, ...shift }) => ({ ...shift, in: Math.max(0, 3 - week) }));
    const { notes: _, ...plain } = story;
    const items = (story.items ?? []).map((item) => ({ ...item, brought: 0 }));
    await write({ ...plain, shifts, items }, day, since, drawn, { id, day });
  }
}

/** Somebody without an account who confirmed by her mail. */
async function guestOf(eventId: string, now: Date): Promise<void> {
  const shift = await db.shift.findFirstOrThrow({ where: { eventId } });
  const [guestId, askedAt] = [newId(), new Date(now.getTime() - 2 * DAY_MS)];
  await db.eventGuest.create({
    data: {
      id: guestId,
      eventId,
      name: "Jeanne Invitée",
      email: "jeanne@voisine.example",
      shiftId: shift.id,
      size: 2,
      tokenHash: new Uint8Array(32),
      askedAt,
      confirmedAt: askedAt,
    },
  });
  const arrival = shift.arrivals + 1;
  await db.signUp.create({
    data: { id: newId(), shiftId: shift.id, guestId, state: "in", size: 2, arrival, signedUpAt: askedAt },
  });
  await db.shift.update({ where: { id: shift.id }, data: { taken: { increment: 2 }, arrivals: arrival } });
}

/** An action that is over: who was there, and its report. */
async function remember(past: PastStory, now: Date, drawn: Drawn): Promise<void> {
  const day = dayIn(now, -past.daysAgo);
  const story: EventStory = {
    ...past,
    key: "",
    description: "",
    audience: past.scope === "national/63" ? "federation" : "section",
    shifts: [{ from: "10:00", to: "12:00", needed: 4, in: past.people - 1 }],
  };
  const since = new Date(now.getTime() - (past.daysAgo + 10) * DAY_MS);
  const eventId = await write(story, day, since, drawn);
  const endsAt = at(day, "12:00");
  const [shift] = await db.shift.findMany({ where: { eventId } });
  if (shift) {
    const arrival = shift.arrivals + 1;
    await db.signUp.create({
      data: { id: newId(), shiftId: shift.id, memberId: past.by, state: "in", arrival, signedUpAt: since },
    });
    await db.shift.update({ where: { id: shift.id }, data: { taken: { increment: 1 }, arrivals: arrival } });
    const noted = { attendanceById: past.by, attendanceAt: endsAt };
    await db.signUp.updateMany({ where: { shiftId: shift.id }, data: { attendance: "present", ...noted } });
    if (past.people > 5)
      await db.signUp.updateMany({
        where: { shiftId: shift.id, arrival: 1 },
        data: { attendance: "absent", ...noted },
      });
  }
  await db.fieldReport.create({
    data: {
      id: newId(),
      eventId,
      scope: past.scope,
      kind: past.kind,
      day: new Date(`${day}T00:00:00Z`),
      authorId: past.by,
      ...past.figures,
      participants: past.people > 5 ? past.people - 1 : past.people,
      minutes: 120,
      heard: past.heard,
      publishedAt: new Date(endsAt.getTime() + 5 * 3_600_000),
    },
  });
}

/** Issoire asks Clermont to organise its market with it: an answer that Inès owes. */
async function askTogether(now: Date): Promise<void> {
  const issoire = await db.event.findFirstOrThrow({ where: { title: "Marché d’Issoire", startsAt: { gt: now } } });
  const askedAt = new Date(now.getTime() - DAY_MS);
  await db.eventCoSection.create({
    data: { eventId: issoire.id, scope: `national/63/${CLERMONT}`, askedById: MARYSE, askedAt },
  });
  const market = await db.event.findFirstOrThrow({
    where: { title: "Marché Saint-Pierre", startsAt: { gt: now } },
    orderBy: { startsAt: "asc" },
  });
  await db.eventInvitee.createMany({
    data: [YANIS, BRUNO].map((memberId) => ({ eventId: market.id, memberId, invitedById: INES, invitedAt: askedAt })),
  });
  await db.eventAnswer.create({ data: { eventId: market.id, memberId: BRUNO, answer: "maybe", answeredAt: now } });
}
