import { randomUUID } from "node:crypto";
import type { Actor } from "@/core/actor.ts";
import { postCommands } from "@/features/posts/index.ts";
import { createGroupRow, createPostRow } from "./posts-world.ts";

const WORDS = "Ces mots sont assez longs pour être lus.";

/** A valid input of each command of posts, and who may run it. */
export async function postInputs(people: {
  leader: { id: string };
  locally: Actor;
  system: Actor;
}): Promise<[unknown, Actor, Record<string, unknown>][]> {
  const { leader, locally, system } = people;
  const group = await createGroupRow({ members: { [leader.id]: "manager" } });
  const post = async () => createPostRow({ authorId: leader.id, groupId: group.id, commentBy: leader.id });
  const [kept, gone, pinned, other] = [await post(), await post(), await post(), await post()];
  const mention = { kind: "group", id: group.id, label: group.name };
  const said = { groupId: group.id, body: `@${group.name} ${WORDS}`, mentions: [mention], adherentsOnly: "oui" };
  const [postId, commentId] = [kept.id, kept.commentId];
  return [
    [postCommands.createPost, locally, { ...said, sharedId: kept.id, clientId: randomUUID(), consent: false }],
    [postCommands.editPost, locally, { postId, body: "Autrement dit.", mentions: [] }],
    [postCommands.pinPost, locally, { postId: pinned.id }],
    [postCommands.unpinPost, locally, { postId: pinned.id }],
    [postCommands.reactToPost, locally, { postId, kind: "merci" }],
    [postCommands.commentPost, locally, { postId, body: WORDS, mentions: [mention], clientId: randomUUID() }],
    [postCommands.editComment, locally, { commentId, body: "Autrement dit.", mentions: [] }],
    [postCommands.reactToComment, locally, { commentId, kind: "question" }],
    [postCommands.removeComment, locally, { commentId: other.commentId }],
    [postCommands.removePost, locally, { postId: gone.id }],
    [postCommands.withdrawPostsFromWeb, locally, {}],
    [postCommands.followCard, system, { memberId: leader.id }],
  ];
}
