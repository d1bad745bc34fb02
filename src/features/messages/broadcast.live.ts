import type { Fact } from "@/core/fact.ts";
import type { Frame, LiveFact } from "@/core/live.ts";
import { personRoom } from "@/core/person-room.ts";
import { listCarried } from "./broadcast.queries.ts";
import { broadcastCarried } from "./inbox.facts.ts";

type Stretch = { broadcastId: string; from: string; to: string };

/** What a broadcast reached since the last tick, a few hundred members at a time: their lists and badges, where they are on line. */
async function carried(facts: readonly Fact[]): Promise<Frame[]> {
  const reached = await listCarried(facts.map(({ ids }) => ids as Stretch));
  return reached.map(({ conversationId, memberId, seq, at }) => ({
    room: personRoom.of(memberId, "self"),
    kind: "messages",
    data: { conversationId, lastSeq: seq, at: at.toISOString() },
  }));
}

export const broadcastLiveFacts: readonly LiveFact[] = [{ fact: broadcastCarried.factName, frames: carried }];
