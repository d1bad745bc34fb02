import type { Metadata } from "next";
import { paths } from "@/core/paths.ts";
import { FilesPage } from "@/features/group-files/components/files-page.tsx";
import { listFiles } from "@/features/group-files/index.ts";
import { groupTitle } from "@/features/groups/components/group-words.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { GroupScreen } from "../group-screen.tsx";
import { loadGroup, loadGroupWithin } from "../load-group.ts";

type Props = { params: Promise<{ groupe: string }>; searchParams: Promise<Record<string, string>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = await loadGroup((await params).groupe);
  return { title: `Fichiers · ${groupTitle(group)}`, robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const group = await loadGroupWithin((await params).groupe, paths.groupFiles);
  const { apres, fichier } = await searchParams;
  const view = await orNotFound(listFiles(await currentReader(), { groupId: group.id, apres }));
  const refused = typeof fichier === "string" ? fichier : null;
  return (
    <GroupScreen group={group} current="fichiers">
      <FilesPage view={view} group={group} now={clock.now()} refused={refused} />
    </GroupScreen>
  );
}
