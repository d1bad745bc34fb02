import type { Person } from "@tests/support/worlds.ts";
import { newId } from "@/core/ids.ts";
import type { GroupEntry, GroupRole } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

type Options = { entry?: GroupEntry; scope?: string; adherentsOnly?: boolean; hidden?: boolean; name?: string };

/** A group that members formed, with what each is in it, written straight into the database. */
export async function createGroup(
  members: readonly (readonly [Pick<Person, "id">, GroupRole])[] = [],
  { entry = "closed", scope = "national/63/63113", adherentsOnly = false, hidden = false, name }: Options = {},
): Promise<{ id: string; slug: string; name: string; scope: string; kind: "local" }> {
  const [id, now] = [newId(), clock.now()];
  const group = { id, slug: "velo", name: name ?? "Collectif Vélo", scope, kind: "local" as const };
  const hiddenAt = hidden ? now : null;
  await db.group.create({
    data: { ...group, purpose: "Rouler en ville.", entry, adherentsOnly, createdAt: now, hiddenAt },
  });
  await db.groupMembership.createMany({
    data: members.map(([{ id: memberId }, role]) => ({ groupId: id, memberId, role, joinedAt: now })),
  });
  return group;
}
