import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { canEditEvent, publishes } from "../event.policy.ts";
import { changeEventInput } from "../event.schema.ts";
import { changesOfEvent } from "../organiser-limit.rules.ts";
import { tellOfSeries } from "../series-mail.jobs.ts";
import { applyChange } from "./apply-change.ts";
import { beginEdit, finishEdit } from "./change-series.ts";
import { readContent } from "./event-content.ts";
import { checkAudience } from "./event-host.ts";
import { lockVisibleEvent } from "./lock-event.ts";
import type { NewsOfOne } from "./series-news.ts";

/** Who runs an event says otherwise what it is, when, where and for whom; participants are told once of what matters. */
export const changeEvent = command({
  name: "event.change",
  input: changeEventInput,
  limits: [changesOfEvent],
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: (actor, event) => canEditEvent(actor, event, clock.now()),
  async execute({ tx, actor, input: { eventId, tell, spread, ...content }, subject: event, record, enqueue }) {
    const { scope, kind, stage } = event;
    // Who may only propose does not open to others what was agreed to.
    const opens = content.audience !== event.audience || content.adherentsOnly !== event.adherentsOnly;
    if (stage === "published" && opens && !publishes(actor, event))
      throw new AppError("invalid", "bad_input", {
        fields: { audience: "Les responsables du territoire choisissent qui est invité." },
      });
    if (content.audience !== event.audience)
      checkAudience(
        content.audience,
        event.groupId ? await tx.group.findUnique({ where: { id: event.groupId }, select: { entry: true } }) : null,
      );
    const read = await readContent(tx, actor, content, { scope, kind, known: stage !== "draft" });
    const before = await beginEdit(tx, actor, { eventId, spread });
    const by = { byId: actor.id, record };
    const changed = await applyChange(tx, { event, ...read, tell, carried: before !== null, now: clock.now(), ...by });
    if (before) {
      const send = (news: NewsOfOne) => enqueue(tellOfSeries, news);
      await finishEdit(tx, { eventId, before, ...changed, ...by, enqueue: send });
    }
    return { id: eventId, slug: changed.slug };
  },
});
