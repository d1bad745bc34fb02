import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { canRunDebate } from "../debate.policy.ts";
import { type DebatePhase, phases, rankOf, type Schedule } from "../debate.rules.ts";
import { reopenPhaseInput } from "../debate.schema.ts";
import { enterPhase } from "./enter-phase.ts";
import { lockVisibleDebate } from "./lock-debates.ts";

/** A host takes a debate back one step, once, with a reason that everybody reads. */
export const reopenPhase = command({
  name: "debate.reopen-phase",
  input: reopenPhaseInput,
  subject: ({ tx, actor, input }) => lockVisibleDebate(tx, actor, input.debateId),
  policy: canRunDebate,
  async execute({ tx, actor, input: { reason, until }, subject: debate, record }) {
    const to = phases[rankOf(debate.phase) - 1];
    if (!to || to === "upcoming") throw new AppError("conflict", "nothing_to_reopen");
    const last = await tx.debateChange.findFirst({
      where: { debateId: debate.id, kind: "phase" },
      orderBy: { seq: "desc" },
    });
    if (last?.fromPhase && last.toPhase && rankOf(last.toPhase) < rankOf(last.fromPhase))
      throw new AppError("conflict", "reopened_already");
    const schedule = reopenedSchedule(debate, debate.phase, until);
    record(await enterPhase(tx, debate, { to, byId: actor.id, reason, schedule }));
  },
});

/** The dates once a phase has been left backwards: it begins again at `until`, or by hand. */
function reopenedSchedule(debate: Schedule, left: DebatePhase, until: Date | null): Schedule {
  const { opensAt, debateAt, voteAt, closesAt } = debate;
  const wrong = (sentence: string) => new AppError("invalid", "bad_input", { fields: { until: sentence } });
  if (until && until <= clock.now()) throw wrong("Cette date est déjà passée.");
  if (left === "closed") return { opensAt, debateAt, voteAt, closesAt };
  if (left === "synthesis") {
    if (!until) throw wrong("Dis jusqu’à quand.");
    return { opensAt, debateAt, voteAt, closesAt: until };
  }
  if (until && until > closesAt) throw wrong("Cette date vient après la fin du débat.");
  if (left === "vote") return { opensAt, debateAt, voteAt: until, closesAt };
  return { opensAt, debateAt: until, voteAt: voteAt && until && voteAt < until ? until : voteAt, closesAt };
}
