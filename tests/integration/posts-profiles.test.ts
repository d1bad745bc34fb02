import { blockInTheDatabase, createPerson, outcomeOf, type Person, refusalOf } from "@tests/support/worlds.ts";
import { describe, expect, it } from "vitest";
import { factJobs } from "@/composition.ts";
import { system, visitor } from "@/core/actor.ts";
import {
  commentPost,
  createPost,
  getPost,
  listComments,
  listProfilePosts,
  postCommands,
  removeComment,
  withdrawPostsFromWeb,
} from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { actorOf, as, clientId, setScene, WORDS } from "./posts-cast.ts";

const { scene } = setScene();

describe("a profile’s posts", () => {
  const profile = async (by: Person, more: object) =>
    createPost(await as(by), { body: WORDS, clientId: clientId(), ...more });

  it("reach those who are near enough, as fields do", async () => {
    const author = await createPerson("Paula Publique", { adherent: true });
    const far = await createPerson("Loïc Lointain", { section: "03185" });
    await db.profile.create({ data: { memberId: author.id, cardFor: "members", updatedAt: clock.now() } });
    await db.coopain.createMany({
      data: [
        { memberId: author.id, otherId: scene.people.jules.id, since: clock.now() },
        { memberId: scene.people.jules.id, otherId: author.id, since: clock.now() },
      ],
    });
    for (const audience of ["coopains", "section", "members"]) await profile(author, { audience });
    const seen = async (reader: Person) => (await listProfilePosts(await actorOf(reader), author.id)).posts.length;
    expect([
      await seen(scene.people.jules),
      await seen(scene.people.nadia),
      await seen(far),
      await seen(author),
    ]).toEqual([3, 2, 1, 3]);
    expect(await outcomeOf(listProfilePosts(visitor, author.id))).toBe("not_found");
    const { posts } = await listProfilePosts(await actorOf(far), author.id);
    const id = posts[0]?.id ?? "";
    expect(await outcomeOf(commentPost(await as(far), { postId: id, body: "Bravo.", clientId: clientId() }))).toBe(
      "ok",
    );
    await blockInTheDatabase(author.id, far.id);
    expect(await outcomeOf(getPost(await actorOf(far), id))).toBe("not_found");
    // Her own profile: what is said there is hers to take away.
    const { comments } = await listComments(await actorOf(author), id);
    expect(await outcomeOf(removeComment(await as(author), { commentId: comments[0]?.id ?? "" }))).toBe("ok");
  });

  it("reach the web only with a public card and her consent, and leave it in one click or with the card", async () => {
    const author = await createPerson("Viviane Visible", { adherent: true });
    const everyone = { audience: "everyone", consent: "oui" };
    expect(await refusalOf(profile(author, everyone))).toMatchObject({ reason: "card_not_public" });
    await db.profile.create({ data: { memberId: author.id, cardFor: "everyone", updatedAt: clock.now() } });
    expect(await refusalOf(profile(author, { ...everyone, consent: "" }))).toMatchObject({
      reason: "public_posts_consent",
    });
    const { id } = await profile(author, everyone);
    const consents = () => db.consent.findMany({ where: { memberId: author.id, kind: "public_posts" } });
    expect(await consents()).toMatchObject([{ withdrawnAt: null }]);
    expect(await getPost(visitor, id)).toMatchObject({ author: { label: "Viviane Visible" }, body: WORDS });
    // Agreed to once.
    await profile(author, { audience: "everyone" });
    expect(await consents()).toHaveLength(1);
    await withdrawPostsFromWeb(await as(author), {});
    expect(await outcomeOf(getPost(visitor, id))).toBe("not_found");
    expect((await consents())[0]?.withdrawnAt).not.toBeNull();
    expect((await getPost(await actorOf(scene.people.stranger), id)).audience).toBe("members");
    expect(await refusalOf(profile(author, { audience: "everyone" }))).toMatchObject({
      reason: "public_posts_consent",
    });
  });
});

describe("a card that leaves the web", () => {
  it("takes what was said on its profile with it, for good; one that stays takes nothing", async () => {
    const author = await createPerson("Claire Publique", { adherent: true });
    const caller = await as(author);
    const follow = () => postCommands.followCard({ actor: system }, { memberId: author.id });
    await db.profile.create({ data: { memberId: author.id, cardFor: "everyone", updatedAt: clock.now() } });
    const post = { body: WORDS, audience: "everyone", consent: "oui", clientId: clientId() } as const;
    const { id } = await createPost(caller, post);
    await follow();
    expect(await outcomeOf(getPost(visitor, id))).toBe("ok");
    expect(scene.told).toEqual(["post.published"]);
    await db.profile.update({ where: { memberId: author.id }, data: { cardFor: "members" } });
    expect(await outcomeOf(getPost(visitor, id))).toBe("not_found"); // at once, whatever the job does
    await follow();
    expect(scene.told).toEqual(["post.published", "posts.withdrawn-from-web"]);
    await db.profile.update({ where: { memberId: author.id }, data: { cardFor: "everyone" } });
    expect(await outcomeOf(getPost(visitor, id))).toBe("not_found");
    expect(await db.consent.count({ where: { memberId: author.id, kind: "public_posts", withdrawnAt: null } })).toBe(0);
    expect(await outcomeOf(postCommands.followCard(caller, { memberId: author.id }))).toBe("forbidden");
    expect(factJobs["profile.visibilities-changed"]?.map(({ name }) => name)).toContain("posts.follow-card");
  });
});
