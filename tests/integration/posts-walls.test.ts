import { createGroupRow, createPostRow, groupOfPlace } from "@tests/support/posts-world.ts";
import { createPerson, outcomeOf, type Person, refusalOf, withoutLimits } from "@tests/support/worlds.ts";
import { describe, expect, it } from "vitest";
import { visitor } from "@/core/actor.ts";
import {
  commentPost,
  createPost,
  editComment,
  editPost,
  getPost,
  listComments,
  listPostRevisions,
  listWall,
  pinPost,
  reactToPost,
  removePost,
  unpinPost,
} from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { singletons } from "@/platform/singletons.ts";
import { actorOf, as, clientId, setScene, WORDS } from "./posts-cast.ts";

const { scene, said } = setScene();

describe("publishing on a wall", () => {
  it("is read there by members, the newest first, and told", async () => {
    const first = await said(scene.people.nadia);
    const second = await said(scene.people.jules, { body: "Et **dimanche** ?" });
    const wall = await listWall(await actorOf(scene.people.lead), scene.group.id);
    expect(wall.posts.map(({ id }) => id)).toEqual([second, first]);
    expect(wall.posts[1]).toMatchObject({
      author: { label: "Nadia Belkacem" },
      body: WORDS,
      own: false,
      edited: false,
    });
    expect(wall.posts[0]?.rich).not.toBeNull();
    expect(scene.told).toEqual(["post.published", "post.published"]);
  });

  it("is for members: who passes by is asked to join, who does not read it finds nothing", async () => {
    expect(await refusalOf(said(scene.people.stranger))).toMatchObject({ code: "forbidden", reason: "not_in_group" });
    const input = { body: WORDS, clientId: clientId() };
    expect(await outcomeOf(createPost({ actor: visitor }, { groupId: scene.group.id, ...input }))).toBe(
      "unauthenticated",
    );
    const closed = await createGroupRow({ entry: "closed", members: { [scene.people.lead.id]: "lead" } });
    const missed = await refusalOf(createPost(await as(scene.people.nadia), { groupId: closed.id, ...input }));
    expect(missed).toEqual(
      await refusalOf(createPost(await as(scene.people.nadia), { groupId: "0".repeat(12), ...input })),
    );
    expect(missed).toMatchObject({ code: "not_found" });
    expect(scene.told).toEqual([]);
  });

  it("is for those whom the group trusts with it", async () => {
    const { manager, nadia } = scene.people;
    scene.group = await createGroupRow({
      postedBy: "manager",
      members: { [manager.id]: "manager", [nadia.id]: "member" },
    });
    expect(await outcomeOf(said(nadia))).toBe("forbidden");
    const id = await said(manager);
    expect(await outcomeOf(commentPost(await as(nadia), { postId: id, body: "Oui.", clientId: clientId() }))).toBe(
      "ok",
    );
  });

  it("writes once what is sent twice, even at once", async () => {
    const caller = await as(scene.people.nadia);
    const input = { groupId: scene.group.id, body: WORDS, clientId: clientId() };
    const answers = await Promise.all(Array.from({ length: 8 }, () => createPost(caller, input)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await db.post.count({ where: { groupId: scene.group.id } })).toBe(1);
    expect(scene.told).toEqual(["post.published"]);
  });

  it("keeps for adherents what is marked for them, and lets none but them mark it", async () => {
    const id = await said(scene.people.nadia, { adherentsOnly: "oui" });
    expect(await outcomeOf(getPost(await actorOf(scene.people.jules), id))).toBe("not_found");
    expect(await outcomeOf(getPost(visitor, id))).toBe("not_found");
    expect((await getPost(await actorOf(scene.people.lead), id)).adherentsOnly).toBe(true);
    expect((await listWall(await actorOf(scene.people.jules), scene.group.id)).posts).toEqual([]);
    expect(await outcomeOf(said(scene.people.jules, { adherentsOnly: "oui" }))).toBe("forbidden");
  });

  it("needs words, ten thousand characters and five links at most", async () => {
    for (const body of ["", "   ", "\u200b\u2800", "a".repeat(10_001), "https://a.example ".repeat(6)])
      expect(await outcomeOf(said(scene.people.nadia, { body })), body.slice(0, 20)).toBe("invalid");
    expect(await outcomeOf(said(scene.people.nadia, { body: "a".repeat(10_000) }))).toBe("ok");
    expect(await outcomeOf(said(scene.people.nadia, { audience: "members" }))).toBe("invalid");
    expect(await outcomeOf(said(scene.people.nadia, { groupId: "" }))).toBe("invalid");
  });

  it("is ten an hour; five in the first week of an account", async () => {
    singletons.limits = createLimits();
    const old = await createPerson("Odile Ancienne");
    const fresh = await createPerson("Fanny Nouvelle");
    await db.member.update({
      where: { id: old.id },
      data: { joinedAt: new Date(clock.now().getTime() - 8 * 86_400_000) },
    });
    for (const { id } of [old, fresh])
      await db.groupMembership.create({
        data: { groupId: scene.group.id, memberId: id, role: "member", joinedAt: clock.now() },
      });
    const tries = async (person: Person) => {
      const outcomes: string[] = [];
      for (let time = 0; time < 11; time++) outcomes.push(await outcomeOf(said(person)));
      return outcomes.filter((outcome) => outcome === "ok").length;
    };
    expect([await tries(old), await tries(fresh)]).toEqual([10, 5]);
    expect(await db.post.count({ where: { authorId: fresh.id } })).toBe(5);
    withoutLimits();
  });

  it("turns pages by what was last seen, and puts nothing twice", async () => {
    const at = clock.now().getTime();
    const ids: string[] = [];
    for (let n = 0; n < 33; n++)
      ids.push(
        (await createPostRow({ authorId: scene.people.nadia.id, groupId: scene.group.id, at: new Date(at - (n >> 1)) }))
          .id,
      );
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page = await listWall(await actorOf(scene.people.jules), scene.group.id, next);
      seen.push(...page.posts.map(({ id }) => id));
      next = page.next;
    } while (next);
    expect(seen.length).toBe(33);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect((await listWall(await actorOf(scene.people.jules), scene.group.id, "n’importe quoi")).posts).toHaveLength(
      15,
    );
  });
});

