import type { Metadata } from "next";
import { AddPeople } from "@/features/messages/components/add-people.tsx";
import { MessagesFrame } from "@/features/messages/components/messages-frame.tsx";
import { PeoplePage } from "@/features/messages/components/people-page.tsx";
import { ReadByModeration } from "@/features/messages/components/read-by-moderation.tsx";
import { listAccesses, listConversations } from "@/features/messages/index.ts";
import { searchMembers } from "@/features/profiles/index.ts";
import { type Asked, OwnList, one } from "../../own-list.tsx";
import { loadConversation } from "../load-conversation.ts";
import { BlockOther } from "./block-other.tsx";

type Props = { params: Promise<{ conversation: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conversation } = await loadConversation((await params).conversation);
  return { title: `Réglages · ${conversation.title}`, robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ conversation: id }, asked] = await Promise.all([params, searchParams]);
  const { member, conversation } = await loadConversation(id);
  const q = one(asked.q)?.trim() ?? "";
  const [first, found, accesses] = await Promise.all([
    listConversations(member),
    conversation.can.add && q.length >= 2 ? searchMembers(member, { q }) : [],
    listAccesses(member, id),
  ]);
  const other = conversation.kind === "direct" && conversation.people.find((person) => person.id !== member.id);
  return (
    <MessagesFrame shows="page" list={<OwnList member={member} first={first} box="toutes" current={id} />}>
      <PeoplePage
        conversation={conversation}
        adding={
          <AddPeople conversationId={id} within={conversation.people.map((one) => one.id)} asked={q} found={found} />
        }
        read={<ReadByModeration accesses={accesses} />}
        blocking={other && <BlockOther member={member} other={other} />}
      />
    </MessagesFrame>
  );
}
