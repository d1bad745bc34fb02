import { randomUUID } from "node:crypto";
import { createGroupRow, createPostRow, groupOfPlace } from "@tests/support/posts-world.ts";
import {
  blockInTheDatabase,
  createPerson,
  outcomeOf,
  type Person,
  refusalOf,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { factJobs } from "@/composition.ts";
import { system, visitor } from "@/core/actor.ts";
import {
  commentPost,
  createPost,
  editComment,
  editPost,
  getPost,
  getSharing,
  listComments,
  listPostRevisions,
  listPostsById,
  listProfilePosts,
  listWall,
  pinPost,
  postCommands,
  reactToComment,
  reactToPost,
  removeComment,
  removePost,
  unpinPost,
  withdrawPostsFromWeb,
} from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

const WORDS = "Samedi, on compte les vélos au pont de Pérignat.";
let people: Record<"lead" | "manager" | "nadia" | "jules" | "stranger", Person>;
let group: { id: string; slug: string; name: string };
let told: string[];
const as = async ({ id }: { id: string }) => ({ actor: await actorOfMember(id) });
const actorOf = ({ id }: { id: string }) => actorOfMember(id);
const said = async (by: Person, more: object = {}) =>
  (await createPost(await as(by), { groupId: group.id, body: WORDS, clientId: randomUUID(), ...more })).id;
const clientId = () => randomUUID();

beforeAll(async () => {
  withoutLimits();
  people = {
    lead: await createPerson("Léa Responsable", { adherent: true }),
    manager: await createPerson("Malo Gestionnaire", { adherent: true }),
    nadia: await createPerson("Nadia Belkacem", { adherent: true }),
    jules: await createPerson("Jules Sympathisant"),
    stranger: await createPerson("Samia Passante"),
  };
});
beforeEach(async () => {
  told = [];
  singletons.publisher = (facts) => void told.push(...facts.map(({ name }) => name));
  const { lead, manager, nadia, jules } = people;
  const members = { [lead.id]: "lead", [manager.id]: "manager", [nadia.id]: "member", [jules.id]: "member" } as const;
  group = await createGroupRow({ members });
});

describe("publishing on a wall", () => {
  it("is read there by members, the newest first, and told", async () => {
    const first = await said(people.nadia);
    const second = await said(people.jules, { body: "Et **dimanche** ?" });
    const wall = await listWall(await actorOf(people.lead), group.id);
    expect(wall.posts.map(({ id }) => id)).toEqual([second, first]);
    expect(wall.posts[1]).toMatchObject({
      author: { label: "Nadia Belkacem" },
      body: WORDS,
      own: false,
      edited: false,
    });
    expect(wall.posts[0]?.rich).not.toBeNull();
    expect(told).toEqual(["post.published", "post.published"]);
  });

  it("is for members: who passes by is asked to join, who does not read it finds nothing", async () => {
    expect(await refusalOf(said(people.stranger))).toMatchObject({ code: "forbidden", reason: "not_in_group" });
    const input = { body: WORDS, clientId: clientId() };
    expect(await outcomeOf(createPost({ actor: visitor }, { groupId: group.id, ...input }))).toBe("unauthenticated");
    const closed = await createGroupRow({ entry: "closed", members: { [people.lead.id]: "lead" } });
    const missed = await refusalOf(createPost(await as(people.nadia), { groupId: closed.id, ...input }));
    expect(missed).toEqual(await refusalOf(createPost(await as(people.nadia), { groupId: "0".repeat(12), ...input })));
    expect(missed).toMatchObject({ code: "not_found" });
    expect(told).toEqual([]);
  });

  it("is for those whom the group trusts with it", async () => {
    const { manager, nadia } = people;
    group = await createGroupRow({ postedBy: "manager", members: { [manager.id]: "manager", [nadia.id]: "member" } });
    expect(await outcomeOf(said(nadia))).toBe("forbidden");
    const id = await said(manager);
    expect(await outcomeOf(commentPost(await as(nadia), { postId: id, body: "Oui.", clientId: clientId() }))).toBe(
      "ok",
    );
  });

  it("writes once what is sent twice, even at once", async () => {
    const caller = await as(people.nadia);
    const input = { groupId: group.id, body: WORDS, clientId: clientId() };
    const answers = await Promise.all(Array.from({ length: 8 }, () => createPost(caller, input)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await db.post.count({ where: { groupId: group.id } })).toBe(1);
    expect(told).toEqual(["post.published"]);
  });

  it("keeps for adherents what is marked for them, and lets none but them mark it", async () => {
    const id = await said(people.nadia, { adherentsOnly: "oui" });
    expect(await outcomeOf(getPost(await actorOf(people.jules), id))).toBe("not_found");
    expect(await outcomeOf(getPost(visitor, id))).toBe("not_found");
    expect((await getPost(await actorOf(people.lead), id)).adherentsOnly).toBe(true);
    expect((await listWall(await actorOf(people.jules), group.id)).posts).toEqual([]);
    expect(await outcomeOf(said(people.jules, { adherentsOnly: "oui" }))).toBe("forbidden");
  });

  it("needs words, ten thousand characters and five links at most", async () => {
    for (const body of ["", "   ", "\u200b\u2800", "a".repeat(10_001), "https://a.example ".repeat(6)])
      expect(await outcomeOf(said(people.nadia, { body })), body.slice(0, 20)).toBe("invalid");
    expect(await outcomeOf(said(people.nadia, { body: "a".repeat(10_000) }))).toBe("ok");
    expect(await outcomeOf(said(people.nadia, { audience: "members" }))).toBe("invalid");
    expect(await outcomeOf(said(people.nadia, { groupId: "" }))).toBe("invalid");
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
        data: { groupId: group.id, memberId: id, role: "member", joinedAt: clock.now() },
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
      ids.push((await createPostRow({ authorId: people.nadia.id, groupId: group.id, at: new Date(at - (n >> 1)) })).id);
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page = await listWall(await actorOf(people.jules), group.id, next);
      seen.push(...page.posts.map(({ id }) => id));
      next = page.next;
    } while (next);
    expect(seen.length).toBe(33);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect((await listWall(await actorOf(people.jules), group.id, "n’importe quoi")).posts).toHaveLength(15);
  });
});

describe("where a post stands", () => {
  it("is told by the place that a group is of, or by the group’s own name", async () => {
    const titles = ["national/63/63113", "national/63", "national"].map(async (place) => {
      const { id } = await groupOfPlace(place);
      const post = await createPostRow({ authorId: people.lead.id, groupId: id });
      return (await getPost(await actorOf(people.nadia), post.id)).group?.name;
    });
    expect(await Promise.all(titles)).toEqual(["Section Clermont-Ferrand", "Fédération du Puy-de-Dôme", "Le parti"]);
    const formed = await said(people.nadia);
    expect((await getPost(await actorOf(people.nadia), formed)).group?.name).toBe(group.name);
  });
});

describe("mending a post", () => {
  it("keeps what it was, for members who read it, and tells", async () => {
    const postId = await said(people.nadia);
    await editPost(await as(people.nadia), { postId, body: "Dimanche, finalement." });
    expect(await getPost(await actorOf(people.jules), postId)).toMatchObject({
      body: "Dimanche, finalement.",
      edited: true,
    });
    expect(await listPostRevisions(await actorOf(people.jules), postId)).toMatchObject([{ body: WORDS }]);
    expect(await listPostRevisions(visitor, postId)).toEqual([]);
    expect((await getPost(visitor, postId)).can.history).toBe(false);
    expect(told).toEqual(["post.published", "post.edited"]);
  });

  it("changes nothing, and tells nobody, when the words are the same", async () => {
    const postId = await said(people.nadia);
    await editPost(await as(people.nadia), { postId, body: WORDS });
    expect((await getPost(await actorOf(people.jules), postId)).edited).toBe(false);
    expect(told).toEqual(["post.published"]);
  });

  it("is its author’s alone, keeps words in it, and loses no wording to a race", async () => {
    const postId = await said(people.nadia);
    for (const other of [people.lead, people.manager, people.stranger])
      expect(await outcomeOf(editPost(await as(other), { postId, body: "Autre." }))).toBe("forbidden");
    expect(await outcomeOf(editPost(await as(people.nadia), { postId, body: "" }))).toBe("invalid");
    const caller = await as(people.nadia);
    await Promise.all(["Un.", "Deux.", "Trois."].map((body) => editPost(caller, { postId, body })));
    const versions = await listPostRevisions(await actorOf(people.jules), postId);
    const last = (await getPost(await actorOf(people.jules), postId)).body;
    expect([...versions.map(({ body }) => body), last].sort()).toEqual([WORDS, "Un.", "Deux.", "Trois."].sort());
  });
});

describe("taking a post away", () => {
  it("is its author’s and those’s who keep the wall; on every door it is then as if it had never been", async () => {
    for (const [who, outcome] of [
      [people.jules, "forbidden"],
      [people.stranger, "forbidden"],
      [people.manager, "ok"],
    ] as const) {
      const { id, commentId } = await createPostRow({
        authorId: people.nadia.id,
        groupId: group.id,
        commentBy: people.jules.id,
      });
      expect(await outcomeOf(removePost(await as(who), { postId: id })), who.name).toBe(outcome);
      if (outcome !== "ok") continue;
      const reader = await as(people.nadia);
      const absent = await refusalOf(getPost(reader.actor, "0".repeat(12)));
      expect(await refusalOf(getPost(reader.actor, id))).toEqual(absent);
      expect(await refusalOf(listComments(reader.actor, id))).toEqual(absent);
      expect(await refusalOf(commentPost(reader, { postId: id, body: "Oui", clientId: clientId() }))).toEqual(absent);
      expect(await refusalOf(reactToPost(reader, { postId: id, kind: "merci" }))).toEqual(absent);
      expect(await refusalOf(editPost(reader, { postId: id, body: "Oui" }))).toEqual(absent);
      expect(await refusalOf(removePost(reader, { postId: id }))).toEqual(absent);
      expect(await refusalOf(editComment(await as(people.jules), { commentId: commentId ?? "", body: "Oui" }))).toEqual(
        absent,
      );
      expect(await refusalOf(said(people.nadia, { sharedId: id }))).toEqual(absent);
    }
  });
});

describe("pinning", () => {
  it("puts a post on top, three at most even at once, for those who keep the wall", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push((await createPostRow({ authorId: people.nadia.id, groupId: group.id })).id);
    const caller = await as(people.manager);
    expect(await outcomeOf(pinPost(await as(people.nadia), { postId: ids[0] ?? "" }))).toBe("forbidden");
    const outcomes = await Promise.all(ids.map((postId) => outcomeOf(pinPost(caller, { postId }))));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === "conflict")).toHaveLength(2);
    const wall = await listWall(await actorOf(people.jules), group.id);
    expect([wall.pinned.length, wall.posts.length]).toEqual([3, 2]);
    await unpinPost(caller, { postId: wall.pinned[0]?.id ?? "" });
    expect((await listWall(await actorOf(people.jules), group.id)).pinned).toHaveLength(2);
    expect(told).toEqual(["post.pinned", "post.pinned", "post.pinned", "post.unpinned"]);
  });
});

