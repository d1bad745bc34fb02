import type { ReactNode } from "react";
import type { Member } from "@/core/actor.ts";
import { ConversationList } from "@/features/messages/components/conversation-list.tsx";
import { NoConversations } from "@/features/messages/components/no-conversations.tsx";
import type { ConversationListView } from "@/features/messages/conversation.views.ts";
import type { Box } from "@/features/messages/index.ts";
import { clock } from "@/platform/clock.ts";
import { loadUnread } from "../load-unread.ts";

export type Asked = Record<string, string | string[] | undefined>;

/** A parameter of an address that is there once. */
export const one = (value: string | string[] | undefined): string | null => (typeof value === "string" ? value : null);

/** Which of one's conversations an address lists. */
export const boxOf = (asked: Asked): Box =>
  asked.boite === "non-lues" || asked.boite === "demandes" ? asked.boite : "toutes";

/** The list of conversations as every page of messages has it, alone or beside what is open. */
export async function OwnList({
  member,
  first,
  box,
  current,
  heading = false,
  later = false,
}: {
  member: Member;
  first: ConversationListView;
  box: Box;
  current?: string;
  heading?: boolean;
  later?: boolean;
}): Promise<ReactNode> {
  const { requests } = await loadUnread();
  return (
    <ConversationList
      first={first}
      box={box}
      me={member.id}
      current={current}
      requests={requests}
      heading={heading}
      later={later}
      now={clock.now().getTime()}
      empty={<NoConversations box={box} sectionScope={member.section.scope} />}
    />
  );
}
