// An organiser notes that somebody with a place was there, or was not; or takes that back.
import { AppError } from "@/core/app-error.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { attendanceNoted } from "../participation.facts.ts";
import { canNoteAttendance } from "../participation.policy.ts";
import { noteAttendanceInput } from "../participation.schema.ts";
import { attendanceOfAccount } from "../participation-limit.rules.ts";
import { lockSignUpToRun } from "./lock-participation.ts";

export const noteAttendance = command({
  name: "shift.note-attendance",
  input: noteAttendanceInput,
  limits: [attendanceOfAccount],
  subject: ({ tx, actor, input }) => lockSignUpToRun(tx, actor, input.signUpId),
  policy: canNoteAttendance,
  async execute({ tx, actor, input, subject: { id: eventId, now }, record }) {
    const attendance = input.attendance === "none" ? null : input.attendance;
    const noted = await tx.$executeRaw(sql`
      update sign_up set attendance = ${attendance}::attendance,
        attendance_at = case when ${attendance}::attendance is not null then ${now}::timestamptz end,
        attendance_by_id = case when ${attendance}::attendance is not null then ${actor.id} end
      where id = ${input.signUpId} and state = 'in'`);
    if (noted === 0) throw new AppError("conflict", "not_among_those_in");
    record(attendanceNoted({ eventId }));
  },
});
