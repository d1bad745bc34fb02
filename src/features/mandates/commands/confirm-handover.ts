// The federation confirms who comes after a section's leader.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { canConfirmHandover } from "../handover.policy.ts";
import { mandateActs } from "../limit.rules.ts";
import { tellNews } from "../mail.jobs.ts";
import { handoverConfirmed } from "../mandate.facts.ts";
import { handoverInput } from "../mandate.schema.ts";
import { lockVisibleHandover } from "./lock-handover.ts";

export const confirmHandover = command({
  name: "handover.confirm",
  input: handoverInput,
  limits: [mandateActs],
  subject: ({ tx, actor, input }) => lockVisibleHandover(tx, actor, input.handoverId),
  policy: canConfirmHandover,
  async execute({ tx, actor, subject: { id, scope }, record, enqueue }) {
    await tx.handover.update({ where: { id }, data: { confirmedAt: clock.now(), confirmedById: actor.id } });
    record(handoverConfirmed({ handoverId: id, scope }));
    await enqueue(tellNews, { news: "handover.confirmed", about: id });
  },
});
