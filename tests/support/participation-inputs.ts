import { type Actor, system } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { participationCommands as participation } from "@/features/participation/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createEvent } from "./events-world.ts";

/** A valid input of each command of taking part, and who may run it: `member` comes to what `organiser` runs. */
export async function ofPlaces(member: Actor, organiser: Actor): Promise<[unknown, Actor, Record<string, unknown>][]> {
  const mine = member.id ?? "";
  const open = await createEvent({ audience: "members", organiserIds: [organiser.id ?? ""] });
  const begun = await createEvent({ audience: "members", organiserIds: [organiser.id ?? ""], inHours: 1 });
  const joined = await createEvent({ audience: "members", organiserIds: [organiser.id ?? ""] });
  const [signUpId, noted] = [newId(), newId()];
  const row = { memberId: mine, state: "in", arrival: 1, signedUpAt: clock.now() } as const;
  await db.signUp.create({ data: { ...row, id: signUpId, shiftId: joined.shiftId } });
  await db.signUp.create({ data: { ...row, id: noted, shiftId: begun.shiftId } });
  await db.shift.updateMany({
    where: { id: { in: [joined.shiftId, begun.shiftId] } },
    data: { taken: 1, arrivals: 1 },
  });
  return [
    [participation.joinShift, member, { shiftId: open.shiftId, size: "1" }],
    [participation.leaveShift, member, { signUpId }],
    [participation.acceptOffer, member, { signUpId }],
    [participation.changeSize, member, { signUpId, size: "2" }],
    [participation.answerEvent, member, { eventId: open.id, answer: "maybe" }],
    [participation.confirmComing, member, { signUpId }],
    [participation.removeSignUp, organiser, { signUpId, words: "Le créneau est réservé aux équipes formées." }],
    [participation.restoreSignUp, organiser, { signUpId }],
    [participation.noteAttendance, organiser, { signUpId: noted, attendance: "present" }],
    [participation.countWalkIns, organiser, { eventId: begun.id, change: "1" }],
    [participation.settlePlaces, system, { shiftId: open.shiftId }],
    [participation.endSignUps, system, { memberId: mine }],
  ];
}
