import { z } from "zod";
import { allow, refuse } from "@/core/decision.ts";
import { idText } from "@/core/text.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { duePhase, rankOf } from "../debate.rules.ts";
import { enterPhase } from "./enter-phase.ts";
import { lockVisibleDebate } from "./lock-debates.ts";

/** Takes a debate to the phase whose date has come, by itself. Done twice, it changes nothing the second time. */
export const followSchedule = command({
  name: "debate.follow-schedule",
  input: z.strictObject({ debateId: idText }),
  subject: ({ tx, actor, input }) => lockVisibleDebate(tx, actor, input.debateId),
  policy: (actor) => (actor.kind === "system" ? allow : refuse("not_yours")),
  async execute({ tx, subject: debate, record }) {
    const to = duePhase(debate, clock.now());
    if (rankOf(to) > rankOf(debate.phase)) record(await enterPhase(tx, debate, { to, byId: null }));
  },
});
