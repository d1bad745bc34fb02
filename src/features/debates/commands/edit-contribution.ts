import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { contributionEdited } from "../debate.facts.ts";
import { canEdit } from "../debate.policy.ts";
import { editContributionInput } from "../debate.schema.ts";
import { appendChange } from "./debate-log.ts";
import { lockVisibleDebate } from "./lock-debates.ts";

/** An author mends her words in the ten minutes that follow; what they were stays to be read. */
export const editContribution = command({
  name: "debate.edit-contribution",
  input: editContributionInput,
  // Each wording stays to be read, on the contribution's own page.
  limits: [{ rule: { name: "contribution.edit", points: 20, seconds: 600 }, by: "account" }],
  subject: ({ tx, actor, input }) => lockContribution(tx, actor, input.contributionId),
  policy: (actor, contribution) => canEdit(actor, contribution, clock.now()),
  async execute({ tx, actor, input: { body }, subject: { id, seq, debate, ...before }, record }) {
    if (body !== before.body) {
      const now = clock.now();
      await tx.$executeRaw(sql`
        insert into contribution_revision (contribution_id, number, body, replaced_at)
        select ${id}, count(*) + 1, ${before.body}, ${now}::timestamptz
        from contribution_revision where contribution_id = ${id}`);
      await tx.contribution.update({ where: { id }, data: { body, editedAt: now } });
      const change = await appendChange(tx, debate.id, { kind: "edited", byId: actor.id, contributionId: id });
      const { id: debateId, audience } = debate;
      record(contributionEdited({ debateId, audience, from: change, to: change, contributionId: id }));
    }
    return { debateId: debate.id, slug: debate.slug, seq: before.parentSeq ?? seq };
  },
});

async function lockContribution(tx: Tx, actor: Actor, id: string) {
  const known = await tx.contribution.findUnique({ where: { id }, select: { debateId: true } });
  const debate = await lockVisibleDebate(tx, actor, known?.debateId ?? "");
  const found = await tx.contribution.findFirst({
    where: { id, hiddenAt: null, OR: [{ parentId: null }, { parent: { hiddenAt: null } }] },
    select: { id: true, seq: true, body: true, authorId: true, createdAt: true, parent: { select: { seq: true } } },
  });
  if (!found) throw new AppError("not_found", "absent");
  const { parent, ...contribution } = found;
  return { ...contribution, parentSeq: parent?.seq ?? null, phase: debate.phase, debate };
}
