import { createGroupRow, createPostRow } from "@tests/support/posts-world.ts";
import {
  blockInTheDatabase,
  createPerson,
  outcomeOf,
  type Person,
  refusalOf,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { describe, expect, it } from "vitest";
import { visitor } from "@/core/actor.ts";
import {
  commentPost,
  editComment,
  getPost,
  getSharing,
  listComments,
  listPostsById,
  listWall,
  reactToComment,
  reactToPost,
  removeComment,
} from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { singletons } from "@/platform/singletons.ts";
import { actorOf, as, clientId, setScene, WORDS } from "./posts-cast.ts";

const { scene, said } = setScene();

describe("answering a post", () => {
  it("stands under it in order, counted, once each, and is told", async () => {
    const postId = await said(scene.people.nadia);
    const input = { postId, body: "J’apporte un compteur.", clientId: clientId() };
    const caller = await as(scene.people.jules);
    await Promise.all([commentPost(caller, input), commentPost(caller, input)]);
    await commentPost(await as(scene.people.lead), { ...input, body: "Merci !", clientId: clientId() });
    const { comments } = await listComments(await actorOf(scene.people.nadia), postId);
    expect(comments.map(({ body }) => body)).toEqual(["J’apporte un compteur.", "Merci !"]);
    expect((await getPost(await actorOf(scene.people.nadia), postId)).commentCount).toBe(2);
    expect(scene.told.filter((name) => name === "comment.published")).toHaveLength(2);
  });

  it("is sixty an hour, thirty in the first week of an account", async () => {
    singletons.limits = createLimits();
    const fresh = await createPerson("Flora Nouvelle");
    const postId = await said(scene.people.nadia);
    const row = { groupId: scene.group.id, memberId: fresh.id, role: "member", joinedAt: clock.now() } as const;
    await db.groupMembership.create({ data: row });
    const caller = await as(fresh);
    const outcomes: string[] = [];
    for (let time = 0; time < 31; time++)
      outcomes.push(await outcomeOf(commentPost(caller, { postId, body: "Oui.", clientId: clientId() })));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(30);
    expect((await getPost(caller.actor, postId)).commentCount).toBe(30);
    withoutLimits();
  });

  it("is for members; a block between the two closes it, and nothing else", async () => {
    const [author, blocked] = [await createPerson("Aude Autrice"), await createPerson("Bertrand Bloqué")];
    for (const { id } of [author, blocked])
      await db.groupMembership.create({
        data: { groupId: scene.group.id, memberId: id, role: "member", joinedAt: clock.now() },
      });
    await blockInTheDatabase(author.id, blocked.id);
    const postId = await said(author);
    const input = { postId, body: "Bonjour.", clientId: clientId() };
    expect(await refusalOf(commentPost(await as(scene.people.stranger), input))).toMatchObject({
      reason: "not_in_group",
    });
    expect(await refusalOf(commentPost(await as(blocked), input))).toMatchObject({ reason: "post_closed" });
    expect(await refusalOf(reactToPost(await as(blocked), { postId, kind: "merci" }))).toMatchObject({
      reason: "post_closed",
    });
    const seen = await getPost(await actorOf(blocked), postId);
    expect(seen).toMatchObject({
      body: WORDS,
      author: { label: "Aude Autrice" },
      can: { comment: false, share: false },
    });
    expect(seen.author.href).toBeUndefined();
  });

  it("is mended by who said it, taken away by her and by who keeps the wall; the count follows", async () => {
    const { id: postId, commentId } = await createPostRow({
      authorId: scene.people.nadia.id,
      groupId: scene.group.id,
      commentBy: scene.people.jules.id,
    });
    const about = { commentId: commentId ?? "" };
    expect(await outcomeOf(editComment(await as(scene.people.nadia), { ...about, body: "Non" }))).toBe("forbidden");
    await editComment(await as(scene.people.jules), { ...about, body: "Et pour les triporteurs ?" });
    expect((await listComments(await actorOf(scene.people.nadia), postId)).comments).toMatchObject([
      { body: "Et pour les triporteurs ?", edited: true },
    ]);
    expect(await outcomeOf(removeComment(await as(scene.people.nadia), about))).toBe("forbidden");
    const caller = await as(scene.people.manager);
    const outcomes = await Promise.all([1, 2].map(() => outcomeOf(removeComment(caller, about))));
    expect(outcomes.sort()).toEqual(["not_found", "ok"]);
    expect((await getPost(await actorOf(scene.people.nadia), postId)).commentCount).toBe(0);
    expect((await listComments(await actorOf(scene.people.nadia), postId)).comments).toEqual([]);
    expect(scene.told).toEqual(["comment.edited", "comment.removed"]);
  });
});

describe("a reaction", () => {
  it("is one each, the last one counts, and what is clicked twice is done once", async () => {
    const { id: postId, commentId } = await createPostRow({
      authorId: scene.people.nadia.id,
      groupId: scene.group.id,
      commentBy: scene.people.nadia.id,
    });
    const caller = await as(scene.people.jules);
    await Promise.all(Array.from({ length: 6 }, () => reactToPost(caller, { postId, kind: "bravo" })));
    await reactToPost(await as(scene.people.lead), { postId, kind: "bravo" });
    expect(await getPost(caller.actor, postId)).toMatchObject({
      reactions: [{ kind: "bravo", count: 2 }],
      mine: "bravo",
    });
    await reactToPost(caller, { postId, kind: "merci" });
    expect((await getPost(visitor, postId)).reactions).toEqual([
      { kind: "merci", count: 1 },
      { kind: "bravo", count: 1 },
    ]);
    await reactToPost(caller, { postId, kind: null });
    expect(await getPost(caller.actor, postId)).toMatchObject({ reactions: [{ kind: "bravo", count: 1 }], mine: null });
    await reactToComment(caller, { commentId: commentId ?? "", kind: "question" });
    expect((await listComments(visitor, postId)).comments[0]?.reactions).toEqual([{ kind: "question", count: 1 }]);
    expect(await outcomeOf(reactToPost(await as(scene.people.stranger), { postId, kind: "merci" }))).toBe("forbidden");
    expect(await outcomeOf(reactToPost({ actor: visitor }, { postId, kind: "merci" }))).toBe("unauthenticated");
    expect(await outcomeOf(reactToPost(caller, { postId, kind: "colère" as never }))).toBe("invalid");
  });
});

describe("sharing", () => {
  it("shows the original inside to those who read it, and to nobody else", async () => {
    const closed = await createGroupRow({
      entry: "closed",
      members: { [scene.people.nadia.id]: "member", [scene.people.lead.id]: "member" },
    });
    const secret = await createPostRow({ authorId: scene.people.lead.id, groupId: closed.id, body: "Entre nous." });
    const id = await said(scene.people.nadia, { body: "", sharedId: secret.id });
    expect((await getPost(await actorOf(scene.people.lead), id)).shared).toMatchObject({ body: "Entre nous." });
    for (const reader of [await actorOf(scene.people.jules), visitor]) {
      const seen = await getPost(reader, id);
      expect(seen.shared).toBe("hidden");
      expect(JSON.stringify(seen)).not.toContain("Entre nous");
    }
    expect(await outcomeOf(said(scene.people.jules, { sharedId: secret.id }))).toBe("not_found");
    const offered = async (reader: Person) =>
      (await getSharing(await actorOf(reader), id)).groups.map((one) => one.name);
    expect(await offered(scene.people.nadia)).toEqual(
      expect.arrayContaining([scene.group.name, "Section Clermont-Ferrand"]),
    );
    expect(await offered(scene.people.nadia)).not.toContain("Le parti"); // its leads publish there
    expect(await offered(scene.people.stranger)).not.toContain(scene.group.name);
    expect(await outcomeOf(getSharing(visitor, id))).toBe("not_found");
    // Handing on what was handed on hands on the original.
    const again = await said(scene.people.lead, { body: "", sharedId: id });
    expect((await db.post.findUniqueOrThrow({ where: { id: again } })).sharedId).toBe(secret.id);
  });
});

describe("what a visitor reads of an open group", () => {
  it("is words without names, whatever was agreed to for debates", async () => {
    const named = await createPerson("Basile Public", { adherent: true, publicName: true });
    await db.groupMembership.create({
      data: { groupId: scene.group.id, memberId: named.id, role: "member", joinedAt: clock.now() },
    });
    const mention = { kind: "member" as const, id: scene.people.jules.id, label: scene.people.jules.name };
    await said(named);
    const id = await said(scene.people.nadia, {
      body: `Merci @${scene.people.jules.name} pour hier !`,
      mentions: [mention],
    });
    await commentPost(await as(scene.people.jules), {
      postId: id,
      body: `De rien @${scene.people.nadia.name}.`,
      mentions: [{ kind: "member", id: scene.people.nadia.id, label: scene.people.nadia.name }],
      clientId: clientId(),
    });
    const wall = await listWall(visitor, scene.group.id);
    expect(wall.posts.map(({ author }) => author.label)).toEqual(["Un·e adhérent·e", "Un·e adhérent·e"]);
    expect(wall.posts[0]?.body).toBe("Merci @un·e membre pour hier !");
    const seen = JSON.stringify([wall, await listComments(visitor, id), await listPostsById(visitor, [id])]);
    for (const { name, id: memberId } of [...Object.values(scene.people), named]) {
      expect(seen).not.toContain(name);
      expect(seen).not.toContain(memberId);
    }
  });
});
