import type { Fact } from "@/core/fact.ts";
import type { Frame, LiveFact } from "@/core/live.ts";
import { personRoom } from "@/core/person-room.ts";
import * as facts from "./conversation.facts.ts";
import { requestAccepted } from "./message.facts.ts";
import type { MovedView } from "./message.live.ts";
import { findParticipants } from "./unread.queries.ts";

// What is written is told by message.live.ts. Here: who is in it, its name, its request, its mute.

const frame = (memberId: string, data: MovedView): Frame => ({
  room: personRoom.of(memberId, "self"),
  kind: "messages",
  data,
});

type Ids = { conversationId: string; memberId?: string; otherId?: string };
const idsOf = (happened: readonly Fact[]) => happened.map(({ ids }) => ids as Ids);

/** Everybody's screens ask again about these conversations: one query for all that one tick brought. */
async function changed(happened: readonly Fact[]): Promise<Frame[]> {
  const people = await findParticipants([...new Set(idsOf(happened).map(({ conversationId }) => conversationId))]);
  return people.map(({ memberId, conversationId }) => frame(memberId, { conversationId, changed: true }));
}

/** The conversation goes from the list of who is out of it. */
const out = (key: "memberId" | "otherId") => async (happened: readonly Fact[]) => [
  ...idsOf(happened).map((ids) => frame(ids[key] ?? "", { conversationId: ids.conversationId, gone: true })),
  ...(await changed(happened)),
];

/** Only the screens of her who did it: nobody else is told. */
const silent = async (happened: readonly Fact[]) =>
  idsOf(happened).map(({ conversationId, memberId = "" }) => frame(memberId, { conversationId, changed: true }));

const told: readonly (readonly [{ factName: string }, LiveFact["frames"]])[] = [
  [facts.conversationStarted, changed],
  [requestAccepted, changed],
  [facts.messageRequestRefused, silent],
  [facts.personAdded, changed],
  [facts.personRemoved, out("otherId")],
  [facts.conversationLeft, out("memberId")],
  [facts.conversationNamed, changed],
  [facts.conversationMuted, silent],
];

export const conversationLiveFacts: readonly LiveFact[] = told.map(([{ factName }, frames]) => ({
  fact: factName,
  frames,
}));
