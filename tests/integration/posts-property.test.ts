import { randomUUID } from "node:crypto";
import { createGroupRow, createPostRow } from "@tests/support/posts-world.ts";
import { fc } from "@tests/support/properties.ts";
import { blockInTheDatabase, createPerson, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import type { GroupEntry, GroupRole } from "@/features/groups/index.ts";
import {
  commentPost,
  getPost,
  listComments,
  listPostsById,
  listProfilePosts,
  listWall,
  visiblePosts,
} from "@/features/posts/index.ts";
import { audiences, type PostAudience } from "@/features/posts/post.rules.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";

const PEOPLE = 4;
const pairs = Array.from({ length: PEOPLE }, (_, a) => Array.from({ length: a }, (_, b) => [a, b] as const)).flat();
const post = fc.record({
  author: fc.integer({ min: 0, max: PEOPLE - 1 }),
  /** On the group's wall, or on her profile. */
  audience: fc.constantFrom(null, ...audiences),
  adherentsOnly: fc.boolean(),
  state: fc.constantFrom("shown", "shown", "shown", "hidden", "removed"),
});
const world = fc.record({
  people: fc.array(
    fc.record({
      adherent: fc.boolean(),
      far: fc.boolean(),
      card: fc.constantFrom<PostAudience | null>(null, ...audiences),
      role: fc.constantFrom<GroupRole | null>(null, "follower", "member", "manager", "lead"),
    }),
    { minLength: PEOPLE, maxLength: PEOPLE },
  ),
  entry: fc.constantFrom<GroupEntry>("open", "request", "closed"),
  adherents: fc.boolean(),
  hiddenGroup: fc.integer({ max: 6 }).map((dice) => dice === 0),
  ties: fc.subarray(pairs),
  blocks: fc.subarray(pairs, { maxLength: 2 }),
  posts: fc.array(post, { minLength: 4, maxLength: 7 }),
});
type World = typeof world extends fc.Arbitrary<infer Shape> ? Shape : never;

const among = (list: readonly (readonly [number, number])[], one: number, other: number) =>
  list.some(([a, b]) => (a === one && b === other) || (a === other && b === one));

/** The law told again, without SQL and without the product's rules. -1 is a visitor. */
function lawOf({ people, entry, adherents, hiddenGroup, ties, blocks, posts }: World) {
  const width = (audience: PostAudience) => audiences.indexOf(audience);
  const near = (reader: number, member: number) => {
    if (reader < 0) return 3;
    if (among(ties, reader, member)) return 0;
    return people[reader]?.far === people[member]?.far ? 1 : 2;
  };
  const readsGroup = (reader: number) => {
    if (hiddenGroup) return false;
    const who = people[reader];
    if (adherents && !who?.adherent) return false;
    return entry === "open" || (who !== undefined && who.role !== null);
  };
  const seesCard = (reader: number, member: number) => {
    if (reader === member) return true;
    if (reader >= 0 && among(blocks, reader, member)) return false;
    return width(people[member]?.card ?? "section") >= near(reader, member);
  };
  return (reader: number, index: number): boolean => {
    const said = posts[index];
    if (said?.state !== "shown") return false;
    if (said.audience !== null)
      return (
        seesCard(reader, said.author) && (reader === said.author || width(said.audience) >= near(reader, said.author))
      );
    if (!readsGroup(reader)) return false;
    if (!said.adherentsOnly) return true;
    const who = people[reader];
    return who !== undefined && (who.adherent || said.author === reader || who.role === "lead");
  };
}

async function build(shape: World) {
  const { people, entry, adherents, hiddenGroup, ties, blocks, posts } = shape;
  const made = await Promise.all(
    people.map(async ({ adherent, far, card }, index) => {
      const person = await createPerson(`Membre ${index}`, { adherent, ...(far && { section: "03185" }) });
      if (card) await db.profile.create({ data: { memberId: person.id, cardFor: card, updatedAt: clock.now() } });
      return person;
    }),
  );
  const id = (index: number) => made[index]?.id ?? "";
  const members = Object.fromEntries(
    people.flatMap(({ role }, index) => (role ? [[id(index), role] as [string, GroupRole]] : [])),
  );
  const group = await createGroupRow({ entry, adherentsOnly: adherents, members });
  if (hiddenGroup) await db.group.update({ where: { id: group.id }, data: { hiddenAt: clock.now() } });
  for (const [a, b] of ties)
    await db.coopain.createMany({
      data: [
        { memberId: id(a), otherId: id(b), since: clock.now() },
        { memberId: id(b), otherId: id(a), since: clock.now() },
      ],
    });
  for (const [a, b] of blocks) await blockInTheDatabase(id(a), id(b));
  const rows: string[] = [];
  for (const { author, audience, adherentsOnly, state } of posts) {
    const where = audience ? { audience } : { groupId: group.id, adherentsOnly };
    const row = { authorId: id(author), hidden: state === "hidden", removed: state === "removed", commentBy: id(0) };
    rows.push((await createPostRow({ ...row, ...where })).id);
  }
  const actors = await Promise.all(made.map((person) => actorOfMember(person.id)));
  return { made, group, posts: rows, readers: [...actors, visitor] as Actor[] };
}

describe("in any world of groups, roles, audiences, ties, blocks and hidden things", () => {
  beforeAll(withoutLimits);

  it("a post reaches exactly whom the law says; lists, walls, profiles and comments are the filter of the item", async () => {
    await fc.assert(
      fc.asyncProperty(world, async (shape) => {
        const { made, group, posts, readers } = await build(shape);
        const law = lawOf(shape);
        for (const [at, reader] of readers.entries()) {
          const who = at < PEOPLE ? at : -1;
          const seen = posts.filter((_, index) => law(who, index));
          const items = await Promise.all(posts.map((id) => outcomeOf(getPost(reader, id))));
          expect(posts.filter((_, index) => items[index] === "ok")).toEqual(seen);
          expect((await listPostsById(reader, posts)).map(({ id }) => id)).toEqual(seen);
          const chosen = await db.$queryRaw<{ id: string }[]>(
            sql`select w.id from post w where w.id = any(${posts}::text[]) and ${visiblePosts(reader)}`,
          );
          expect(chosen.map(({ id }) => id).sort()).toEqual([...seen].sort());
          const wall = await listWall(reader, group.id).catch(() => ({ posts: [], pinned: [] }));
          const profiles = await Promise.all(
            made.map(({ id }) => listProfilePosts(reader, id).catch(() => ({ posts: [], pinned: [] }))),
          );
          const listed = [wall, ...profiles].flatMap((page) => page.posts.map(({ id }) => id));
          expect(listed.sort()).toEqual([...seen].sort());
          for (const [index, id] of posts.entries())
            expect(await outcomeOf(listComments(reader, id)), id).toBe(items[index]);
          // Acting requires reading: nothing that is hidden is answered, and it answers as what is absent.
          const hidden = posts.find((_, index) => items[index] !== "ok");
          if (!hidden) continue;
          const answered = commentPost({ actor: reader }, { postId: hidden, body: "Oui.", clientId: randomUUID() });
          expect(await outcomeOf(answered)).toBe("not_found");
        }
      }),
      { numRuns: 12 },
    );
  }, 90_000);
});
