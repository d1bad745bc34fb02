import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { cache } from "react";
import { idOf, paths } from "@/core/paths.ts";
import { NewNotePage } from "@/features/group-notes/components/edit-note-page.tsx";
import { getNewNote } from "@/features/group-notes/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ groupe: string }> };

const load = cache(async (groupe: string) =>
  orNotFound(getNewNote(await requireMember(`${paths.groups}/${groupe}/notes/nouvelle`), idOf(groupe))),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await load((await params).groupe);
  return { title: "Une nouvelle note", robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const group = await load((await params).groupe);
  return <NewNotePage group={group} me={(await requireMember()).id} formKey={randomUUID()} />;
}
