import type { Fact } from "@/core/fact.ts";
import type { Frame, LiveFact } from "@/core/live.ts";
import { personRoom } from "@/core/person-room.ts";
import { listCopies, type Stretch } from "./broadcast.queries.ts";
import { broadcastCarried, broadcastModerated } from "./inbox.facts.ts";
import { inboxFrames } from "./inbox.live.ts";
import { conversationRoom, type MovedView } from "./message.live.ts";

const personFrame = (memberId: string | null, data: MovedView): Frame[] =>
  memberId ? [{ room: personRoom.of(memberId, "self"), kind: "messages", data }] : [];

/** What a broadcast reached since the last tick, a few hundred members at a time: their lists and badges, where they are on line. */
async function carried(facts: readonly Fact[]): Promise<Frame[]> {
  const reached = await listCopies(facts.map(({ ids }) => ids as Stretch));
  return reached.flatMap(({ conversationId, memberId, seq, at }) =>
    personFrame(memberId, { conversationId, lastSeq: seq, at: at.toISOString() }),
  );
}

/** What became of its copies, as many at a time: how far each log goes, which screens pull, and a sign to lists and inboxes. */
async function moderated(facts: readonly Fact[]): Promise<Frame[]> {
  const copies = await listCopies(
    facts.map(({ ids }) => ids as Stretch),
    facts.map(({ ids }) => String(ids.messageId)),
  );
  const scopes = new Set(copies.flatMap(({ scope }) => scope ?? []));
  return [
    ...copies.flatMap(({ conversationId, memberId, lastSeq }): Frame[] => [
      { room: conversationRoom.of(conversationId, "in"), kind: "entries", data: { upTo: lastSeq } },
      ...personFrame(memberId, { conversationId, changed: true }),
    ]),
    ...[...scopes].flatMap(inboxFrames),
  ];
}

export const broadcastLiveFacts: readonly LiveFact[] = [
  { fact: broadcastCarried.factName, frames: carried },
  { fact: broadcastModerated.factName, frames: moderated },
];
