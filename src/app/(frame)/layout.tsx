import type { ReactNode } from "react";
import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { ModerationItem } from "@/features/moderation/components/moderation-item.tsx";
import { findWaitingCount } from "@/features/moderation/moderation-desk.queries.ts";
import { currentActor } from "@/platform/next/current-actor.ts";
import { Frame } from "@/ui/frame.tsx";
import { memberBarItems, memberItems, visitorBarItems, visitorItems } from "../navigation.ts";
import { SignOutItem } from "./sign-out-item.tsx";

/** The frame around every page: who reads decides what it leads to. Courtesy, not security. */
export default async function FrameLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  const me = meOf(actor);
  if (!me) {
    return (
      <Frame items={visitorItems} barItems={visitorBarItems} me={null}>
        {children}
      </Frame>
    );
  }
  const waiting = await findWaitingCount(actor);
  const menu = (
    <>
      {waiting !== null && <ModerationItem waiting={waiting} />}
      <SignOutItem />
    </>
  );
  return (
    <Frame items={memberItems} barItems={memberBarItems} me={me} menu={menu}>
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
