// A federation thanks somebody who offered to look after a section, and closes.
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { volunteerAnswered } from "../volunteer.facts.ts";
import { thankVolunteer } from "../volunteer.jobs.ts";
import { canAnswerVolunteer, visibleVolunteers } from "../volunteer.policy.ts";
import { answerVolunteerInput } from "../volunteer.schema.ts";
import { volunteerAnswers } from "../volunteer-limit.rules.ts";

export const answerVolunteer = command({
  name: "section.answer-volunteer",
  input: answerVolunteerInput,
  limits: [volunteerAnswers],
  async subject({ tx, actor, input }) {
    type Row = { memberId: string; sectionId: string; answered: boolean };
    const [row] = await tx.$queryRaw<Row[]>(sql`
      select v.member_id as "memberId", v.section_id as "sectionId", v.answered_at is not null as answered
      from volunteer v join section s on s.id = v.section_id
      where v.id = ${input.volunteerId} and ${visibleVolunteers(actor)} for update of v`);
    if (!row) throw new AppError("not_found", "absent");
    return row;
  },
  policy: canAnswerVolunteer,
  async execute({ tx, actor, input: { volunteerId, words }, subject: { sectionId }, record, enqueue }) {
    await tx.volunteer.update({
      where: { id: volunteerId },
      data: { answeredAt: clock.now(), answeredById: actor.id },
    });
    record(volunteerAnswered({ volunteerId, sectionId }));
    await enqueue(thankVolunteer, { volunteerId, words });
    return { volunteerId };
  },
});
