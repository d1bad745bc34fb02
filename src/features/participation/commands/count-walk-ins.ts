// An organiser counts people who came without having signed up.
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { attendanceNoted } from "../participation.facts.ts";
import { canNoteAttendance } from "../participation.policy.ts";
import { countWalkInsInput } from "../participation.schema.ts";
import { attendanceOfAccount } from "../participation-limit.rules.ts";
import { lockEventToRun } from "./lock-participation.ts";

export const countWalkIns = command({
  name: "event.count-walk-ins",
  input: countWalkInsInput,
  limits: [attendanceOfAccount],
  subject: ({ tx, actor, input }) => lockEventToRun(tx, actor, input.eventId),
  policy: canNoteAttendance,
  async execute({ tx, input: { eventId, change }, record }) {
    await tx.$executeRaw(sql`
      update event set walk_ins = least(100000, greatest(0, walk_ins + ${change}::int)) where id = ${eventId}`);
    record(attendanceNoted({ eventId }));
  },
});
