import type { Fact } from "@/core/fact.ts";
import type { Frame, LiveAnnouncement, LiveFact } from "@/core/live.ts";
import { personRoom } from "@/core/person-room.ts";
import { defineRoom } from "@/core/room.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { type TickOfLog, ticksOf } from "@/platform/durable-log.ts";
import { markRead, type ReadNews } from "./commands/mark-read.ts";
import { sendMessage } from "./commands/send-message.ts";
import { inboxFrames } from "./inbox.live.ts";
import {
  type LogIds,
  logFacts,
  messageDeleted,
  messageEdited,
  messageHidden,
  messageShown,
  messagesSent,
} from "./message.facts.ts";
import { type LogRow, toLogEntry } from "./message.views.ts";
import {
  catchUpMessages,
  findLastSeqs,
  findPublished,
  getConversationGate,
  type PublishedRow,
} from "./message-log.queries.ts";
import { findSeen } from "./message-people.queries.ts";

/** A conversation, live: whoever reads it. */
export const conversationRoom = defineRoom<"in">(
  "conversation",
  ["in"],
  async (actor, id) => {
    await getConversationGate(actor, id);
    return "in";
  },
  {
    presence: { mayType: (actor) => canBePresent(actor).allowed, sees: findSeen },
    reached: findLastSeqs,
    since: (actor, id, apres, vues) => catchUpMessages(actor, { id, apres, vues }),
  },
);

/** Socket doors; their gates are the commands' own. */
export const messageLiveCalls = [sendMessage, markRead];

/** What a member's own screens are told of one of her conversations, wherever she is: for her list and her count. */
export type MovedView = {
  conversationId: string;
  /** The number of the last message, and when it was written (ISO 8601). */
  lastSeq?: number;
  at?: string;
  /** How far she has read. */
  readSeq?: number;
  /** She muted it, or it is a request that she has not answered: it is not counted. */
  muted?: true;
  request?: true;
  /** She is out of it. */
  gone?: true;
  /** Who is in it, its name, its request or its mute is no longer what it was: ask again. */
  changed?: true;
};

const movedFrame = (memberId: string, data: MovedView): Frame => ({
  ...{ room: personRoom.of(memberId, "self"), kind: "messages", data },
});

const rewording = new Set([messageEdited, messageDeleted, messageHidden, messageShown].map(({ factName }) => factName));

/** What was written in logs during one tick: the entries themselves, or only how far the log went. */
async function logFrames(facts: readonly Fact[]): Promise<Frame[]> {
  const ticks = ticksOf(
    facts.map(({ ids }) => ids as LogIds),
    ({ conversationId }) => conversationId,
  );
  const known = freshOf(facts, ticks);
  // When they cannot be read, screens are told how far the log went, and pull.
  const read = await findPublished(ticks.filter(({ id }) => !known.has(id))).catch(() => known);
  const published = new Map([...read, ...known]);
  const isNew = facts[0]?.name === messagesSent.factName;
  // How it begins is in the lists of everybody: its words change, go and come back there too.
  const isOther = rewording.has(facts[0]?.name ?? "");
  return ticks.flatMap((tick) => {
    const row = published.get(tick.id);
    return [
      roomFrame(tick, row),
      ...(isNew && row ? personFrames(tick, row) : []),
      ...((isOther && row?.people) || []).map(({ id }) => movedFrame(id, { conversationId: tick.id, changed: true })),
      ...(row?.scope ? inboxFrames(row.scope) : []),
    ];
  });
}

/** Of the ticks, those that were read whole where they were written. */
function freshOf(facts: readonly Fact[], ticks: readonly TickOfLog<LogIds>[]): Map<string, PublishedRow> {
  const written = Map.groupBy(facts, ({ ids }) => ids.conversationId);
  const known = new Map<string, PublishedRow>();
  for (const { id, from, upTo, thin } of ticks) {
    const rows = (written.get(id) ?? []).flatMap(({ fresh }) => (fresh ? [fresh as PublishedRow] : []));
    const [entries, last] = [rows.flatMap((row) => row.entries ?? []), rows.at(-1)];
    if (!thin && last && entries.length === upTo - from + 1) known.set(id, { ...last, entries });
  }
  return known;
}

function roomFrame({ id, upTo }: TickOfLog<LogIds>, row: PublishedRow | undefined): Frame {
  const whole = row?.entries?.every((entry) => isEverybodys(entry, row.shared_from));
  const data = whole ? { entries: (row?.entries ?? []).map((entry) => toLogEntry(entry, 0)), lastSeq: upTo } : { upTo };
  return { room: conversationRoom.of(id, "in"), kind: "entries", data };
}

/** Whether all who are in the conversation may read it: it shows, and quotes, nothing from before the last of them came. */
const isEverybodys = ({ message }: LogRow, sharedFrom: number): boolean =>
  sharedFrom === 0 || !message || Math.min(message.seq, message.reply?.seq ?? message.seq) > sharedFrom;

function personFrames({ id: conversationId, upTo }: TickOfLog<LogIds>, row: PublishedRow): Frame[] {
  const at = new Date(row.last_at).toISOString();
  const authors = new Set(row.entries?.map(({ message }) => message?.author_id));
  return (row.people ?? []).map(({ id, muted, request }) =>
    movedFrame(id, {
      ...{ conversationId, lastSeq: upTo, at },
      ...(authors.size === 1 && authors.has(id) && { readSeq: upTo }),
      ...(muted && { muted: true as const }),
      ...(request && { request: true as const }),
    }),
  );
}

export const messageLiveFacts: readonly LiveFact[] = logFacts.map(({ factName }) => ({
  fact: factName,
  frames: logFrames,
}));

/** Read markers are state: the furthest wins. Shown to those who may see her, and to her own screens. */
export const readsLive: LiveAnnouncement = {
  announcement: "conversation.read",
  key: ({ conversationId, memberId }) => `${conversationId} ${memberId}`,
  merge: (waiting, newer) => ((newer as ReadNews).readSeq > (waiting as ReadNews).readSeq ? newer : waiting),
  frames(ids, data) {
    const [conversationId, memberId] = [String(ids.conversationId), String(ids.memberId)];
    const { readSeq, shown } = data as ReadNews;
    const own = movedFrame(memberId, { conversationId, readSeq });
    const room = conversationRoom.of(conversationId, "in");
    return shown ? [own, { room, kind: "read", data: { memberId, readSeq }, about: memberId }] : [own];
  },
};