describe("answering a post", () => {
  it("stands under it in order, counted, once each, and is told", async () => {
    const postId = await said(people.nadia);
    const input = { postId, body: "J’apporte un compteur.", clientId: clientId() };
    const caller = await as(people.jules);
    await Promise.all([commentPost(caller, input), commentPost(caller, input)]);
    await commentPost(await as(people.lead), { ...input, body: "Merci !", clientId: clientId() });
    const { comments } = await listComments(await actorOf(people.nadia), postId);
    expect(comments.map(({ body }) => body)).toEqual(["J’apporte un compteur.", "Merci !"]);
    expect((await getPost(await actorOf(people.nadia), postId)).commentCount).toBe(2);
    expect(told.filter((name) => name === "comment.published")).toHaveLength(2);
  });

  it("is sixty an hour, thirty in the first week of an account", async () => {
    singletons.limits = createLimits();
    const fresh = await createPerson("Flora Nouvelle");
    const postId = await said(people.nadia);
    const row = { groupId: group.id, memberId: fresh.id, role: "member", joinedAt: clock.now() } as const;
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
        data: { groupId: group.id, memberId: id, role: "member", joinedAt: clock.now() },
      });
    await blockInTheDatabase(author.id, blocked.id);
    const postId = await said(author);
    const input = { postId, body: "Bonjour.", clientId: clientId() };
    expect(await refusalOf(commentPost(await as(people.stranger), input))).toMatchObject({ reason: "not_in_group" });
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
      authorId: people.nadia.id,
      groupId: group.id,
      commentBy: people.jules.id,
    });
    const about = { commentId: commentId ?? "" };
    expect(await outcomeOf(editComment(await as(people.nadia), { ...about, body: "Non" }))).toBe("forbidden");
    await editComment(await as(people.jules), { ...about, body: "Et pour les triporteurs ?" });
    expect((await listComments(await actorOf(people.nadia), postId)).comments).toMatchObject([
      { body: "Et pour les triporteurs ?", edited: true },
    ]);
    expect(await outcomeOf(removeComment(await as(people.nadia), about))).toBe("forbidden");
    const caller = await as(people.manager);
    const outcomes = await Promise.all([1, 2].map(() => outcomeOf(removeComment(caller, about))));
    expect(outcomes.sort()).toEqual(["not_found", "ok"]);
    expect((await getPost(await actorOf(people.nadia), postId)).commentCount).toBe(0);
    expect((await listComments(await actorOf(people.nadia), postId)).comments).toEqual([]);
    expect(told).toEqual(["comment.edited", "comment.removed"]);
  });
});

