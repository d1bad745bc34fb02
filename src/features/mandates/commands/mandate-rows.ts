import type { Role } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import type { Fact } from "@/core/fact.ts";
import { newId } from "@/core/ids.ts";
import type { Scope } from "@/core/scope.ts";
import { mandateEnded, mandateGiven } from "@/features/accounts/index.ts";
import { clock } from "@/platform/clock.ts";
import type { Tx } from "@/platform/db/client.ts";
import { handoverCancelled } from "../mandate.facts.ts";

/** A role is held where it has a meaning: a leader in a section, an admin in a federation, the others nationally. */
export async function requireScope(tx: Tx, role: Role, scope: Scope): Promise<void> {
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

type NewMandate = { memberId: string; role: Role; scope: Scope; beginsAt: Date; endsAt: Date | null };

/** Writes a mandate; answers its id and what happened. */
export async function writeMandate(tx: Tx, mandate: NewMandate, givenById: string | null) {
  const row = { ...mandate, id: newId(), givenAt: clock.now(), givenById };
  await tx.mandate.create({ data: row });
  return { id: row.id, fact: mandateGiven({ memberId: row.memberId, mandateId: row.id, scope: row.scope }) };
}

type Held = { id: string; memberId: string; scope: Scope; beginsAt: Date };

/**
 * Ends a mandate now, in the transaction, with the handovers that were open for it; one that has not begun never was.
 * Answers what happened.
 */
export async function endNow(
  tx: Tx,
  mandate: Held,
  end: { reason: string; byId: string | null; at?: Date },
): Promise<readonly Fact[]> {
  const now = end.at ?? clock.now();
  const cancelled = await cancelOpenHandovers(tx, mandate.id, end.byId);
  if (mandate.beginsAt > now) await tx.mandate.delete({ where: { id: mandate.id } });
  else {
    // A mandate lasts: one given this very millisecond ends in the next.
    const endsAt = new Date(Math.max(now.getTime(), mandate.beginsAt.getTime() + 1));
    await tx.mandate.update({
      where: { id: mandate.id },
      data: { endsAt, endReason: end.reason, endedById: end.byId },
    });
  }
  const { id: mandateId, memberId, scope } = mandate;
  return [...cancelled, mandateEnded({ memberId, mandateId, scope })];
}

async function cancelOpenHandovers(tx: Tx, mandateId: string, byId: string | null): Promise<readonly Fact[]> {
  const open = await tx.handover.findMany({
    where: { mandateId, doneAt: null, cancelledAt: null },
    select: { id: true, scope: true },
  });
  if (open.length === 0) return [];
  await tx.handover.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { cancelledAt: clock.now(), cancelledById: byId },
  });
  return open.map(({ id, scope }) => handoverCancelled({ handoverId: id, scope }));
}
