import { command, enforce } from "@/platform/command.ts";
import { canRunDebate } from "../debate.policy.ts";
import { movePhaseInput } from "../debate.schema.ts";
import { canEnter, enterPhase } from "./enter-phase.ts";
import { lockVisibleDebate } from "./lock-debates.ts";

/** A host takes a debate forward to a later phase, without waiting for its date. */
export const movePhase = command({
  name: "debate.move-phase",
  input: movePhaseInput,
  subject: ({ tx, actor, input }) => lockVisibleDebate(tx, actor, input.debateId),
  policy: canRunDebate,
  async execute({ tx, actor, input, subject: debate, record }) {
    enforce(canEnter(debate, input.to));
    record(await enterPhase(tx, debate, { to: input.to, byId: actor.id }));
  },
});
