// Someone responsible gives a member a mandate: a role in a scope, until a date or without end.

import type { Role } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { mandateGiven } from "../account.facts.ts";
import { giveMandateInput } from "../account.schema.ts";
import { accountChanges } from "../limit.rules.ts";
import { canGiveMandate } from "../mandate.policy.ts";
import { lockSubject } from "./members.ts";

/** A role is held where it has a meaning: a leader in a section, an admin in a federation, the others nationally. */
async function requireScope(tx: Tx, role: Role, scope: string): Promise<void> {
  const federationId = /^national\/([\w-]+)$/.exec(scope)?.[1];
  const exists =
    role === "section_leader"
      ? (await tx.section.count({ where: { scope } })) > 0
      : role === "federation_admin"
        ? federationId !== undefined && (await tx.federation.count({ where: { id: federationId } })) > 0
        : scope === "national";
  if (!exists)
    throw new AppError("invalid", "bad_input", { fields: { scope: "Ce périmètre n’existe pas pour ce rôle." } });
}

export const giveMandate = command({
  name: "account.give-mandate",
  input: giveMandateInput,
  limits: [accountChanges],
  subject: ({ tx, input }) => lockSubject(tx, input.memberId),
  policy: canGiveMandate,
  async execute({ tx, actor, input, subject: member, record }) {
    const { role, scope, endsAt = null } = input;
    await requireScope(tx, role, scope);
    const now = clock.now();
    const held = await tx.mandate.findFirst({
      where: { memberId: member.id, role, scope, endsAt, beginsAt: { lte: now } },
      select: { id: true },
    });
    if (held) return { mandateId: held.id };
    const row = {
      id: newId(),
      memberId: member.id,
      role,
      scope,
      endsAt,
      beginsAt: now,
      givenAt: now,
      givenById: actor.id,
    };
    await tx.mandate.create({ data: row });
    record(mandateGiven({ memberId: member.id, mandateId: row.id, scope }));
    return { mandateId: row.id };
  },
});
