import { allow, type Decision, refuse } from "@/core/decision.ts";
import type { Fact } from "@/core/fact.ts";
import { clock } from "@/platform/clock.ts";
import type { Tx } from "@/platform/db/client.ts";
import { phaseMoved } from "../debate.facts.ts";
import { type DebatePhase, rankOf, reachedSchedule, type Schedule } from "../debate.rules.ts";
import { appendChange } from "./debate-log.ts";
import type { LockedDebate } from "./lock-debates.ts";

/** Whether a debate may go forward to a phase now. */
export function canEnter(debate: Pick<LockedDebate, "phase" | "hasSynthesis">, to: DebatePhase): Decision {
  if (rankOf(to) <= rankOf(debate.phase)) return refuse("not_the_next_phase", "conflict");
  // What nobody took part in has nothing to conclude.
  if (debate.phase === "upcoming" && rankOf(to) >= rankOf("synthesis"))
    return refuse("debate_not_open_yet", "conflict");
  if (to !== "closed") return allow;
  if (debate.phase !== "synthesis") return refuse("not_the_next_phase", "conflict");
  return debate.hasSynthesis ? allow : refuse("synthesis_missing", "conflict");
}

type Entry = { to: DebatePhase; byId: string | null; reason?: string; schedule?: Schedule };

/** Puts a locked debate into another phase, writes it in the log, and answers the fact to record. */
export async function enterPhase(tx: Tx, debate: LockedDebate, { to, byId, reason, schedule }: Entry): Promise<Fact> {
  const dates = schedule ?? reachedSchedule(debate, to, clock.now());
  await tx.debate.update({ where: { id: debate.id }, data: { ...dates, phase: to } });
  const seq = await appendChange(tx, debate.id, {
    kind: "phase",
    byId,
    fromPhase: debate.phase,
    toPhase: to,
    ...(reason && { reason }),
  });
  return phaseMoved({ debateId: debate.id, audience: debate.audience, from: seq, to: seq, phase: to });
}
