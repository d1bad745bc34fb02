import { randomUUID } from "node:crypto";
import { newId } from "@/core/ids.ts";
import type { GroupEntry, GroupRole } from "@/features/groups/index.ts";
import type { PostAudience } from "@/features/posts/post.rules.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

/** The own group of a place, made with the territory. */
export const groupOfPlace = (place: string) => db.group.findFirstOrThrow({ where: { place } });

/** A group that members formed, written straight into the database. */
export async function createGroupRow(
  options: {
    entry?: GroupEntry;
    scope?: string;
    adherentsOnly?: boolean;
    postedBy?: GroupRole;
    name?: string;
    members?: Readonly<Record<string, GroupRole>>;
  } = {},
): Promise<{ id: string; slug: string; name: string }> {
  const { entry = "open", scope = "national/63", adherentsOnly = false, members = {} } = options;
  const [id, now, name] = [newId(), clock.now(), options.name ?? "Vélo pour tous"];
  const slug = "groupe";
  await db.group.create({
    data: {
      ...{ id, slug, name, purpose: "Rouler ensemble.", entry, scope, adherentsOnly, createdAt: now },
      kind: "thematic",
      postedBy: options.postedBy ?? "member",
      memberships: {
        create: Object.entries(members).map(([memberId, role]) => ({ memberId, role, joinedAt: now })),
      },
    },
  });
  return { id, slug, name };
}

/** A post on a group's wall or on its author's profile, with a comment of somebody's where one is asked for. */
export async function createPostRow(options: {
  authorId: string | null;
  groupId?: string;
  audience?: PostAudience;
  adherentsOnly?: boolean;
  body?: string;
  hidden?: boolean;
  removed?: boolean;
  sharedId?: string;
  at?: Date;
  commentBy?: string;
}): Promise<{ id: string; commentId: string | null }> {
  const [id, now] = [newId(), options.at ?? clock.now()];
  const { authorId, groupId = null, adherentsOnly = false, body = "Une piste le long de la Tiretaine." } = options;
  await db.post.create({
    data: {
      ...{ id, authorId, groupId, adherentsOnly, body, createdAt: now, clientId: randomUUID() },
      audience: groupId ? null : (options.audience ?? "members"),
      hiddenAt: options.hidden ? now : null,
      removedAt: options.removed ? now : null,
      sharedId: options.sharedId ?? null,
      commentCount: options.commentBy ? 1 : 0,
    },
  });
  const commentId = options.commentBy ? newId() : null;
  if (commentId)
    await db.postComment.create({
      data: {
        ...{ id: commentId, postId: id, authorId: options.commentBy ?? null, body: "Et pour les vélos-cargos ?" },
        ...{ clientId: randomUUID(), createdAt: now },
      },
    });
  return { id, commentId };
}
