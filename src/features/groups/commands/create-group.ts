import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { slugify } from "@/core/paths.ts";
import { NATIONAL } from "@/core/scope.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { groupCreated } from "../group.facts.ts";
import { createGroupInput } from "../group.schema.ts";
import { groupsOfAccount } from "../group-limit.rules.ts";
import { canCreateGroup } from "../membership.policy.ts";

/** An adherent forms a group where she lives or answers for, and leads it. */
export const createGroup = command({
  name: "group.create",
  input: createGroupInput,
  limits: [groupsOfAccount],
  subject: ({ tx, input }) => requireScope(tx, input.scope),
  policy: (actor, _, { scope }) => canCreateGroup(actor, scope),
  async execute({ tx, actor, input, record }) {
    const [id, now] = [newId(), clock.now()];
    const slug = slugify(input.name, "groupe");
    await tx.group.create({ data: { ...input, id, slug, createdById: actor.id, createdAt: now } });
    if (actor.id) {
      const accepted = { rulesAcceptedAt: input.rules ? now : null };
      await tx.groupMembership.create({
        data: { groupId: id, memberId: actor.id, role: "lead", joinedAt: now, ...accepted },
      });
    }
    record(groupCreated({ groupId: id }));
    return { id, slug };
  },
});

/** Throws `invalid` when there is no such territory. */
export async function requireScope(tx: Tx, scope: string): Promise<void> {
  const [, federationId, sectionId] = scope.split("/");
  const exists = sectionId
    ? await tx.section.count({ where: { scope } })
    : scope === NATIONAL || (await tx.federation.count({ where: { id: federationId ?? "" } }));
  if (!exists) throw new AppError("invalid", "bad_input", { fields: { scope: "Ce territoire n’existe pas." } });
}
