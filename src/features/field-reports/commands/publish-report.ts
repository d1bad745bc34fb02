import { newId } from "@/core/ids.ts";
import { zonedDay } from "@/core/zoned-time.ts";
import { lockVisibleEvent } from "@/features/events/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { reportPublished } from "../field-report.facts.ts";
import { canReport, takesPart } from "../field-report.policy.ts";
import { publishReportInput } from "../field-report.schema.ts";

/** Somebody who was there tells what was done; her section reads it, and totals take it in. */
export const publishReport = command({
  name: "field-report.publish",
  input: publishReportInput,
  limits: [{ rule: { name: "field-report.publish", points: 20, seconds: 86_400 }, by: "account" }],
  async subject({ tx, actor, input }) {
    const event = await lockVisibleEvent(tx, actor, input.eventId);
    const [row] = await tx.$queryRaw<{ taken: boolean }[]>(sql`
      select ${takesPart(actor)} as taken from event e where e.id = ${event.id}`);
    return { ...event, takesPart: row?.taken ?? false };
  },
  policy: (actor, event) => canReport(actor, event, clock.now()),
  async execute({ tx, actor, input, subject: event, record }) {
    const id = newId();
    const day = new Date(`${zonedDay(event.startsAt, event.zone)}T00:00:00Z`);
    const { scope, kind } = event;
    await tx.fieldReport.create({
      data: { ...input, id, scope, kind, day, authorId: actor.id, publishedAt: clock.now() },
    });
    record(reportPublished({ reportId: id, eventId: event.id }));
    return { id };
  },
});
