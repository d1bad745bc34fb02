// Whoever welcomes a newcomer writes her a word; it leaves by e-mail, and neither learns the other's address.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { limits } from "@/platform/limits.ts";
import { welcomeWritten } from "../desk.facts.ts";
import { sendWelcome } from "../desk.jobs.ts";
import { canWriteWelcome } from "../desk.policy.ts";
import { writeWelcomeInput } from "../desk.schema.ts";
import { welcomesOfAccount, welcomesToMember } from "../desk-limit.rules.ts";
import { lockNewcomer, saveWelcome } from "./lock-newcomer.ts";

export const writeWelcome = command({
  name: "welcome.write",
  input: writeWelcomeInput,
  limits: [welcomesOfAccount],
  subject: ({ tx, actor, input }) => lockNewcomer(tx, actor, input.memberId),
  policy: canWriteWelcome,
  async execute({ tx, actor, input: { memberId, words }, subject, record, enqueue }) {
    await limits().consume(welcomesToMember, memberId, tx);
    await saveWelcome(tx, subject, { writtenAt: clock.now() });
    const authorId = actor.id ?? "";
    record(welcomeWritten({ memberId, authorId }));
    await enqueue(sendWelcome, { memberId, authorId, words });
  },
});
