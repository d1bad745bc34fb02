// A member takes a place on a shift, alone or with somebody; where it is full she waits, in the order of arrival.
import { takePlace } from "@/features/shifts/index.ts";
import { command } from "@/platform/command.ts";
import { canJoin } from "../participation.policy.ts";
import { joinShiftInput } from "../participation.schema.ts";
import { signUpsOfAccount } from "../participation-limit.rules.ts";
import { lockEventOfShift } from "./lock-participation.ts";

export const joinShift = command({
  name: "shift.join",
  input: joinShiftInput,
  limits: [signUpsOfAccount],
  subject: ({ tx, actor, input }) => lockEventOfShift(tx, actor, input.shiftId),
  policy: canJoin,
  async execute({ tx, actor, input: { shiftId, size }, subject: { id: eventId, answered, now }, record }) {
    const memberId = actor.id ?? "";
    const taken = await takePlace(tx, { shiftId, who: { memberId }, size, now, record });
    // Who comes no longer says that she may, or that she does not.
    if (answered) await tx.eventAnswer.deleteMany({ where: { eventId, memberId } });
    return taken;
  },
});
