import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { byTheSystem } from "../section.policy.ts";
import { volunteerAnswered } from "../volunteer.facts.ts";
import { mandateInput } from "../volunteer.schema.ts";

/** She was named leader of the section that she had offered to look after: her offer is answered. Its job alone runs this. */
export const closeNamedVolunteer = command({
  name: "section.close-named-volunteer",
  input: mandateInput,
  subject: async () => null,
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
