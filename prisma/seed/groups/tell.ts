import { randomUUID } from "node:crypto";
import { newId } from "@/core/ids.ts";
import { db } from "@/platform/db/client.ts";
import { heardAs } from "../crowd.ts";
import type { Person } from "../speakers.ts";
import { typeset } from "../stories/tale.ts";
import { drawScene, type Scene } from "./scenes.ts";
import type { PostStory, ReactionKind, Voice } from "./story.ts";

const HOUR_MS = 3_600_000;
export const ago = (now: Date, days: number) => new Date(now.getTime() - days * 24 * HOUR_MS);

/** Who may be heard on a wall, in an order of her own; each in turn. */
export type Choir = { people: readonly Person[]; named: ReadonlyMap<string, Person> };

/** The next one whose words can be these; the same is not heard twice in a row. */
export function casting({ people, named }: Choir): (voice: Voice, but?: string) => Person {
  let queue = [...people];
  return (voice, but) => {
    const one = named.get(voice);
    if (one) return one;
    const fits = ({ id, name }: Person) => id !== but && (voice === "x" || (heardAs(name) ?? voice) === voice);
    const found = queue.find(fits) ?? queue.find(({ id }) => id !== but) ?? queue[0];
    if (!found) throw new Error(`nobody to speak as ${voice}`);
    queue = [...queue.filter((person) => person !== found), found];
    return found;
  };
}

/** A drawn picture, kept as an uploaded one. */
export async function keepScene(scene: Scene, { by, at }: { by: string | null; at: Date }): Promise<string> {
  const { large, small, width, height } = await drawn(scene);
  const id = newId();
  await db.image.create({
    data: {
      ...{ id, large: new Uint8Array(large), small: new Uint8Array(small), width, height },
      ...{ uploadedById: by, uploadedAt: at },
    },
  });
  return id;
}

/** Each is drawn once, however often it is shown. */
const kept = new Map<Scene, ReturnType<typeof drawScene>>();
function drawn(scene: Scene) {
  const picture = kept.get(scene) ?? drawScene(scene);
  kept.set(scene, picture);
  return picture;
}

/** Who reacts, and how: each once. */
function reactionsOf(
  wanted: Partial<Record<ReactionKind, number>> | undefined,
  readers: readonly string[],
  roll: () => number,
): { memberId: string; kind: ReactionKind }[] {
  const kinds = Object.entries(wanted ?? {}).flatMap(([kind, count]) =>
    Array<ReactionKind>(count).fill(kind as ReactionKind),
  );
  const order = readers.map((id) => ({ id, rank: roll() })).sort((a, b) => a.rank - b.rank);
  return order.slice(0, kinds.length).flatMap(({ id }, index) => {
    const kind = kinds[index];
    return kind ? [{ memberId: id, kind }] : [];
  });
}

export type Wall = {
  groupId: string;
  choir: Choir;
  now: Date;
  roll: () => number;
  /** Posts that others share, by their key. */
  told: Map<string, string>;
};

/** Tells what is said on a wall, the oldest first. */
export async function tellWall(posts: readonly PostStory[], wall: Wall): Promise<void> {
  const cast = casting(wall.choir);
  for (const post of posts.toSorted((a, b) => b.ago - a.ago)) await tellPost(post, cast, wall);
}

async function tellPost(
  story: PostStory,
  cast: ReturnType<typeof casting>,
  { groupId, choir, now, roll, told }: Wall,
): Promise<void> {
  const [id, at] = [newId(), ago(now, story.ago)];
  const author = cast(story.by);
  const readers = choir.people.filter(({ adherent }) => adherent || !story.adherentsOnly);
  const comments = (story.comments ?? []).map((comment) => ({
    ...comment,
    id: newId(),
    at: new Date(Math.min(at.getTime() + comment.after * HOUR_MS, now.getTime() - 2 * 60_000)),
  }));
  const editedAt = story.was ? new Date(at.getTime() + 20 * 60_000) : null;
  await db.post.create({
    data: {
      ...{
        id,
        groupId,
        authorId: author.id,
        body: typeset(story.body),
        clientId: randomUUID(),
        createdAt: at,
        editedAt,
      },
      adherentsOnly: story.adherentsOnly ?? false,
      sharedId: story.shares ? (told.get(story.shares) ?? null) : null,
      pinnedAt: story.pinned ? at : null,
      pinnedById: story.pinned ? author.id : null,
      commentCount: comments.length,
    },
  });
  if (story.key) told.set(story.key, id);
  if (story.was && editedAt)
    await db.postRevision.create({ data: { postId: id, number: 1, body: typeset(story.was), replacedAt: editedAt } });
  for (const voice of story.mentions ?? []) {
    const { id: memberId, name: label } = cast(voice);
    await db.postMention.create({ data: { id: newId(), postId: id, memberId, label } });
  }
  for (const [position, { scene, description }] of (story.photos ?? []).entries()) {
    const imageId = await keepScene(scene, { by: author.id, at });
    await db.postPhoto.create({
      data: {
        ...{ id: newId(), postId: id, imageId, description: typeset(description), position },
        ...{ uploadedById: author.id, uploadedAt: at },
      },
    });
  }
  const others = readers.map((reader) => reader.id).filter((reader) => reader !== author.id);
  const reactedAt = new Date(Math.min(at.getTime() + 5 * HOUR_MS, now.getTime()));
  await db.postReaction.createMany({
    data: reactionsOf(story.reactions, others, roll).map((reaction) => ({ postId: id, ...reaction, reactedAt })),
  });
  let before = author.id;
  for (const comment of comments) {
    const by = comment.by === story.by && comment.by.length > 1 ? author : cast(comment.by, before);
    before = by.id;
    await db.postComment.create({
      data: {
        ...{ id: comment.id, postId: id, authorId: by.id, body: typeset(comment.body) },
        ...{ clientId: randomUUID(), createdAt: comment.at },
      },
    });
    const likers = others.filter((reader) => reader !== by.id);
    await db.commentReaction.createMany({
      data: reactionsOf(comment.reactions, likers, roll).map((reaction) => ({
        ...{ commentId: comment.id, ...reaction, reactedAt: comment.at },
      })),
    });
  }
}
