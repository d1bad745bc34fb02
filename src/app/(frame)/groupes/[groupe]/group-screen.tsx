import type { ReactNode } from "react";
import { ForgetGroupDraft } from "@/features/groups/components/forget-group-draft.tsx";
import { GroupActs } from "@/features/groups/components/group-acts.tsx";
import { GroupFrame } from "@/features/groups/components/group-frame.tsx";
import type { GroupTab } from "@/features/groups/components/group-tabs.tsx";
import { JoinForm } from "@/features/groups/components/join-form.tsx";
import { WayIn } from "@/features/groups/components/request-way-in.tsx";
import { VisitForm } from "@/features/groups/components/visit-form.tsx";
import { findWayIn, type GroupView } from "@/features/groups/index.ts";
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
  const about = current === "a-propos" || !group.reads;
  const wayIn = (
    <>
      {about && <WayIn way={await findWayIn(actor, group)} now={clock.now()} />}
      {about && group.can.join && group.rules && <JoinForm group={group} />}
      {about && group.can.visit && <VisitForm group={group} />}
      {actor.kind === "member" && group.role === "lead" && <ForgetGroupDraft me={actor.id} />}
    </>
  );
  const actions = <GroupActs group={group} visitor={actor.kind === "visitor"} />;
  return (
    <GroupFrame group={group} current={current} actions={actions} wayIn={wayIn}>
      {children}
    </GroupFrame>
  );
}
