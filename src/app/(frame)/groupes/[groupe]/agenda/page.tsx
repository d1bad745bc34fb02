import type { Metadata } from "next";
import { paths } from "@/core/paths.ts";
import { zoneOfScope } from "@/core/zoned-time.ts";
import { GroupEvents } from "@/features/agenda/components/group-events.tsx";
import { listEventsOfGroup } from "@/features/agenda/index.ts";
import { creationRight } from "@/features/events/index.ts";
import { groupTitle } from "@/features/groups/components/group-words.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { GroupScreen } from "../group-screen.tsx";
import { loadGroup, loadGroupAt } from "../load-group.ts";

type Props = { params: Promise<{ groupe: string }>; searchParams: Promise<{ apres?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = await loadGroup((await params).groupe);
  return { title: `Agenda · ${groupTitle(group)}`, robots: { index: false } };
}

/** What a group has ahead. */
export default async function Page({ params, searchParams }: Props) {
  const group = await loadGroupAt((await params).groupe, paths.groupAgenda);
  const [actor, { apres }] = [await currentReader(), await searchParams];
  const view = await orNotFound(listEventsOfGroup(actor, group, { apres }));
  const ofPlace = creationRight(actor, group.scope) ? paths.newEvent : null;
  const ofGroup = group.can.keep ? paths.newGroupEvent(group) : null;
  return (
    <GroupScreen group={group} current="agenda">
      <GroupEvents
        view={view}
        href={paths.groupAgenda(group)}
        create={group.kind === "place" ? ofPlace : ofGroup}
        zone={zoneOfScope(actor.kind === "member" ? actor.section.scope : group.scope)}
      />
    </GroupScreen>
  );
}
