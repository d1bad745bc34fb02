import type { Metadata } from "next";
import { paths } from "@/core/paths.ts";
import { NotesPage } from "@/features/group-notes/components/notes-page.tsx";
import { listNotes } from "@/features/group-notes/index.ts";
import { groupTitle } from "@/features/groups/components/group-words.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { GroupScreen } from "../group-screen.tsx";
import { loadGroup, loadGroupWithin } from "../load-group.ts";

type Props = { params: Promise<{ groupe: string }>; searchParams: Promise<Record<string, string>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = await loadGroup((await params).groupe);
  return { title: `Notes · ${groupTitle(group)}`, robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const group = await loadGroupWithin((await params).groupe, paths.groupNotes);
  const view = await orNotFound(
    listNotes(await currentReader(), { groupId: group.id, apres: (await searchParams).apres }),
  );
  return (
    <GroupScreen group={group} current="notes">
      <NotesPage view={view} group={group} now={clock.now()} />
    </GroupScreen>
  );
}