describe("a reaction", () => {
  it("is one each, the last one counts, and what is clicked twice is done once", async () => {
    const { id: postId, commentId } = await createPostRow({
      authorId: people.nadia.id,
      groupId: group.id,
      commentBy: people.nadia.id,
    });
    const caller = await as(people.jules);
    await Promise.all(Array.from({ length: 6 }, () => reactToPost(caller, { postId, kind: "bravo" })));
    await reactToPost(await as(people.lead), { postId, kind: "bravo" });
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
    expect(await outcomeOf(reactToPost(await as(people.stranger), { postId, kind: "merci" }))).toBe("forbidden");
    expect(await outcomeOf(reactToPost({ actor: visitor }, { postId, kind: "merci" }))).toBe("unauthenticated");
    expect(await outcomeOf(reactToPost(caller, { postId, kind: "colère" as never }))).toBe("invalid");
  });
});

describe("sharing", () => {
  it("shows the original inside to those who read it, and to nobody else", async () => {
    const closed = await createGroupRow({
      entry: "closed",
      members: { [people.nadia.id]: "member", [people.lead.id]: "member" },
    });
    const secret = await createPostRow({ authorId: people.lead.id, groupId: closed.id, body: "Entre nous." });
    const id = await said(people.nadia, { body: "", sharedId: secret.id });
    expect((await getPost(await actorOf(people.lead), id)).shared).toMatchObject({ body: "Entre nous." });
    for (const reader of [await actorOf(people.jules), visitor]) {
      const seen = await getPost(reader, id);
      expect(seen.shared).toBe("hidden");
      expect(JSON.stringify(seen)).not.toContain("Entre nous");
    }
    expect(await outcomeOf(said(people.jules, { sharedId: secret.id }))).toBe("not_found");
    const offered = async (reader: Person) =>
      (await getSharing(await actorOf(reader), id)).groups.map((one) => one.name);
    expect(await offered(people.nadia)).toEqual(expect.arrayContaining([group.name, "Clermont-Ferrand"]));
    expect(await offered(people.nadia)).not.toContain("Le parti"); // its leads publish there
    expect(await offered(people.stranger)).not.toContain(group.name);
    expect(await outcomeOf(getSharing(visitor, id))).toBe("not_found");
    // Handing on what was handed on hands on the original.
    const again = await said(people.lead, { body: "", sharedId: id });
    expect((await db.post.findUniqueOrThrow({ where: { id: again } })).sharedId).toBe(secret.id);
  });
});

