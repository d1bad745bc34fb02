// What follows, at the desk, from facts of members. Jobs alone run these.

import { managedMembers } from "@/features/profiles/index.ts";
import { byTheSystem } from "@/features/sections/index.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { pointPersonReleased, welcomeRestarted } from "../desk.facts.ts";
import { announceReleased } from "../desk.jobs.ts";
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

/**
 * She moved away from newcomers that she looked after: they wait for somebody of their section again, and it is told.
 * Not those that she answers for by what she holds: she looks after them wherever she lives.
 */
export const releaseNewcomers = command({
  name: "welcome.release",
  input: movedInput,
  subject: nobody,
  policy: byTheSystem,
  async execute({ tx, input: { memberId }, record, enqueue }) {
    const mover = await actorOfMember(memberId);
    const released = await tx.$queryRaw<{ id: string; section_id: string }[]>(sql`
      update welcome w set point_person_id = null, assigned_by_id = null, assigned_at = null
      from member m join section s on s.id = m.section_id, member mover
      where w.member_id = m.id and w.section_id = m.section_id and w.welcomed_at is null and w.point_person_id = ${memberId}
        and mover.id = ${memberId} and mover.section_id <> m.section_id and not ${managedMembers(mover)}
      returning m.id, m.section_id`);
    record(...released.map(({ id, section_id: sectionId }) => pointPersonReleased({ memberId: id, sectionId })));
    for (const [sectionId, newcomers] of Map.groupBy(released, ({ section_id }) => section_id))
      await enqueue(announceReleased, { sectionId, memberIds: newcomers.map(({ id }) => id) });
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
