import { AppError } from "@/core/app-error.ts";
import { citedIn } from "@/core/rich-text.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { synthesisPublished } from "../debate.facts.ts";
import { canRunDebate } from "../debate.policy.ts";
import { publishSynthesisInput } from "../debate.schema.ts";
import { appendChange } from "./debate-log.ts";
import { lockVisibleDebate } from "./lock-debates.ts";

/** A host says what a debate came to, citing contributions by their numbers; again to mend it, until it is closed. */
export const publishSynthesis = command({
  name: "debate.publish-synthesis",
  input: publishSynthesisInput,
  subject: ({ tx, actor, input }) => lockVisibleDebate(tx, actor, input.debateId),
  policy: canRunDebate,
  async execute({ tx, actor, input: { body }, subject: debate, record }) {
    if (debate.phase !== "synthesis") throw new AppError("conflict", "not_the_synthesis_phase");
    const unknown = await missing(tx, debate.id, citedIn(body));
    if (unknown.length > 0) {
      const list = unknown.map((seq) => `n° ${seq}`).join(", ");
      throw new AppError("invalid", "bad_input", { fields: { body: `Contribution introuvable : ${list}.` } });
    }
    await tx.debate.update({ where: { id: debate.id }, data: { synthesis: body } });
    const seq = await appendChange(tx, debate.id, { kind: "synthesis", byId: actor.id });
    record(synthesisPublished({ debateId: debate.id, audience: debate.audience, from: seq, to: seq }));
  },
});

/** The cited numbers that are no contribution on show. */
async function missing(tx: Tx, debateId: string, cited: readonly number[]): Promise<number[]> {
  const found = await tx.contribution.findMany({
    where: {
      debateId,
      seq: { in: [...cited] },
      hiddenAt: null,
      OR: [{ parentId: null }, { parent: { hiddenAt: null } }],
    },
    select: { seq: true },
  });
  const known = new Set(found.map(({ seq }) => seq));
  return cited.filter((seq) => !known.has(seq));
}
