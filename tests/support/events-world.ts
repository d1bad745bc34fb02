import { newId } from "@/core/ids.ts";
import { audienceScope, type EventAudience, type EventKind, type EventStage } from "@/features/events/event.rules.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

export type EventOfWorld = { id: string; slug: string; shiftId: string; startsAt: Date; endsAt: Date };

type Options = {
  kind?: EventKind;
  stage?: EventStage;
  audience?: EventAudience;
  adherentsOnly?: boolean;
  scope?: string;
  /** Hours from now; the event lasts two. */
  inHours?: number;
  needed?: number;
  maximum?: number | null;
  organiserIds?: readonly string[];
  communeCode?: string | null;
  title?: string;
  /** Of the audience "group", its place's own group unless told otherwise. */
  groupId?: string;
};

/** An event with one shift, written straight into the database. Clermont-Ferrand, in three days, unless told otherwise. */
export async function createEvent(options: Options = {}): Promise<EventOfWorld> {
  const [id, shiftId, now] = [newId(), newId(), clock.now()];
  const scope = options.scope ?? "national/63/63113";
  const audience = options.audience ?? "section";
  const stage = options.stage ?? "published";
  const startsAt = new Date(now.getTime() + (options.inHours ?? 72) * 3_600_000);
  const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000);
  const slug = "marche-saint-pierre";
  const ofPlace = audience === "group" && !options.groupId;
  const groupId = ofPlace
    ? (await db.group.findUniqueOrThrow({ where: { place: scope } })).id
    : (options.groupId ?? null);
  await db.event.create({
    data: {
      id,
      slug,
      kind: options.kind ?? "leafleting",
      title: options.title ?? "Marché Saint-Pierre",
      stage,
      scope,
      groupId,
      audience,
      audienceScope: audienceScope(audience, scope),
      adherentsOnly: options.adherentsOnly ?? false,
      startsAt,
      endsAt,
      zone: "Europe/Paris",
      communeCode: options.communeCode === undefined ? "63113" : options.communeCode,
      onlineUrl: options.communeCode === null ? "https://visio.example/salle" : null,
      createdAt: now,
      changedAt: now,
      publishedAt: stage === "published" || stage === "cancelled" ? now : null,
      createdById: options.organiserIds?.[0] ?? null,
    },
  });
  for (const memberId of options.organiserIds ?? [])
    await db.eventOrganiser.create({ data: { eventId: id, memberId, addedAt: now } });
  const places = { needed: options.needed ?? 0, maximum: options.maximum ?? null };
  await db.shift.create({ data: { id: shiftId, eventId: id, startsAt, endsAt, ...places } });
  return { id, slug, shiftId, startsAt, endsAt };
}
