// A federation does not find a declared member among its adherents: she stays, as a sympathiser, and is told kindly.
import { command } from "@/platform/command.ts";
import { adherentDeclined } from "../desk.facts.ts";
import { tellDeclined } from "../desk.jobs.ts";
import { canDeclineAdherent } from "../desk.policy.ts";
import { declineInput } from "../desk.schema.ts";
import { deskActs } from "../desk-limit.rules.ts";
import { lockDeclared } from "./lock-declared.ts";

export const declineAdherent = command({
  name: "adherent.decline",
  input: declineInput,
  limits: [deskActs],
  subject: ({ tx, actor, input }) => lockDeclared(tx, actor, input.memberId),
  policy: canDeclineAdherent,
  async execute({ tx, input: { memberId, words }, record, enqueue }) {
    await tx.member.update({ where: { id: memberId }, data: { claim: "sympathiser" } });
    await tx.adherentProposal.deleteMany({ where: { memberId } });
    record(adherentDeclined({ memberId }));
    await enqueue(tellDeclined, { memberId, words });
  },
});