describe("where a post stands", () => {
  it("is told by the place that a group is of, or by the group’s own name", async () => {
    const titles = ["national/63/63113", "national/63", "national"].map(async (place) => {
      const { id } = await groupOfPlace(place);
      const post = await createPostRow({ authorId: scene.people.lead.id, groupId: id });
      return (await getPost(await actorOf(scene.people.nadia), post.id)).group?.name;
    });
    expect(await Promise.all(titles)).toEqual(["Section Clermont-Ferrand", "Fédération du Puy-de-Dôme", "Le parti"]);
    const formed = await said(scene.people.nadia);
    expect((await getPost(await actorOf(scene.people.nadia), formed)).group?.name).toBe(scene.group.name);
  });
});

describe("mending a post", () => {
  it("keeps what it was, for members who read it, and tells", async () => {
    const postId = await said(scene.people.nadia);
    await editPost(await as(scene.people.nadia), { postId, body: "Dimanche, finalement." });
    expect(await getPost(await actorOf(scene.people.jules), postId)).toMatchObject({
      body: "Dimanche, finalement.",
      edited: true,
    });
    expect(await listPostRevisions(await actorOf(scene.people.jules), postId)).toMatchObject([{ body: WORDS }]);
    expect(await listPostRevisions(visitor, postId)).toEqual([]);
    expect((await getPost(visitor, postId)).can.history).toBe(false);
    expect(scene.told).toEqual(["post.published", "post.edited"]);
  });

  it("changes nothing, and tells nobody, when the words are the same", async () => {
    const postId = await said(scene.people.nadia);
    await editPost(await as(scene.people.nadia), { postId, body: WORDS });
    expect((await getPost(await actorOf(scene.people.jules), postId)).edited).toBe(false);
    expect(scene.told).toEqual(["post.published"]);
  });

  it("is its author’s alone, keeps words in it, and loses no wording to a race", async () => {
    const postId = await said(scene.people.nadia);
    for (const other of [scene.people.lead, scene.people.manager, scene.people.stranger])
      expect(await outcomeOf(editPost(await as(other), { postId, body: "Autre." }))).toBe("forbidden");
    expect(await outcomeOf(editPost(await as(scene.people.nadia), { postId, body: "" }))).toBe("invalid");
    const caller = await as(scene.people.nadia);
    await Promise.all(["Un.", "Deux.", "Trois."].map((body) => editPost(caller, { postId, body })));
    const versions = await listPostRevisions(await actorOf(scene.people.jules), postId);
    const last = (await getPost(await actorOf(scene.people.jules), postId)).body;
    expect([...versions.map(({ body }) => body), last].sort()).toEqual([WORDS, "Un.", "Deux.", "Trois."].sort());
  });
});

