// What follows, at the desk, from facts of members. Jobs alone run these.
import { byTheSystem } from "@/features/sections/index.ts";
import { command } from "@/platform/command.ts";
import { welcomeRestarted } from "../desk.facts.ts";
import { movedInput, ofMemberInput } from "../desk.schema.ts";

const nobody = async () => null;

/** She moved: unless she was welcomed already, her new section welcomes her from the beginning. */
export const restartWelcome = command({
  name: "welcome.restart",
  input: movedInput,
  subject: nobody,
  policy: byTheSystem,
  async execute({ tx, input: { memberId, toSectionId }, record }) {
    // Only of the section that she left: what her new one did meanwhile stays.
    const { count } = await tx.welcome.deleteMany({
      where: { memberId, welcomedAt: null, sectionId: { not: toSectionId }, member: { sectionId: toSectionId } },
    });
    if (count > 0) record(welcomeRestarted({ memberId, sectionId: toSectionId }));
  },
});

/** She was verified: what her section's leader said of her has served. */
export const forgetProposal = command({
  name: "adherent.forget-proposal",
  input: ofMemberInput,
  subject: nobody,
  policy: byTheSystem,
  async execute({ tx, input: { memberId } }) {
    await tx.adherentProposal.deleteMany({ where: { memberId, member: { adherentSince: { not: null } } } });
  },
});
