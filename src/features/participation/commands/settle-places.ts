// Ends the offers of a shift that ran out, and gives their places to those who wait.
import { settleShift } from "@/features/shifts/index.ts";
import { command } from "@/platform/command.ts";
import { onlySystem } from "../participation.policy.ts";
import { ofShiftInput } from "../participation.schema.ts";
import { lockEventOfShift } from "./lock-participation.ts";

export const settlePlaces = command({
  name: "shift.settle",
  input: ofShiftInput,
  subject: ({ tx, actor, input }) => lockEventOfShift(tx, actor, input.shiftId),
  policy: onlySystem,
  execute: ({ tx, input: { shiftId }, subject: { now }, record }) => settleShift(tx, { shiftId, now, record }),
});
