import type { Metadata } from "next";
import { GroupsPage } from "@/features/groups/components/groups-page.tsx";
import { getGroupList, listFormingScopes } from "@/features/groups/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Groupes", robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const [actor, asked] = await Promise.all([currentReader(), searchParams]);
  const [view, places] = await Promise.all([getGroupList(actor, asked), listFormingScopes(actor)]);
  return <GroupsPage view={view} mayCreate={places.length > 0} visitor={actor.kind !== "member"} />;
}