describe("a profile’s posts", () => {
  const profile = async (by: Person, more: object) =>
    createPost(await as(by), { body: WORDS, clientId: clientId(), ...more });

  it("reach those who are near enough, as fields do", async () => {
    const author = await createPerson("Paula Publique", { adherent: true });
    const far = await createPerson("Loïc Lointain", { section: "03185" });
    await db.profile.create({ data: { memberId: author.id, cardFor: "members", updatedAt: clock.now() } });
    await db.coopain.createMany({
      data: [
        { memberId: author.id, otherId: people.jules.id, since: clock.now() },
        { memberId: people.jules.id, otherId: author.id, since: clock.now() },
      ],
    });
    for (const audience of ["coopains", "section", "members"]) await profile(author, { audience });
    const seen = async (reader: Person) => (await listProfilePosts(await actorOf(reader), author.id)).posts.length;
    expect([await seen(people.jules), await seen(people.nadia), await seen(far), await seen(author)]).toEqual([
      3, 2, 1, 3,
    ]);
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
    expect((await getPost(await actorOf(people.stranger), id)).audience).toBe("members");
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
    expect(told).toEqual(["post.published"]);
    await db.profile.update({ where: { memberId: author.id }, data: { cardFor: "members" } });
    expect(await outcomeOf(getPost(visitor, id))).toBe("not_found"); // at once, whatever the job does
    await follow();
    expect(told).toEqual(["post.published", "posts.withdrawn-from-web"]);
    await db.profile.update({ where: { memberId: author.id }, data: { cardFor: "everyone" } });
    expect(await outcomeOf(getPost(visitor, id))).toBe("not_found");
    expect(await db.consent.count({ where: { memberId: author.id, kind: "public_posts", withdrawnAt: null } })).toBe(0);
    expect(await outcomeOf(postCommands.followCard(caller, { memberId: author.id }))).toBe("forbidden");
    expect(factJobs["profile.visibilities-changed"]?.map(({ name }) => name)).toContain("posts.follow-card");
  });
});

