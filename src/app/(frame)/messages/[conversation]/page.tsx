import { randomUUID } from "node:crypto";
import type { Metadata, Viewport } from "next";
import { paths } from "@/core/paths.ts";
import { ConversationScreen } from "@/features/messages/components/conversation-screen.tsx";
import { InboxHeader } from "@/features/messages/components/inbox-header.tsx";
import { MessagesFrame } from "@/features/messages/components/messages-frame.tsx";
import { PastScreen } from "@/features/messages/components/past-screen.tsx";
import { ReceivedRequest } from "@/features/messages/components/request-bar.tsx";
import { findInboxHeader, listConversations, listHistory, listPeople } from "@/features/messages/index.ts";
import { NoticesSeen } from "@/features/notifications/components/notices-seen.tsx";
import { clock } from "@/platform/clock.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { type Asked, boxOf, OwnList, one } from "../own-list.tsx";
import { AboutSender } from "./about-sender.tsx";
import { loadConversation } from "./load-conversation.ts";

type Props = { params: Promise<{ conversation: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conversation } = await loadConversation((await params).conversation);
  return { title: conversation.title, robots: { index: false } };
}

// The keyboard of a phone makes the page shorter, rather than hide where one writes.
export const viewport: Viewport = { interactiveWidget: "resizes-content" };

/** How much is shown after what is looked for. */
const BESIDE = 20;

const numberOf = (text: string | null): number | undefined =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

export default async function Page({ params, searchParams }: Props) {
  const [{ conversation: id }, asked] = await Promise.all([params, searchParams]);
  const { member, conversation } = await loadConversation(id);
  const [around, before, after] = [asked.autour, asked.avant, asked.apres].map((value) => numberOf(one(value)));
  const box = boxOf(asked);
  const [first, newest, people, inbox] = await Promise.all([
    listConversations(member, { box }),
    orNotFound(listHistory(member, id)),
    orNotFound(listPeople(member, id)),
    conversation.kind === "inbox" ? findInboxHeader(member, id) : null,
  ]);
  const now = clock.now().getTime();
  const byId = Object.fromEntries([...people, ...conversation.people].map((person) => [person.id, person]));
  const isThere = (seq: number) => !newest.older || seq >= (newest.entries[0]?.seq ?? 0);
  const past =
    before !== undefined
      ? { before }
      : after !== undefined && !isThere(after + 1)
        ? { after }
        : around !== undefined && !isThere(around)
          ? { before: around + BESIDE }
          : null;
  return (
    <MessagesFrame shows="conversation" list={<OwnList member={member} first={first} box={box} current={id} />}>
      {past ? (
        <PastScreen
          conversation={conversation}
          history={await orNotFound(listHistory(member, id, past))}
          people={byId}
          around={around ?? null}
          now={now}
        />
      ) : (
        <ConversationScreen
          key={id}
          conversation={conversation}
          first={{
            page: newest,
            lastSeq: conversation.lastSeq,
            reads: conversation.reads,
            people: Object.values(byId),
          }}
          clientId={randomUUID()}
          now={now}
          back={
            box === "toutes"
              ? paths.messages
              : box === "demandes"
                ? paths.messageRequests
                : `${paths.messages}?boite=${box}`
          }
          highlighted={around ?? null}
          above={inbox && <InboxHeader header={inbox} me={member.id} />}
          request={
            conversation.request === "received" && (
              <ReceivedRequest
                conversation={conversation}
                firstMessageId={
                  newest.entries.flatMap((entry) => (entry.kind === "message" ? [entry.message.id] : []))[0] ?? null
                }
                about={
                  <AboutSender member={member} id={conversation.people.find((person) => person.id !== member.id)?.id} />
                }
              />
            )
          }
        />
      )}
      <NoticesSeen actor={member} what={{ topic: `conversation:${id}` }} />
    </MessagesFrame>
  );
}
