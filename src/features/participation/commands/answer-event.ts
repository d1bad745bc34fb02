// A member says that she may come, or that she does not: then her places go to those who wait.
import { AppError } from "@/core/app-error.ts";
import { lockVisibleEvent } from "@/features/events/index.ts";
import { leavePlace } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { eventAnswered } from "../participation.facts.ts";
import { canTakePart } from "../participation.policy.ts";
import { answerEventInput } from "../participation.schema.ts";
import { signUpsOfAccount } from "../participation-limit.rules.ts";
import { keepSelf } from "./lock-participation.ts";

export const answerEvent = command({
  name: "event.answer",
  input: answerEventInput,
  limits: [signUpsOfAccount],
  async subject({ tx, actor, input }) {
    await keepSelf(tx, actor);
    return { ...(await lockVisibleEvent(tx, actor, input.eventId)), now: clock.now() };
  },
  policy: canTakePart,
  async execute({ tx, actor, input: { eventId, answer }, subject: { now }, record }) {
    const memberId = actor.id ?? "";
    const mine = answer === "none" ? [] : await listMine(tx, eventId, memberId, now);
    if (answer === "maybe" && mine.length > 0) throw new AppError("conflict", "leave_first");
    for (const signUpId of mine) await leavePlace(tx, { signUpId, because: "cancelled", now, record });
    if (answer === "none") await tx.eventAnswer.deleteMany({ where: { eventId, memberId } });
    else
      await tx.$executeRaw(sql`
        insert into event_answer (event_id, member_id, answer, answered_at)
        values (${eventId}, ${memberId}, ${answer}::event_answer_kind, ${now})
        on conflict (event_id, member_id) do update set answer = excluded.answer, answered_at = excluded.answered_at`);
    record(eventAnswered({ eventId }));
  },
});

/** Her sign-ups on what is left of an event, by shift: the order of locks. */
async function listMine(tx: Tx, eventId: string, memberId: string, now: Date): Promise<string[]> {
  const rows = await tx.signUp.findMany({
    where: { memberId, state: { not: "left" }, shift: { eventId, removedAt: null, endsAt: { gt: now } } },
    orderBy: { shiftId: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
