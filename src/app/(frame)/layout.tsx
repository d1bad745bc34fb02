import type { ReactNode } from "react";
import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { GrantsAsleepNotice } from "@/features/accounts/components/grants-asleep-notice.tsx";
import { findWaitingRequests } from "@/features/coopains/index.ts";
import { OutboxFlusher } from "@/features/messages/components/outbox-flusher.tsx";
import { UnreadBadge, UnreadWatch } from "@/features/messages/components/unread-badge.tsx";
import { ModerationItem } from "@/features/moderation/components/moderation-item.tsx";
import { findWaitingCount } from "@/features/moderation/moderation-desk.queries.ts";
import { Bell } from "@/features/notifications/components/bell.tsx";
import { countNotices } from "@/features/notifications/index.ts";
import { findOwnPhoto } from "@/features/profiles/index.ts";
import { LiveIdentity } from "@/live/client/live-identity.tsx";
import { currentActor } from "@/platform/next/current-actor.ts";
import { Frame, type FrameItem } from "@/ui/frame.tsx";
import { memberBarItems, memberItems, visitorBarItems, visitorItems } from "../navigation.ts";
import { loadUnread } from "./load-unread.ts";
import { MemberItems } from "./member-items.tsx";
import { SignOutItem } from "./sign-out-item.tsx";

/** The frame around every page: who reads decides what it leads to. Courtesy, not security. */
export default async function FrameLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  const me = meOf(actor);
  if (!me) {
    return (
      <Frame items={visitorItems} barItems={visitorBarItems} me={null}>
        <LiveIdentity me={null} />
        {children}
      </Frame>
    );
  }
  const [waiting, requests, photo, unread, messages] = await Promise.all([
    findWaitingCount(actor),
    actor.kind === "member" ? findWaitingRequests(actor) : 0,
    findOwnPhoto(actor),
    countNotices(actor),
    loadUnread(),
  ]);
  const counted = (items: readonly FrameItem[]) =>
    items.map((item) => (item.href === paths.messages ? { ...item, count: <UnreadBadge first={messages} /> } : item));
  const menu = (
    <>
      {actor.kind === "member" && <MemberItems member={actor} requests={requests} />}
      {waiting !== null && <ModerationItem waiting={waiting} />}
      <SignOutItem />
    </>
  );
  const bell = actor.kind === "member" && <Bell memberId={actor.id} unread={unread} />;
  return (
    <Frame
      items={counted(memberItems)}
      barItems={counted(memberBarItems)}
      me={{ ...me, photo }}
      menu={menu}
      bell={bell}
    >
      <LiveIdentity me={actor.id} />
      {actor.kind === "member" && (
        <>
          <UnreadWatch me={actor.id} first={messages} />
          <OutboxFlusher me={actor.id} />
        </>
      )}
      <GrantsAsleepNotice actor={actor} className="mb-6" />
      {children}
    </Frame>
  );
}

function meOf(actor: Actor) {
  if (actor.kind === "member")
    return { name: actor.name, section: `Section ${actor.section.name}`, href: paths.account };
  if (actor.kind === "suspended") return { name: actor.name, section: null, href: paths.suspended };
  return null;
}
