import type { Metadata } from "next";
import { isAppError, publicError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { MessagesFrame } from "@/features/messages/components/messages-frame.tsx";
import { SearchPage } from "@/features/messages/components/search-page.tsx";
import { getConversation, listConversations, searchMessages } from "@/features/messages/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { Notice } from "@/ui/notice.tsx";
import { type Asked, OwnList, one } from "../own-list.tsx";

export const generateMetadata = (): Metadata => ({ title: "Chercher dans mes messages", robots: { index: false } });

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const [member, asked] = await Promise.all([requireMember(paths.messages), searchParams]);
  const conversationId = one(asked.conversation);
  const [first, within] = await Promise.all([
    listConversations(member),
    conversationId ? orNotFound(getConversation(member, conversationId)) : null,
  ]);
  return (
    <MessagesFrame shows="page" list={<OwnList member={member} first={first} box="toutes" />}>
      {await search()}
    </MessagesFrame>
  );

  async function search() {
    try {
      const view = await searchMessages(member, { q: one(asked.q) ?? "", cursor: one(asked.apres), conversationId });
      return <SearchPage view={view} within={within} now={clock.now().getTime()} />;
    } catch (error) {
      if (!isAppError(error) || error.code !== "rate_limited") throw error;
      return (
        <>
          <h1 className="mb-5 text-title font-[750]">Chercher dans mes messages</h1>
          <Notice title={publicError(error).message}>Reprends dans une minute.</Notice>
        </>
      );
    }
  }
}
