import type { Metadata } from "next";
import { paths } from "@/core/paths.ts";
import { GroupInvitePage } from "@/features/groups/components/invitation-page.tsx";
import { getGroupInvitePage } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { loadGroupAt, loadGroupWithin } from "../load-group.ts";

type Props = {
  params: Promise<{ groupe: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = await loadGroupAt((await params).groupe, paths.groupInvite);
  return { title: `Inviter · ${group.name}`, robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const group = await loadGroupWithin((await params).groupe, paths.groupInvite);
  const page = await orNotFound(getGroupInvitePage(await currentReader(), group.id, await searchParams));
  return <GroupInvitePage page={page} now={clock.now()} />;
}
