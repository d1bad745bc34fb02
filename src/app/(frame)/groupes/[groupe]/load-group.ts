import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { idOf } from "@/core/paths.ts";
import { type GroupView, getGroup } from "@/features/groups/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

/** The group of a page, shared with its metadata: what is hidden has no title either. */
export const loadGroup = cache(async (groupe: string): Promise<GroupView> => {
  const group = await orNotFound(getGroup(await currentReader(), idOf(groupe) ?? ""));
  return group;
});

/** The same for the page itself: one address each, and those of its parts follow its name. */
export async function loadGroupAt(groupe: string, path: (group: GroupView) => string): Promise<GroupView> {
  const group = await loadGroup(groupe);
  if (`${group.id}-${group.slug}` !== groupe) permanentRedirect(path(group));
  return group;
}

/** For parts that only those within read: names, members, files, notes. */
export async function loadGroupWithin(groupe: string, path: (group: GroupView) => string): Promise<GroupView> {
  const group = await loadGroupAt(groupe, path);
  if (!group.within) notFound();
  return group;
}
