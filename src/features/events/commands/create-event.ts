import { newId } from "@/core/ids.ts";
import { slugify } from "@/core/paths.ts";
import { createShifts } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { eventCreated, eventProposed, eventPublished } from "../event.facts.ts";
import { canCreateEvent, creationRight } from "../event.policy.ts";
import { createEventInput } from "../event.schema.ts";
import { beginSeries } from "./begin-series.ts";
import { readContent } from "./event-content.ts";
import { checkAudience, lockHost } from "./event-host.ts";
import { tellLeaders } from "./event-news.ts";

/** However they are made. */
export const eventsOfAccount = {
  rule: { name: "event.create", points: 10, seconds: 86_400 },
  by: "account",
} as const;

/** Somebody sets an event up in a territory, prepares it, and publishes it, proposes it or keeps it as a draft. */
export const createEvent = command({
  name: "event.create",
  input: createEventInput,
  limits: [eventsOfAccount],
  subject: ({ tx, actor, input }) => lockHost(tx, actor, input),
  policy: canCreateEvent,
  async execute({ tx, actor, input, subject: { scope, group }, record, enqueue }) {
    const { kind, scope: _, groupId, stage: asked, items, repeat, until, skipHolidays, ...content } = input;
    checkAudience(content.audience, group);
    const known = asked === "published";
    const right = group || creationRight(actor, scope) === "publish" ? "published" : "proposed";
    const stage = known ? right : "draft";
    const { columns, shifts } = await readContent(tx, actor, content, { scope, kind, known });
    const [id, now] = [newId(), clock.now()];
    const slug = slugify(columns.title, "evenement");
    const made = { createdById: actor.id, createdAt: now, changedAt: now };
    const publishedAt = stage === "published" ? now : null;
    await tx.event.create({ data: { id, slug, kind, scope, groupId, stage, ...columns, ...made, publishedAt } });
    await createShifts(tx, id, shifts);
    if (items.length > 0)
      await tx.eventItem.createMany({
        data: items.map((item, position) => ({ ...item, id: newId(), eventId: id, position })),
      });
    if (actor.id) await tx.eventOrganiser.create({ data: { eventId: id, memberId: actor.id, addedAt: now } });
    const change = stage === "draft" ? "created" : stage;
    await tx.eventChange.create({ data: { id: newId(), eventId: id, kind: change, byId: actor.id, at: now } });
    record({ draft: eventCreated, proposed: eventProposed, published: eventPublished }[stage]({ eventId: id }));
    if (repeat) await beginSeries(tx, { eventId: id, fields: { repeat, until, skipHolidays }, byId: actor.id, record });
    await tellLeaders({ tx, actor, record, enqueue }, { id, scope, stage, audience: columns.audience });
    return { id, slug, stage };
  },
});
