import type { Metadata } from "next";
import { cache } from "react";
import { idOf } from "@/core/paths.ts";
import { EditGroupPage } from "@/features/groups/components/edit-group-page.tsx";
import { NameManager } from "@/features/groups/components/name-manager.tsx";
import { getGroupToEdit, listNameable } from "@/features/groups/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ groupe: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async (groupe: string) => orNotFound(getGroupToEdit(await currentReader(), idOf(groupe) ?? "")));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await load((await params).groupe);
  return { title: "Modifier le groupe", robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const edit = await load((await params).groupe);
  const people = await listNameable(await currentReader(), edit.group);
  return (
    <EditGroupPage edit={edit}>
      <NameManager groupId={edit.group.id} people={people} />
    </EditGroupPage>
  );
}
