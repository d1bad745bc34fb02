// A handover whose day has come moves the mandate, in one transaction; one that can no longer be is cancelled. By itself.
import type { Fact } from "@/core/fact.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { tellNews } from "../mail.jobs.ts";
import { handoverCancelled, handoverDone } from "../mandate.facts.ts";
import { isSystem } from "../mandate.policy.ts";
import { HANDED_OVER, isOpen, isSealed } from "../mandate.rules.ts";
import { handoverInput } from "../mandate.schema.ts";
import { type LockedHandover, lockVisibleHandover } from "./lock-handover.ts";
import { endNow, writeMandate } from "./mandate-rows.ts";

/** Whether the mandate moves now: confirmed, signed by both, and the day has come. */
export const isDue = (handover: LockedHandover): boolean =>
  isOpen(handover) && isSealed(handover) && !handover.broken && handover.effectiveAt <= clock.now();

/** Moves the mandate of a locked handover that is due: the old one ends as the new one begins. */
export async function moveMandate(tx: Tx, handover: LockedHandover): Promise<readonly Fact[]> {
  const { id, mandateId, holderId, successorId, role, scope, endsAt, confirmedById } = handover;
  const now = clock.now();
  const held = await tx.mandate.findUniqueOrThrow({ where: { id: mandateId } });
  // Done first: ending the mandate cancels the handovers that are still open for it.
  await tx.handover.update({ where: { id }, data: { doneAt: now } });
  const ended = await endNow(tx, held, { reason: HANDED_OVER, byId: holderId, at: now });
  const next = { memberId: successorId, role, scope, beginsAt: now, endsAt };
  const { fact } = await writeMandate(tx, next, confirmedById);
  return [...ended, fact, handoverDone({ handoverId: id, scope })];
}

export const completeHandover = command({
  name: "handover.complete",
  input: handoverInput,
  subject: ({ tx, actor, input }) => lockVisibleHandover(tx, actor, input.handoverId),
  policy: isSystem,
  async execute({ tx, subject: handover, record, enqueue }) {
    const { id, scope, broken } = handover;
    if (isDue(handover)) {
      record(...(await moveMandate(tx, handover)));
      await enqueue(tellNews, { news: "handover.done", about: id });
    } else if (isOpen(handover) && broken) {
      await tx.handover.update({ where: { id }, data: { cancelledAt: clock.now() } });
      record(handoverCancelled({ handoverId: id, scope }));
    }
  },
});
