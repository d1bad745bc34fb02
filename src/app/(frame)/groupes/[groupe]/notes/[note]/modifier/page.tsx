import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { cache } from "react";
import { idOf } from "@/core/paths.ts";
import { EditNotePage } from "@/features/group-notes/components/edit-note-page.tsx";
import { getNoteToEdit } from "@/features/group-notes/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ groupe: string; note: string }> };

const load = cache(async (groupe: string, note: string) =>
  orNotFound(getNoteToEdit(await requireMember(), note, idOf(groupe))),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { groupe, note } = await params;
  return { title: `Modifier · ${(await load(groupe, note)).title}`, robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const { groupe, note } = await params;
  const [view, member] = [await load(groupe, note), await requireMember()];
  return <EditNotePage note={view} me={member.id} formKey={randomUUID()} />;
}
