import type { Metadata } from "next";
import { cache } from "react";
import { idOf } from "@/core/paths.ts";
import { NotePage } from "@/features/group-notes/components/note-page.tsx";
import { findMerged, getNote } from "@/features/group-notes/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ groupe: string; note: string }>; searchParams: Promise<{ depuis?: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async (groupe: string, note: string) =>
  orNotFound(getNote(await requireMember(), note, idOf(groupe))),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { groupe, note } = await params;
  return { title: (await load(groupe, note)).title, robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { groupe, note } = await params;
  const [view, member, { depuis }] = [await load(groupe, note), await requireMember(), await searchParams];
  const merged = typeof depuis === "string" ? await findMerged(member, view.id, depuis) : null;
  return <NotePage note={view} me={member.id} now={clock.now()} merged={merged} />;
}
