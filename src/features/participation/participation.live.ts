import type { Fact } from "@/core/fact.ts";
import type { Frame, LiveFact } from "@/core/live.ts";
import { defineRoom } from "@/core/room.ts";
import { eventFacts, occurrenceChanged } from "@/features/events/index.ts";
import { shiftFacts } from "@/features/shifts/index.ts";
import { attendanceNoted, comingConfirmed, eventAnswered, signUpRestored } from "./participation.facts.ts";
import { requireVisible } from "./places.queries.ts";

const audiences = ["public", "members"] as const;

/** Who follows an event live: whoever sees it. What is said there is a signal; screens ask again, where the law runs. */
export const eventRoom = defineRoom<(typeof audiences)[number]>("event", audiences, async (actor, id) => {
  await requireVisible(actor, id);
  return actor.kind === "visitor" ? "public" : "members";
});

/** One signal for each event and tick, however many facts. */
const signal = (kind: string, to: readonly (typeof audiences)[number][]) => async (facts: readonly Fact[]) => {
  const ids = [...new Set(facts.map(({ ids: { eventId } }) => String(eventId)))];
  return ids.flatMap((id): Frame[] => to.map((audience) => ({ room: eventRoom.of(id, audience), kind, data: {} })));
};

const places = signal("places", audiences);
/** Who was there concerns those who run it: other screens do not ask for it. */
const attendance = signal("attendance", ["members"]);

export const participationLiveFacts: readonly LiveFact[] = [
  ...[...shiftFacts, ...eventFacts, occurrenceChanged, eventAnswered, signUpRestored].map(({ factName }) => ({
    fact: factName,
    frames: places,
  })),
  ...[comingConfirmed, attendanceNoted].map(({ factName }) => ({ fact: factName, frames: attendance })),
];
