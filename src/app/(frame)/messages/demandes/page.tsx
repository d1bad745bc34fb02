import type { Metadata } from "next";
import { paths } from "@/core/paths.ts";
import { MessagesFrame } from "@/features/messages/components/messages-frame.tsx";
import { ChooseConversation } from "@/features/messages/components/no-conversations.tsx";
import { listConversations } from "@/features/messages/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { type Asked, OwnList, one } from "../own-list.tsx";

export const metadata: Metadata = { title: "Demandes de message", robots: { index: false } };

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const [member, asked] = await Promise.all([requireMember(paths.messageRequests), searchParams]);
  const cursor = one(asked.apres);
  const first = await listConversations(member, { box: "demandes", cursor });
  return (
    <MessagesFrame
      shows="list"
      list={<OwnList member={member} first={first} box="demandes" heading later={cursor !== null} />}
    >
      <ChooseConversation />
    </MessagesFrame>
  );
}
