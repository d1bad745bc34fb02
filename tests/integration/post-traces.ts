import { randomUUID } from "node:crypto";
import { createGroupRow } from "@tests/support/posts-world.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

type Somebody = { id: string; name: string; sentinel: string };

/** What a member leaves on walls: said, answered, reacted, pinned, taken away, and named by another. */
export async function inPosts(one: Somebody, other: Somebody): Promise<void> {
  const now = clock.now();
  const group = await createGroupRow();
  const stays = `Dit par ${one.sentinel.toLowerCase()}-mots.`;
  const row = <More extends object>(more: More) => ({
    ...{ id: newId(), clientId: randomUUID(), createdAt: now, body: stays },
    ...more,
  });
  const common = row({ groupId: group.id, authorId: one.id, editedAt: now });
  await db.post.create({ data: common });
  await db.postRevision.create({ data: { postId: common.id, number: 1, body: stays, replacedAt: now } });
  const own = row({ authorId: one.id, audience: "members" as const, body: `${one.sentinel} sur son profil.` });
  await db.post.create({ data: own });
  // Of another: it names her, she pinned it, reacted, answered, took what was said under it away.
  const named = row({ groupId: group.id, authorId: other.id, pinnedAt: now, pinnedById: one.id, commentCount: 1 });
  const body = `Merci @${one.name} !`;
  await db.post.create({ data: { ...named, body, commentCount: 1 } });
  await db.postRevision.create({ data: { postId: named.id, number: 1, body: `${body} Et encore.`, replacedAt: now } });
  await db.postMention.create({ data: { id: newId(), postId: named.id, memberId: one.id, label: one.name } });
  await db.postReaction.create({ data: { postId: named.id, memberId: one.id, kind: "merci", reactedAt: now } });
  const removed = { removedAt: now, removedById: one.id };
  await db.post.create({ data: { ...row({ groupId: group.id, authorId: null }), ...removed, body: "Retiré." } });
  const comment = row({ postId: named.id, authorId: one.id, editedAt: now });
  await db.postComment.create({ data: comment });
  await db.commentRevision.create({ data: { commentId: comment.id, number: 1, body: stays, replacedAt: now } });
  await db.commentReaction.create({ data: { commentId: comment.id, memberId: one.id, kind: "bravo", reactedAt: now } });
  const answered = row({ postId: named.id, authorId: null, body: `@${one.name}, tu viens ?` });
  await db.postComment.create({ data: { ...answered, ...removed } });
  await db.postMention.create({ data: { id: newId(), commentId: answered.id, memberId: one.id, label: one.name } });
}
