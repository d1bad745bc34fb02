import { newId } from "@/core/ids.ts";
import { slugify } from "@/core/paths.ts";
import type { GroupEntry, GroupKind, GroupRole, Theme } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

export type GroupOfWorld = { id: string; slug: string; name: string };

type Options = {
  name?: string;
  kind?: GroupKind;
  entry?: GroupEntry;
  scope?: string;
  adherentsOnly?: boolean;
  postedBy?: GroupRole;
  rules?: string;
  questions?: string[];
  themes?: Theme[];
  purpose?: string;
  /** Who is in it, by role. */
  leads?: readonly { id: string }[];
  managers?: readonly { id: string }[];
  members?: readonly { id: string }[];
  followers?: readonly { id: string }[];
};

/** A group that members formed, written straight into the database: thematic, open, in Clermont-Ferrand, unless told otherwise. */
export async function createGroup(options: Options = {}): Promise<GroupOfWorld> {
  const [id, now] = [newId(), clock.now()];
  const name = options.name ?? "Logement pour tout le monde";
  const slug = slugify(name, "groupe");
  const scope = options.scope ?? "national/63/63113";
  const kind = options.kind ?? "thematic";
  await db.group.create({
    data: {
      id,
      slug,
      name,
      purpose: options.purpose ?? "Préparer ce que l’on propose pour le logement.",
      kind,
      scope,
      place: kind === "place" ? scope : null,
      themes: options.themes ?? ["logement"],
      entry: options.entry ?? "open",
      adherentsOnly: options.adherentsOnly ?? false,
      postedBy: options.postedBy ?? "member",
      rules: options.rules ?? "",
      questions: options.questions ?? [],
      createdAt: now,
    },
  });
  const people: [GroupRole, readonly { id: string }[] | undefined][] = [
    ["lead", options.leads],
    ["manager", options.managers],
    ["member", options.members],
    ["follower", options.followers],
  ];
  for (const [role, list] of people) for (const { id: memberId } of list ?? []) await putInGroup(id, memberId, role);
  return { id, slug, name };
}

/** Somebody is in a group, whatever way she came. */
export async function putInGroup(groupId: string, memberId: string, role: GroupRole = "member"): Promise<void> {
  await db.groupMembership.create({ data: { groupId, memberId, role, joinedAt: clock.now() } });
}

/** Somebody of the group invites a member, who has not answered. */
export async function inviteInTheDatabase(groupId: string, memberId: string, invitedById: string): Promise<void> {
  await db.groupInvitation.create({ data: { id: newId(), groupId, memberId, invitedById, invitedAt: clock.now() } });
}
