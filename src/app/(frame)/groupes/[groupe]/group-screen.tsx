import type { ReactNode } from "react";
import { GroupFrame } from "@/features/groups/components/group-frame.tsx";
import type { GroupTab } from "@/features/groups/components/group-tabs.tsx";
import type { GroupView } from "@/features/groups/index.ts";

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
  return (
    <GroupFrame group={group} current={current}>
      {children}
    </GroupFrame>
  );
}
