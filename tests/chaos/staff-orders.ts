import { system } from "@/core/actor.ts";
import { suspendMember } from "@/features/accounts/index.ts";
import { editContribution } from "@/features/debates/index.ts";
import { decideCase, reportObject } from "@/features/moderation/index.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";

/** What the chaos asks a process of the product to do, besides what its clients do. */
type Order =
  | { what: "edit"; memberId: string; contributionId: string; body: string }
  | { what: "hide"; reporterId: string; contributionId: string }
  | { what: "suspend"; memberId: string };

/** Runs an order by the product's own commands. */
async function obey(order: Order): Promise<void> {
  if (order.what === "edit") {
    const { memberId, contributionId, body } = order;
    await editContribution({ actor: await actorOfMember(memberId) }, { contributionId, body });
  } else if (order.what === "hide") {
    const about = { kind: "contribution", objectId: order.contributionId };
    await reportObject({ actor: await actorOfMember(order.reporterId) }, { ...about, rule: "1", words: "" });
    const found = await db.moderationCase.findUniqueOrThrow({ where: { kind_objectId: about } });
    const words = "Contraire à la première règle.";
    await decideCase({ actor: system }, { caseId: found.id, outcome: "hide", rule: "1", words });
  } else {
    const suspended = await db.suspension.count({ where: { memberId: order.memberId, liftedAt: null } });
    if (suspended === 0)
      await suspendMember({ actor: system }, { memberId: order.memberId, reason: "Pour l’épreuve." });
  }
}

/** Takes orders from the process that started this one. */
export function takeOrders(): void {
  process.on("message", async ({ n, order }: { n: number; order: Order }) => {
    const failure = await obey(order).then(
      () => null,
      (error: { reason?: string; code?: string }) => error.reason ?? error.code ?? "fault",
    );
    process.send?.({ n, failure });
  });
}
