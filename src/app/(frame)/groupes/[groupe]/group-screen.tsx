import type { ReactNode } from "react";
import { ForgetGroupDraft } from "@/features/groups/components/forget-group-draft.tsx";
import { GroupActs } from "@/features/groups/components/group-acts.tsx";
import { GroupFrame } from "@/features/groups/components/group-frame.tsx";
import type { GroupTab } from "@/features/groups/components/group-tabs.tsx";
import { JoinForm } from "@/features/groups/components/join-form.tsx";
import { LiveEntry } from "@/features/groups/components/request-live.tsx";
import { WayIn } from "@/features/groups/components/request-way-in.tsx";
import { VisitForm } from "@/features/groups/components/visit-form.tsx";
import { findWayIn, type GroupView, termsOf } from "@/features/groups/index.ts";
import { NoticesSeen } from "@/features/notifications/components/notices-seen.tsx";
import { TopicMute } from "@/features/notifications/components/topic-mute.tsx";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";

/** Every page of a group: its head, how to come in, its parts. */
export async function GroupScreen({
  group,
  current,
  children,
}: {
  group: GroupView;
  current: GroupTab;
  children: ReactNode;
}) {
  const actor = await currentReader();
  const way = await findWayIn(actor, group);
  const about = current === "a-propos" || !group.reads;
  // The answer that she waits for, and who asks in front of who keeps the group, move the page.
  const waits = way !== null && (way.request !== null || way.invitation !== null);
  const live = waits || (current === "membres" && group.can.keep);
  const wayIn = (
    <>
      {actor.kind === "member" && live && <LiveEntry memberId={actor.id} />}
      {(about || way?.invitation) && <WayIn way={way} now={clock.now()} />}
      {about && group.can.join && group.rules && !way?.invitation && <JoinForm group={group} terms={termsOf(group)} />}
      {about && group.can.visit && <VisitForm group={group} />}
      {actor.kind === "member" && group.role === "lead" && <ForgetGroupDraft me={actor.id} />}
    </>
  );
  // Who waits for an answer, or got one lately, does not ask again; and where the form stands, no button leads to it.
  const can = { ...group.can, ask: !about && way?.can.ask === true };
  const actions = <GroupActs group={{ ...group, can }} visitor={actor.kind === "visitor"} current={current} />;
  return (
    <GroupFrame group={group} current={current} actions={actions} wayIn={wayIn}>
      {children}
      {about && group.role && <TopicMute actor={actor} topic={`group:${group.id}`} />}
      <NoticesSeen actor={actor} what={{ about: group.id }} />
    </GroupFrame>
  );
}
