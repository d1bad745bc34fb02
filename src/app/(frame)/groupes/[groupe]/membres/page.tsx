import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isAppError, publicError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { groupTitle } from "@/features/groups/components/group-words.ts";
import { MembersList } from "@/features/groups/components/members-list.tsx";
import { GroupRequests } from "@/features/groups/components/request-list.tsx";
import { getGroupMembers, listWaitingRequests } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { Notice } from "@/ui/notice.tsx";
import { GroupScreen } from "../group-screen.tsx";
import { loadGroup, loadGroupWithin } from "../load-group.ts";

type Props = {
  params: Promise<{ groupe: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = await loadGroup((await params).groupe);
  if (!group.within) notFound();
  return { title: `Membres · ${groupTitle(group)}`, robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const [actor, asked] = [await currentReader(), await searchParams];
  const group = await loadGroupWithin((await params).groupe, paths.groupMembers);
  return (
    <GroupScreen group={group} current="membres">
      {await members()}
    </GroupScreen>
  );

  async function members() {
    try {
      const [view, waiting] = await Promise.all([
        getGroupMembers(actor, group, asked),
        group.can.keep ? listWaitingRequests(actor, group.id) : null,
      ]);
      const entrance = waiting && <GroupRequests waiting={waiting} now={clock.now()} />;
      return (
        <MembersList group={group} view={view} me={actor.kind === "member" ? actor.id : null} entrance={entrance} />
      );
    } catch (error) {
      if (!isAppError(error) || error.code !== "rate_limited") throw error;
      return <Notice title={publicError(error).message}>Reprends plus tard : le groupe t’attend.</Notice>;
    }
  }
}
