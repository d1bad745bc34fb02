import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { allow } from "@/core/decision.ts";
import { newId } from "@/core/ids.ts";
import { organisation } from "@/core/organisation.ts";
import { reasons } from "@/core/reasons.ts";
import { lockReadableGroup } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { isNothing } from "../media.rules.ts";
import { postPublished } from "../post.facts.ts";
import { canPublish, canShare } from "../post.policy.ts";
import { createPostInput } from "../post.schema.ts";
import { postsOfAccount, postsOfNewcomer } from "../post-limit.rules.ts";
import { attachMedia } from "./attach-media.ts";
import { holdNewcomer, idsOf, type LockedPost, lockVisiblePost } from "./lock-post.ts";
import { writeMentions } from "./mention-rows.ts";

/** Somebody says something on the wall of a group or on her profile; sent twice with one client id, it is said once. */
export const createPost = command({
  name: "post.create",
  input: createPostInput,
  limits: [postsOfAccount],
  async subject({ tx, actor, input }) {
    const wall = await lockWall(tx, actor, input.groupId);
    return { wall, shared: input.sharedId ? await lockShared(tx, actor, input.sharedId) : null };
  },
  policy(actor, { wall, shared }, input) {
    const published = canPublish(actor, wall, input);
    if (!published.allowed) return published;
    return shared ? canShare(actor, shared) : allow;
  },
  async execute({ tx, actor, input, subject: { wall, shared }, record }) {
    const { groupId, audience, adherentsOnly, body, clientId } = input;
    const id = newId();
    const group = "slug" in wall ? { id: wall.id, slug: wall.slug } : null;
    const written = await tx.post.createMany({
      data: [
        {
          ...{ id, groupId, audience, adherentsOnly, body, clientId },
          authorId: actor.id,
          sharedId: shared?.id ?? null,
          createdAt: clock.now(),
        },
      ],
      skipDuplicates: true,
    });
    if (written.count === 0) {
      const known = await tx.post.findFirstOrThrow({ where: { authorId: actor.id, clientId }, select: { id: true } });
      return { id: known.id, group };
    }
    await holdNewcomer(tx, actor, postsOfNewcomer);
    if (audience === "everyone") await agreeToPublicPosts(tx, actor, input.consent);
    if (!isNothing(input.media)) await attachMedia(tx, actor, id, input.media);
    await writeMentions(tx, actor, { postId: id }, input);
    record(postPublished(idsOf({ id, groupId, adherentsOnly })));
    return { id, group };
  },
});

/** The wall of a group that the actor reads, kept from changing hands meanwhile; or her own profile. Throws `not_found`. */
async function lockWall(tx: Tx, actor: Actor, groupId: string | null) {
  if (groupId === null) {
    const profile = actor.id && (await tx.profile.findUnique({ where: { memberId: actor.id } }));
    return { publicCard: profile ? profile.cardFor === "everyone" : false };
  }
  return lockReadableGroup(tx, actor, groupId);
}

/** What is taken further: a post that only hands on another one stands for it. Throws `not_found`. */
async function lockShared(tx: Tx, actor: Actor, postId: string): Promise<LockedPost> {
  const post = await lockVisiblePost(tx, actor, postId, "key share");
  if (post.body !== "" || !post.sharedId) return post;
  return lockVisiblePost(tx, actor, post.sharedId, "key share");
}

/** That everybody may read her posts on the web is agreed to once, recorded with the version of the text. */
async function agreeToPublicPosts(tx: Tx, { id }: Actor, consents: boolean): Promise<void> {
  if (id === null) return;
  const standing = await tx.consent.findFirst({ where: { memberId: id, kind: "public_posts", withdrawnAt: null } });
  if (standing) return;
  if (!consents)
    throw new AppError("invalid", "public_posts_consent", { fields: { consent: reasons.public_posts_consent } });
  const textVersion = organisation.texts.privacy;
  await tx.consent.create({
    data: { id: newId(), memberId: id, kind: "public_posts", textVersion, givenAt: clock.now() },
  });
}
