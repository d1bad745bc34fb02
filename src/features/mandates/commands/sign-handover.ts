// The holder or the successor signs; the second signature moves the mandate at once when the day has come.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { canSignHandover } from "../handover.policy.ts";
import { mandateActs } from "../limit.rules.ts";
import { tellNews } from "../mail.jobs.ts";
import { handoverSigned } from "../mandate.facts.ts";
import { handoverInput } from "../mandate.schema.ts";
import { isDue, moveMandate } from "./complete-handover.ts";
import { lockVisibleHandover } from "./lock-handover.ts";

export const signHandover = command({
  name: "handover.sign",
  input: handoverInput,
  limits: [mandateActs],
  subject: ({ tx, actor, input }) => lockVisibleHandover(tx, actor, input.handoverId),
  policy: canSignHandover,
  async execute({ tx, actor, subject: handover, record, enqueue }) {
    const { id, scope } = handover;
    const signature = { [actor.id === handover.holderId ? "holderSignedAt" : "successorSignedAt"]: clock.now() };
    await tx.handover.update({ where: { id }, data: signature });
    record(handoverSigned({ handoverId: id, scope }));
    const signed = { ...handover, ...signature };
    if (isDue(signed)) record(...(await moveMandate(tx, signed)));
    await enqueue(tellNews, { news: isDue(signed) ? "handover.done" : "handover.signed", about: id });
  },
});
