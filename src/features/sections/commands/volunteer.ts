// A member offers to look after her section, which nobody leads; her federation is told.
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { isLed } from "../section.policy.ts";
import { volunteerOffered } from "../volunteer.facts.ts";
import { announceVolunteer } from "../volunteer.jobs.ts";
import { canVolunteer } from "../volunteer.policy.ts";
import { volunteerInput } from "../volunteer.schema.ts";
import { volunteersOfAccount } from "../volunteer-limit.rules.ts";

export const volunteer = command({
  name: "section.volunteer",
  input: volunteerInput,
  limits: [volunteersOfAccount],
  async subject({ tx, actor, input }) {
    // Her own row first: two clicks at once are one after the other.
    await tx.$queryRaw(sql`select 1 from member where id = ${actor.id} for no key update`);
    type Row = { own: boolean; led: boolean; waiting: boolean };
    const [row] = await tx.$queryRaw<Row[]>(sql`
      select ${isLed(clock.now())} as led,
        exists (select 1 from member m where m.id = ${actor.id} and m.section_id = s.id) as own,
        exists (select 1 from volunteer v where v.member_id = ${actor.id} and v.answered_at is null) as waiting
      from section s where s.id = ${input.sectionId}`);
    if (!row) throw new AppError("not_found", "absent");
    return row;
  },
  policy: canVolunteer,
  async execute({ tx, actor, input: { sectionId, words }, record, enqueue }) {
    const volunteerId = newId();
    const memberId = actor.id ?? "";
    await tx.volunteer.create({ data: { id: volunteerId, memberId, sectionId, words, offeredAt: clock.now() } });
    record(volunteerOffered({ volunteerId, sectionId }));
    await enqueue(announceVolunteer, { volunteerId });
    return { volunteerId };
  },
});
