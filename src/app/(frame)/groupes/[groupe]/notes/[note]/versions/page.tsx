import type { Metadata } from "next";
import { cache } from "react";
import { idOf } from "@/core/paths.ts";
import { RevisionsPage } from "@/features/group-notes/components/revisions-page.tsx";
import { getNote, getRevisions } from "@/features/group-notes/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = {
  params: Promise<{ groupe: string; note: string }>;
  searchParams: Promise<{ version?: string; avant?: string }>;
};

const load = cache(async (groupe: string, note: string) =>
  orNotFound(getNote(await requireMember(), note, idOf(groupe))),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { groupe, note } = await params;
  return { title: `Versions · ${(await load(groupe, note)).title}`, robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { groupe, note } = await params;
  const { version, avant } = await searchParams;
  const view = await orNotFound(getRevisions(await requireMember(), { noteId: note, version, avant }, idOf(groupe)));
  return <RevisionsPage view={view} now={clock.now()} />;
}