describe("taking a post away", () => {
  it("is its author’s and those’s who keep the wall; on every door it is then as if it had never been", async () => {
    for (const [who, outcome] of [
      [scene.people.jules, "forbidden"],
      [scene.people.stranger, "forbidden"],
      [scene.people.manager, "ok"],
    ] as const) {
      const { id, commentId } = await createPostRow({
        authorId: scene.people.nadia.id,
        groupId: scene.group.id,
        commentBy: scene.people.jules.id,
      });
      expect(await outcomeOf(removePost(await as(who), { postId: id })), who.name).toBe(outcome);
      if (outcome !== "ok") continue;
      const reader = await as(scene.people.nadia);
      const absent = await refusalOf(getPost(reader.actor, "0".repeat(12)));
      expect(await refusalOf(getPost(reader.actor, id))).toEqual(absent);
      expect(await refusalOf(listComments(reader.actor, id))).toEqual(absent);
      expect(await refusalOf(commentPost(reader, { postId: id, body: "Oui", clientId: clientId() }))).toEqual(absent);
      expect(await refusalOf(reactToPost(reader, { postId: id, kind: "merci" }))).toEqual(absent);
      expect(await refusalOf(editPost(reader, { postId: id, body: "Oui" }))).toEqual(absent);
      expect(await refusalOf(removePost(reader, { postId: id }))).toEqual(absent);
      expect(
        await refusalOf(editComment(await as(scene.people.jules), { commentId: commentId ?? "", body: "Oui" })),
      ).toEqual(absent);
      expect(await refusalOf(said(scene.people.nadia, { sharedId: id }))).toEqual(absent);
    }
  });
});

describe("pinning", () => {
  it("puts a post on top, three at most even at once, for those who keep the wall", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n++)
      ids.push((await createPostRow({ authorId: scene.people.nadia.id, groupId: scene.group.id })).id);
    const caller = await as(scene.people.manager);
    expect(await outcomeOf(pinPost(await as(scene.people.nadia), { postId: ids[0] ?? "" }))).toBe("forbidden");
    const outcomes = await Promise.all(ids.map((postId) => outcomeOf(pinPost(caller, { postId }))));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === "conflict")).toHaveLength(2);
    const wall = await listWall(await actorOf(scene.people.jules), scene.group.id);
    expect([wall.pinned.length, wall.posts.length]).toEqual([3, 2]);
    await unpinPost(caller, { postId: wall.pinned[0]?.id ?? "" });
    expect((await listWall(await actorOf(scene.people.jules), scene.group.id)).pinned).toHaveLength(2);
    expect(scene.told).toEqual(["post.pinned", "post.pinned", "post.pinned", "post.unpinned"]);
  });
});
