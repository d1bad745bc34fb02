// What follows, at the desk, from facts of members and mandates. Jobs alone run these.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { volunteerAnswered, welcomeRestarted } from "../desk.facts.ts";
import { byTheSystem } from "../desk.policy.ts";
import { mandateInput, movedInput, ofMemberInput } from "../desk.schema.ts";

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

/** She was named leader of the section that she had offered to look after: her offer is answered. */
export const closeNamedVolunteer = command({
  name: "section.close-named-volunteer",
  input: mandateInput,
  subject: nobody,
  policy: byTheSystem,
  async execute({ tx, input: { memberId, mandateId }, record }) {
    const rows = await tx.$queryRaw<{ id: string; section_id: string }[]>(sql`
      update volunteer v set answered_at = ${clock.now()}, answered_by_id = g.given_by_id
      from mandate g, section s
      where v.member_id = ${memberId} and v.answered_at is null and s.id = v.section_id
        and g.id = ${mandateId} and g.member_id = v.member_id and g.role = 'section_leader' and g.scope = s.scope
      returning v.id, v.section_id`);
    record(...rows.map((row) => volunteerAnswered({ volunteerId: row.id, sectionId: row.section_id })));
  },
});