describe("what a visitor reads of an open group", () => {
  it("is words without names, unless she agreed to hers", async () => {
    const named = await createPerson("Basile Public", { adherent: true, publicName: true });
    await db.groupMembership.create({
      data: { groupId: group.id, memberId: named.id, role: "member", joinedAt: clock.now() },
    });
    const mention = { kind: "member" as const, id: people.jules.id, label: people.jules.name };
    await said(named);
    const id = await said(people.nadia, { body: `Merci @${people.jules.name} pour hier !`, mentions: [mention] });
    await commentPost(await as(people.jules), {
      postId: id,
      body: `De rien @${people.nadia.name}.`,
      mentions: [{ kind: "member", id: people.nadia.id, label: people.nadia.name }],
      clientId: clientId(),
    });
    const wall = await listWall(visitor, group.id);
    expect(wall.posts.map(({ author }) => author.label)).toEqual(["Un·e adhérent·e", "Basile Public"]);
    expect(wall.posts[0]?.body).toBe("Merci @un·e membre pour hier !");
    const seen = JSON.stringify([wall, await listComments(visitor, id), await listPostsById(visitor, [id])]);
    for (const { name, id: memberId } of Object.values(people)) {
      expect(seen).not.toContain(name);
      expect(seen).not.toContain(memberId);
    }
  });
});
