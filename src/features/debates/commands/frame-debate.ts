import { AppError } from "@/core/app-error.ts";
import { slugify } from "@/core/paths.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { debateReframed } from "../debate.facts.ts";
import { canRunDebate } from "../debate.policy.ts";
import { duePhase, rankOf } from "../debate.rules.ts";
import { reframeDebateInput, rescheduleDebateInput } from "../debate.schema.ts";
import { lockVisibleDebate } from "./lock-debates.ts";

/** A host words a debate otherwise, as long as nobody has been asked to answer it. */
export const reframeDebate = command({
  name: "debate.reframe",
  input: reframeDebateInput,
  subject: ({ tx, actor, input }) => lockVisibleDebate(tx, actor, input.debateId),
  policy: canRunDebate,
  async execute({ tx, input: { question, framing }, subject: debate, record }) {
    if (debate.phase !== "upcoming") throw new AppError("conflict", "too_late_to_reframe");
    const slug = slugify(question);
    await tx.debate.update({ where: { id: debate.id }, data: { question, framing, slug } });
    record(debateReframed({ debateId: debate.id, audience: debate.audience }));
    return { id: debate.id, slug };
  },
});

/** A host changes the dates of the phases to come. Those that have begun keep theirs. */
export const rescheduleDebate = command({
  name: "debate.reschedule",
  input: rescheduleDebateInput,
  subject: ({ tx, actor, input }) => lockVisibleDebate(tx, actor, input.debateId),
  policy: canRunDebate,
  async execute({ tx, input, subject: debate, record }) {
    const begun = (phase: Parameters<typeof rankOf>[0]) => rankOf(debate.phase) >= rankOf(phase);
    if (begun("synthesis")) throw new AppError("conflict", "debate_closed");
    const dates = {
      opensAt: begun("ideas") ? debate.opensAt : input.opensAt,
      debateAt: begun("debate") ? debate.debateAt : input.debateAt,
      voteAt: begun("vote") ? debate.voteAt : input.voteAt,
      closesAt: input.closesAt,
    };
    if (rankOf(duePhase(dates, clock.now())) > rankOf(debate.phase))
      throw new AppError("invalid", "bad_input", { fields: { closesAt: "Une étape à venir commence dans le futur." } });
    await tx.debate.update({ where: { id: debate.id }, data: dates });
    record(debateReframed({ debateId: debate.id, audience: debate.audience }));
  },
});
