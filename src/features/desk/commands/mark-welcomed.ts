// Whoever welcomes a newcomer says that it is done: she leaves the desk.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { memberWelcomed } from "../desk.facts.ts";
import { canMarkWelcomed } from "../desk.policy.ts";
import { ofMemberInput } from "../desk.schema.ts";
import { deskActs } from "../desk-limit.rules.ts";
import { lockNewcomer, saveWelcome } from "./lock-newcomer.ts";

export const markWelcomed = command({
  name: "welcome.mark-done",
  input: ofMemberInput,
  limits: [deskActs],
  subject: ({ tx, actor, input }) => lockNewcomer(tx, actor, input.memberId),
  policy: canMarkWelcomed,
  async execute({ tx, actor, input: { memberId }, subject, record }) {
    const desk = subject.manages ? subject.scope : null;
    if (subject.welcomed) return { desk };
    await saveWelcome(tx, subject, { welcomedAt: clock.now(), welcomedById: actor.id });
    record(memberWelcomed({ memberId }));
    return { desk };
  },
});
