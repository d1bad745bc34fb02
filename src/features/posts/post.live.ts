import type { Fact } from "@/core/fact.ts";
import type { Frame, LiveFact } from "@/core/live.ts";
import { defineRoom } from "@/core/room.ts";
import { type OfPost, onePostFacts, wallFacts } from "./post.facts.ts";
import { requireReadableGroup } from "./post.queries.ts";

const audiences = ["public", "members"] as const;

/** Who follows a group live: whoever reads it. What is said there is a signal; screens ask again, where the law runs. */
export const groupRoom = defineRoom<(typeof audiences)[number]>("group", audiences, async (actor, id) => {
  await requireReadableGroup(actor, id);
  return actor.kind === "visitor" ? "public" : "members";
});

/** One frame for each audience of each group that these facts concern; visitors' screens hear nothing of adherents' posts. */
function signals(facts: readonly Fact[], kind: string, data: (told: readonly OfPost[]) => unknown): Frame[] {
  const all = facts.map(({ ids }) => ids as unknown as OfPost).filter(({ groupId }) => groupId !== undefined);
  return audiences.flatMap((audience) => {
    const told = audience === "members" ? all : all.filter(({ adherents }) => !adherents);
    const groups = Map.groupBy(told, ({ groupId }) => groupId ?? "");
    return [...groups].map(([id, some]): Frame => ({ room: groupRoom.of(id, audience), kind, data: data(some) }));
  });
}

const idsOf = (told: readonly OfPost[]) => ({ ids: [...new Set(told.map(({ postId }) => postId))] });
/** Which posts the wall shows changed. */
const wall = async (facts: readonly Fact[]) => signals(facts, "posts", idsOf);
/** These posts changed, or what is said under them. */
const onePost = async (facts: readonly Fact[]) => signals(facts, "post", idsOf);

export const postLiveFacts: readonly LiveFact[] = [
  ...wallFacts.map(({ factName }) => ({ fact: factName, frames: wall })),
  ...onePostFacts.map(({ factName }) => ({ fact: factName, frames: onePost })),
];
