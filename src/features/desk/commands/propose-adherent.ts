// A leader tells her federation that she knows a declared member to be an adherent.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { adherentProposed } from "../desk.facts.ts";
import { canProposeAdherent } from "../desk.policy.ts";
import { ofMemberInput } from "../desk.schema.ts";
import { deskActs } from "../desk-limit.rules.ts";
import { lockDeclared } from "./lock-declared.ts";

export const proposeAdherent = command({
  name: "adherent.propose",
  input: ofMemberInput,
  limits: [deskActs],
  subject: ({ tx, actor, input }) => lockDeclared(tx, actor, input.memberId),
  policy: canProposeAdherent,
  async execute({ tx, actor, input: { memberId }, record }) {
    const { count } = await tx.adherentProposal.createMany({
      data: [{ memberId, proposedById: actor.id, proposedAt: clock.now() }],
      skipDuplicates: true,
    });
    if (count > 0) record(adherentProposed({ memberId }));
  },
});
