import type { ReactNode } from "react";
import type { GroupView } from "../group.views.ts";
import { GroupAbout } from "./group-about.tsx";
import { GroupHead } from "./group-head.tsx";
import { type GroupTab, GroupTabs } from "./group-tabs.tsx";

/**
 * What stands around every page of a group. Who does not read it gets what it is about and how to come in, whatever the
 * page would hold: its query refuses too.
 */
export function GroupFrame({
  group,
  current,
  actions,
  wayIn,
  children,
}: {
  group: GroupView;
  current: GroupTab;
  /** Under its name: join, follow, leave. */
  actions?: ReactNode;
  /** How to come in, where more than a button is asked. */
  wayIn?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <GroupHead group={group} actions={actions} brief={group.reads && current !== "mur" && current !== "a-propos"} />
      <GroupTabs group={group} current={group.reads ? current : "a-propos"} />
      {wayIn}
      {group.reads || current === "a-propos" ? children : <GroupAbout group={group} />}
    </>
  );
}
