// The holder withdraws, the successor declines, or the federation says no.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { canCancelHandover } from "../handover.policy.ts";
import { mandateActs } from "../limit.rules.ts";
import { handoverCancelled } from "../mandate.facts.ts";
import { handoverInput } from "../mandate.schema.ts";
import { lockVisibleHandover } from "./lock-handover.ts";

export const cancelHandover = command({
  name: "handover.cancel",
  input: handoverInput,
  limits: [mandateActs],
  subject: ({ tx, actor, input }) => lockVisibleHandover(tx, actor, input.handoverId),
  policy: canCancelHandover,
  async execute({ tx, actor, subject: { id, scope }, record }) {
    await tx.handover.update({ where: { id }, data: { cancelledAt: clock.now(), cancelledById: actor.id } });
    record(handoverCancelled({ handoverId: id, scope }));
  },
});
