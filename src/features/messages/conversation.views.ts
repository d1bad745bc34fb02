import type { Actor } from "@/core/actor.ts";
import { type Reason, reasons } from "@/core/reasons.ts";
import type { Signature } from "@/features/profiles/index.ts";
import { canAnswerRequest, canMute, canRemove, canTendTo, type PeopleStanding } from "./conversation.policy.ts";
import { GONE, namesTogether, PEOPLE_MAX } from "./conversation.rules.ts";
import type { ConversationKind } from "./message.rules.ts";
import type { PersonView } from "./message.views.ts";
import { placeName } from "./place.rules.ts";
import { canWriteIn, toStanding } from "./writing.policy.ts";

/** The place of an inbox. */
export type PlaceOfInbox = { scope: string; name: string };

export type ConversationView = {
  id: string;
  kind: ConversationKind;
  title: string;
  /** As somebody named it; empty when nobody did. */
  name: string;
  /** Who is in it now, the reader too; of an inbox, the member outside and who answered. */
  people: PersonView[];
  /** Who began it: she takes people out. */
  createdById: string | null;
  place?: PlaceOfInbox;
  /** Of an inbox: who looks after it. */
  assignee?: PersonView | null;
  /** A first message that waits for a yes: of the reader's, or for her. A refusal changes nothing for who asked. */
  request?: "sent" | "received";
  /** She refused it; she may still say yes. */
  refused?: true;
  muted: boolean;
  /** Why nobody writes here now, in words. */
  closed?: string;
  closedReason?: Reason;
  /** The reader's own id. */
  me: string;
  lastSeq: number;
  /** How far she has read. */
  readSeq: number;
  /** She reads what came after this number: when she was added. */
  fromSeq: number;
  /** How far each has read, by member, herself too: those whom she may see, and nobody while a request waits. */
  reads: Record<string, number>;
  can: {
    write: boolean;
    add: boolean;
    name: boolean;
    leave: boolean;
    remove: boolean;
    mute: boolean;
    report: boolean;
    assign: boolean;
    answerRequest: boolean;
  };
};

/** One line of the list. */
export type ConversationItemView = {
  id: string;
  kind: ConversationKind;
  title: string;
  /** The others, four at most. */
  people: PersonView[];
  /** How many others there are. */
  count: number;
  place?: PlaceOfInbox;
  request?: "sent" | "received";
  muted: boolean;
  /** ISO: when something was last written, or she was added. */
  at: string;
  lastSeq: number;
  /** Messages of others that she has not read, up to 99. */
  unread: number;
  last: LastWordsView | null;
};

/** How the last message begins. */
export type LastWordsView = {
  mine: boolean;
  /** Who wrote it: in several, and in an inbox. */
  author: string | null;
  words: string;
  photos: number;
  files: number;
  gone?: "deleted" | "hidden";
};

export type ConversationListView = { items: ConversationItemView[]; next: string | null };

export const toPerson = (id: string, signature: Signature | undefined): PersonView => ({
  id,
  name: signature?.name ?? GONE,
  href: signature?.href ?? null,
  photo: signature?.photo ?? null,
});

/** The place of an inbox, by its full name. */
export function toPlace(scope: string, section: string | null, federation: string | null): PlaceOfInbox {
  return { scope, name: placeName({ section, federation }) };
}

type TitleParts = {
  kind: ConversationKind;
  name: string;
  /** The names of the others, in order. */
  others: readonly string[];
  count: number;
  place: PlaceOfInbox | null;
  /** The reader answers for the place: the conversation is called by who wrote. */
  answers: boolean;
};

export function titleOf({ kind, name, others, count, place, answers }: TitleParts): string {
  if (kind === "inbox") return answers ? (others[0] ?? GONE) : (place?.name ?? "");
  if (kind === "direct") return others[0] ?? GONE;
  return name || namesTogether(others, count);
}

/** What the reader may do with a conversation; each is asked again when it is done. */
export function conversationCan(actor: Actor, standing: PeopleStanding): ConversationView["can"] {
  const tends = canTendTo(actor, standing).allowed;
  return {
    write: canWriteIn(actor, toStanding(standing)).allowed,
    add: tends && standing.people < PEOPLE_MAX,
    name: tends,
    leave: tends,
    remove: canRemove(actor, standing).allowed,
    mute: canMute(actor, standing).allowed,
    report: true,
    assign: standing.answers,
    answerRequest: !standing.asked?.accepted && canAnswerRequest(actor, standing, "accept").allowed,
  };
}

/** The request of a conversation as the reader knows of it. */
export function requestFor(
  actor: Actor,
  { asked }: Pick<PeopleStanding, "asked">,
): Pick<ConversationView, "request" | "refused"> {
  if (!asked || asked.accepted) return {};
  if (asked.fromId === actor.id) return { request: "sent" };
  return { request: "received", ...(asked.refused && { refused: true }) };
}

/** Why nothing is written here, in words; nothing when one may write. */
export function closedFor(actor: Actor, standing: PeopleStanding): Pick<ConversationView, "closed" | "closedReason"> {
  const decision = canWriteIn(actor, toStanding(standing));
  return decision.allowed ? {} : { closed: reasons[decision.reason], closedReason: decision.reason };
}
