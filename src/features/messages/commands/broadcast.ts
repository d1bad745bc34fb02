import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { carryBroadcasts } from "../broadcast.jobs.ts";
import { broadcastInput } from "../broadcast.schema.ts";
import { broadcastSent } from "../inbox.facts.ts";
import { canBroadcast } from "../inbox.policy.ts";
import { DAY_MS } from "../inbox.rules.ts";
import { broadcasting } from "../inbox-limit.rules.ts";
import { findPlace } from "../place.queries.ts";

/** Somebody in charge writes to all members of a place, once a day; each gets it in her own conversation with the place. */
export const broadcast = command({
  name: "broadcast.send",
  input: broadcastInput,
  limits: [broadcasting],
  async subject({ tx, input: { scope } }) {
    // One after the other, whoever sends them: the second one sees the first.
    await tx.$queryRaw(sql`select pg_advisory_xact_lock(hashtextextended('broadcast ' || ${scope}, 0))::text`);
    if (!(await findPlace(scope, tx))) throw new AppError("not_found", "absent");
    const since = new Date(clock.now().getTime() - DAY_MS);
    const sentToday = (await tx.broadcast.count({ where: { scope, sentAt: { gt: since } } })) > 0;
    return { scope, sentToday };
  },
  policy: canBroadcast,
  async execute({ tx, actor, input: { scope, words, adherentsOnly }, record, enqueue }) {
    const id = newId();
    await tx.broadcast.create({
      data: { id, scope, words, adherentsOnly, authorId: actor.id, sentAt: clock.now() },
    });
    record(broadcastSent({ broadcastId: id, scope }));
    await enqueue(carryBroadcasts, { broadcastId: id });
    return { broadcastId: id, scope };
  },
});
