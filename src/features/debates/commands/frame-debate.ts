import { AppError } from "@/core/app-error.ts";
import { slugify } from "@/core/paths.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { debateReframed } from "../debate.facts.ts";
import { canRunDebate } from "../debate.policy.ts";
import { type DebatePhase, duePhase, rankOf, type Schedule } from "../debate.rules.ts";
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

/** The field that says when a phase begins. */
const fieldOf: Partial<Record<DebatePhase, keyof Schedule>> = {
  ideas: "opensAt",
  debate: "debateAt",
  vote: "voteAt",
};

/** A host changes the dates of the phases to come. Those that have begun keep theirs. */
export const rescheduleDebate = command({
  name: "debate.reschedule",
  input: rescheduleDebateInput,
  subject: ({ tx, actor, input }) => lockVisibleDebate(tx, actor, input.debateId),
  policy: canRunDebate,
  async execute({ tx, input, subject: debate, record }) {
    const begun = (phase: DebatePhase) => rankOf(debate.phase) >= rankOf(phase);
    if (begun("synthesis")) throw new AppError("conflict", "debate_closed");
    const dates = {
      opensAt: begun("ideas") ? debate.opensAt : input.opensAt,
      debateAt: begun("debate") ? debate.debateAt : input.debateAt,
      voteAt: begun("vote") ? debate.voteAt : input.voteAt,
      closesAt: input.closesAt,
    };
    const due = duePhase(dates, clock.now());
    if (rankOf(due) > rankOf(debate.phase))
      throw new AppError("invalid", "bad_input", {
        fields: { [fieldOf[due] ?? "closesAt"]: "Cette date est déjà passée." },
      });
    await tx.debate.update({ where: { id: debate.id }, data: dates });
    record(debateReframed({ debateId: debate.id, audience: debate.audience }));
  },
});
