import { renamed } from "@/core/mentions.ts";
import { groupNamesFor } from "@/features/groups/index.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { keepProfilePosts } from "./commands/keep-for-judges.ts";
import { audienceWords, BODY_MAX, COMMENT_MAX, reactionWords } from "./post.rules.ts";

const revisions = { revisions: { orderBy: { number: "asc" } } } as const;
/** Whom she named: their names are theirs, her words are hers. */
const named = { mentions: { where: { memberId: { not: null } }, select: { label: true } } } as const;
const SOMEBODY = "un·e membre";
const where = { select: { groupId: true } } as const;

async function read(memberId: string): Promise<Record<string, unknown>> {
  const own = { where: { memberId } };
  const [posts, comments, reactions, commentReactions, mentions] = await Promise.all([
    db.post.findMany({
      where: { authorId: memberId },
      include: { ...revisions, ...named },
      orderBy: { createdAt: "asc" },
    }),
    db.postComment.findMany({
      where: { authorId: memberId },
      include: { post: where, ...revisions, ...named },
      orderBy: { createdAt: "asc" },
    }),
    db.postReaction.findMany({ ...own, include: { post: where }, orderBy: { reactedAt: "asc" } }),
    db.commentReaction.findMany({
      ...own,
      include: { comment: { select: { post: where } } },
      orderBy: { reactedAt: "asc" },
    }),
    db.postMention.findMany({ ...own, select: { label: true, postId: true }, orderBy: { id: "asc" } }),
  ]);
  type Said = { mentions: readonly { label: string }[]; revisions: readonly { body: string; replacedAt: Date }[] };
  const words = (body: string, { mentions }: Said) =>
    renamed(body, new Map(mentions.map(({ label }) => [label, SOMEBODY])));
  const before = (said: Said) =>
    said.revisions.map(({ body, replacedAt }) => ({ texte: words(body, said), jusqu_au: replacedAt }));
  const under = [...comments, ...reactions, ...commentReactions.map(({ comment }) => comment)];
  const nameOf = await groupNamesFor(
    memberId,
    [...posts, ...under.map(({ post }) => post)].map((one) => one.groupId),
  );
  const place = ({ groupId }: { groupId: string | null }) => (groupId ? nameOf(groupId) : "un profil");
  return {
    publications: posts.map((post) => ({
      où: place(post),
      pour: post.audience ? audienceWords[post.audience] : post.adherentsOnly ? "adhérent·e·s" : "le groupe",
      texte: words(post.body, post),
      vidéo: post.videoUrl,
      publiée_le: post.createdAt,
      modifiée_le: post.editedAt,
      supprimée_le: post.removedAt,
      masquée_le: post.hiddenAt,
      textes_précédents: before(post),
    })),
    commentaires: comments.map((comment) => ({
      où: place(comment.post),
      texte: words(comment.body, comment),
      publié_le: comment.createdAt,
      modifié_le: comment.editedAt,
      supprimé_le: comment.removedAt,
      masqué_le: comment.hiddenAt,
      textes_précédents: before(comment),
    })),
    réactions: [
      ...reactions.map(({ kind, reactedAt, post }) => ({
        où: place(post),
        à: "une publication",
        kind,
        reactedAt,
      })),
      ...commentReactions.map(({ kind, reactedAt, comment }) => ({
        ...{ où: place(comment.post), à: "un commentaire", kind, reactedAt },
      })),
    ].map(({ kind, reactedAt, ...rest }) => ({ ...rest, réaction: reactionWords[kind], le: reactedAt })),
    mentions_de_moi: mentions.map(({ label, postId }) => ({
      écrit: `@${label}`,
      dans: postId ? "une publication" : "un commentaire",
    })),
  };
}

const GONE = "compte supprimé";

/** Where others named her, present wording and former ones, she is nobody any more. */
async function forgetMentions(tx: Tx, memberId: string): Promise<void> {
  const mentions = await tx.postMention.findMany({ where: { memberId } });
  for (const { postId, commentId, label } of mentions) {
    // A text that was full holds the longer name by losing its last letters.
    const forget = (body: string) =>
      [...renamed(body, new Map([[label, GONE]]))].slice(0, postId ? BODY_MAX : COMMENT_MAX).join("");
    if (postId) {
      const [post] = await tx.$queryRaw<{ body: string }[]>(
        sql`select w.body from post w where w.id = ${postId} for no key update`,
      );
      if (post) await tx.post.update({ where: { id: postId }, data: { body: forget(post.body) } });
      for (const { number, body } of await tx.postRevision.findMany({ where: { postId } }))
        await tx.postRevision.update({ where: { postId_number: { postId, number } }, data: { body: forget(body) } });
    }
    if (commentId) {
      const comment = await tx.postComment.findUnique({ where: { id: commentId }, select: { body: true } });
      if (comment) await tx.postComment.update({ where: { id: commentId }, data: { body: forget(comment.body) } });
      for (const { number, body } of await tx.commentRevision.findMany({ where: { commentId } }))
        await tx.commentRevision.update({
          where: { commentId_number: { commentId, number } },
          data: { body: forget(body) },
        });
    }
  }
  await tx.postMention.deleteMany({ where: { memberId } });
}

/** Her words on common walls stay, without her name; her profile's posts go with all that hangs on them, but what is contested. */
async function erase(tx: Tx, { id }: { id: string }) {
  await tx.postReaction.deleteMany({ where: { memberId: id } });
  await tx.commentReaction.deleteMany({ where: { memberId: id } });
  await keepProfilePosts(tx, id);
  await tx.image.deleteMany({ where: { postPhoto: { post: { authorId: id, groupId: null } } } });
  await tx.storedFile.deleteMany({ where: { postVideo: { post: { authorId: id, groupId: null } } } });
  await tx.post.deleteMany({ where: { authorId: id, groupId: null } });
  await forgetMentions(tx, id);
  await tx.post.updateMany({ where: { authorId: id }, data: { authorId: null } });
  await tx.post.updateMany({ where: { pinnedById: id }, data: { pinnedById: null } });
  await tx.post.updateMany({ where: { removedById: id }, data: { removedById: null } });
  await tx.postComment.updateMany({ where: { authorId: id }, data: { authorId: null } });
  await tx.postComment.updateMany({ where: { removedById: id }, data: { removedById: null } });
  return [];
}

/** What she said on walls and on her profile, and how she reacted. */
export const postsPersonalData: PersonalData = { title: "Mes publications et commentaires", read, erase };
