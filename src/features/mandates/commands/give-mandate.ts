// Someone responsible gives a member a mandate: a role in a scope, from now or a day on, until a date or without end.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { mandateActs } from "../limit.rules.ts";
import { canGiveMandate } from "../mandate.policy.ts";
import { giveMandateInput } from "../mandate.schema.ts";
import { requireScope, writeMandate } from "./mandate-rows.ts";
import { lockPerson } from "./persons.ts";

export const giveMandate = command({
  name: "account.give-mandate",
  input: giveMandateInput,
  limits: [mandateActs],
  subject: ({ tx, actor, input }) => lockPerson(tx, actor, input.memberId),
  policy: canGiveMandate,
  async execute({ tx, actor, input, subject: { id: memberId }, record }) {
    const { role, scope, endsAt = null } = input;
    await requireScope(tx, role, scope);
    const beginsAt = input.beginsAt ?? clock.now();
    const held = await tx.mandate.findFirst({
      where: { memberId, role, scope, endsAt, beginsAt: { lte: beginsAt } },
      select: { id: true },
    });
    if (held) return { mandateId: held.id };
    const { id, fact } = await writeMandate(tx, { memberId, role, scope, beginsAt, endsAt }, actor.id);
    record(fact);
    return { mandateId: id };
  },
});
