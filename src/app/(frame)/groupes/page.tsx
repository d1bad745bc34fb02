import type { Metadata } from "next";
import { GroupsPage } from "@/features/groups/components/groups-page.tsx";
import { MyGroupInvitations } from "@/features/groups/components/invitation-card.tsx";
import { GroupSuggestions } from "@/features/groups/components/suggestion-list.tsx";
import {
  getGroupList,
  listFormingScopes,
  listGroupInvitations,
  listGroupSuggestions,
} from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Groupes", robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const [actor, asked] = await Promise.all([currentReader(), searchParams]);
  const [view, places, invitations, suggestions] = await Promise.all([
    getGroupList(actor, asked),
    listFormingScopes(actor),
    listGroupInvitations(actor),
    actor.kind === "member" ? listGroupSuggestions(actor) : [],
  ]);
  // What is proposed with its reason is not shown a second time below.
  const proposed = new Set(view.all ? suggestions.map(({ id }) => id) : []);
  return (
    <GroupsPage
      view={{ ...view, found: view.found.filter(({ id }) => !proposed.has(id)) }}
      mayCreate={places.length > 0}
      visitor={actor.kind !== "member"}
      invitations={<MyGroupInvitations invitations={invitations} now={clock.now()} />}
      suggestions={<GroupSuggestions suggestions={suggestions} />}
    />
  );
}
