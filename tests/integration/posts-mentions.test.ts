import { randomUUID } from "node:crypto";
import { createGroupRow } from "@tests/support/posts-world.ts";
import { blockInTheDatabase, createPerson, outcomeOf, type Person, withoutLimits } from "@tests/support/worlds.ts";
import { faultsOfTree } from "@tests/unit/rich-text-checks.ts";
import { bypasses } from "@tests/unit/rich-text-vectors.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { visitor } from "@/core/actor.ts";
import type { Mention } from "@/core/mentions.ts";
import type { RichText } from "@/core/rich-text.ts";
import {
  createPost,
  editPost,
  getPost,
  listMentionable,
  listPostsById,
  postsPersonalData,
} from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

let nadia: Person;
let jules: Person;
let far: Person;
let group: { id: string; slug: string; name: string };
const as = async ({ id }: { id: string }) => ({ actor: await actorOfMember(id) });
const named = ({ id, name }: Person): Mention => ({ kind: "member", id, label: name });
const say = async (body: string, mentions: Mention[]) =>
  (await createPost(await as(nadia), { groupId: group.id, body, mentions, clientId: randomUUID() })).id;
const kept = async (postId: string) =>
  (await db.postMention.findMany({ where: { postId }, orderBy: { label: "asc" } })).map(({ label }) => label);

/** The tree as it was read: links of ours as the words that they stand for. */
const withoutMentions = (rich: RichText): RichText =>
  JSON.parse(JSON.stringify(rich), (_, value) => (value?.type === "mention" ? value.label : value));

beforeAll(async () => {
  withoutLimits();
  nadia = await createPerson("Nadia Belkacem", { adherent: true });
  jules = await createPerson("Jules Ferrand");
  far = await createPerson("Loïc Lointain", { section: "03185" });
  group = await createGroupRow({ name: "Vélo & ville", members: { [nadia.id]: "member", [jules.id]: "member" } });
});

describe("a mention", () => {
  it("leads to the card and to the group for those who see them, and is plain text for the others", async () => {
    const about: Mention = { kind: "group", id: group.id, label: group.name };
    const id = await say(`Merci @${jules.name} et @${group.name}.`, [named(jules), about]);
    const told = async (reader: Person) =>
      (await getPost(await actorOfMember(reader.id), id)).mentions.map(({ kind }) => kind).sort();
    expect(await told(nadia)).toEqual(["group", "member"]);
    expect(await told(far)).toEqual(["group"]);
    const seen = await getPost(await actorOfMember(nadia.id), id);
    expect(JSON.stringify(seen.rich)).toContain(`/membres/${jules.id}`);
    expect(JSON.stringify(await getPost(await actorOfMember(far.id), id))).not.toContain(jules.id);
    expect((await getPost(visitor, id)).body).toBe(`Merci @un·e membre et @${group.name}.`);
  });

  it("is kept only where its label stands in the text, is the name, and its bearer is seen", async () => {
    const label = (text: string) => [{ ...named(jules), label: text }];
    expect(await kept(await say("Personne ici.", [named(jules)]))).toEqual([]);
    expect(await kept(await say("@Le chef arrive.", label("Le chef")))).toEqual([]);
    expect(await kept(await say(`@${jules.name}ité`, [named(jules)]))).toEqual([]);
    expect(await kept(await say(`@${far.name} !`, [named(far)]))).toEqual([]);
    expect(await kept(await say(`@${jules.name} !`, [named(jules), named(jules)]))).toEqual([jules.name]);
    expect(
      await outcomeOf(
        say(
          "x",
          Array.from({ length: 11 }, () => named(jules)),
        ),
      ),
    ).toBe("invalid");
  });

  it("of whom a block lies between, or of a group that the author does not know of, is dropped in silence", async () => {
    const blocked = await createPerson("Bertrand Bloqué");
    await blockInTheDatabase(blocked.id, nadia.id);
    const closed = await createGroupRow({ entry: "closed", name: "Entre nous" });
    const about: Mention = { kind: "group", id: closed.id, label: closed.name };
    const id = await say(`@${blocked.name} et @${closed.name}`, [named(blocked), about]);
    expect(await kept(id)).toEqual([]);
    expect((await getPost(await actorOfMember(nadia.id), id)).body).toBe(`@${blocked.name} et @${closed.name}`);
  });

  it("follows what is mended: who is named since is, and former wordings keep whom they named", async () => {
    const id = await say(`@${jules.name} ?`, [named(jules)]);
    await editPost(await as(nadia), { postId: id, body: `Avec @${nadia.name}.`, mentions: [named(nadia)] });
    expect(await kept(id)).toEqual([jules.name, nadia.name]);
    expect((await getPost(visitor, id)).body).toBe("Avec @un·e membre.");
  });

  it("of who erases her account becomes nobody’s name, in former wordings too", async () => {
    const leaving = await createPerson("Lola Partante");
    const id = await say(`Merci @${leaving.name} !`, [named(leaving)]);
    await editPost(await as(nadia), {
      postId: id,
      body: `Merci @${leaving.name} et bravo !`,
      mentions: [named(leaving)],
    });
    const full = await say(`@${leaving.name}${"!".repeat(10_000 - leaving.name.length - 1)}`, [named(leaving)]);
    await db.$transaction((tx) => postsPersonalData.erase(tx as never, { id: leaving.id, email: leaving.email }));
    const post = await db.post.findUniqueOrThrow({ where: { id }, include: { revisions: true } });
    expect(post.body).toBe("Merci @compte supprimé et bravo !");
    expect(post.revisions.map(({ body }) => body)).toEqual(["Merci @compte supprimé !"]);
    expect((await db.post.findUniqueOrThrow({ where: { id: full } })).body).toHaveLength(10_000);
    expect(await kept(id)).toEqual([]);
  });
});

describe("whom one may name", () => {
  it("are those whose card one sees and the groups that one knows of, by the beginning of a word", async () => {
    await db.profile.create({ data: { memberId: jules.id, cardFor: "members", updatedAt: clock.now() } });
    const closed = await createGroupRow({ entry: "closed", name: "Vélo caché" });
    const find = async (reader: Person, q: string) =>
      (await listMentionable(await actorOfMember(reader.id), { q })).map(({ label }) => label);
    expect(await find(nadia, "Jules Fer")).toContain("Jules Ferrand");
    expect(await find(nadia, "velo")).toContain("Vélo & ville");
    expect(await find(nadia, "velo")).not.toContain(closed.name);
    expect(await find(nadia, "Loïc Loin")).not.toContain(far.name);
    expect(await find(nadia, "%_")).toEqual([]);
    expect(await outcomeOf(listMentionable(visitor, { q: "Jules" }))).toBe("not_found");
    for (const q of ["", undefined, ["x"], "x".repeat(61)])
      expect(await outcomeOf(listMentionable({ ...(await actorOfMember(nadia.id)) }, { q })), String(q)).not.toBe("ok");
  });

  it("are counted as looks into the directory", async () => {
    singletons.limits = createLimits();
    const reader = await actorOfMember(nadia.id);
    const outcomes: string[] = [];
    for (let time = 0; time < 61; time++) outcomes.push(await outcomeOf(listMentionable(reader, { q: "Ju" })));
    expect(outcomes.filter((outcome) => outcome === "rate_limited")).toHaveLength(1);
    withoutLimits();
  });
});

describe("what a post may hold", () => {
  it("passes the one reading of Markdown: no published trick becomes more than text and links", async () => {
    let written = 0;
    for (const source of bypasses) {
      const body = `${source.slice(0, 9_000)}\n@${jules.name}`;
      const outcome = await outcomeOf(say(body, [named(jules)]));
      expect(["ok", "invalid"], source.slice(0, 60)).toContain(outcome);
      if (outcome === "ok") written++;
    }
    expect(written).toBeGreaterThan(bypasses.length / 2);
    const posts = await db.post.findMany({ where: { groupId: group.id }, select: { id: true } });
    const reader = await actorOfMember(nadia.id);
    const ids = posts.map(({ id }) => id);
    for (const { rich } of await listPostsById(reader, ids)) {
      expect(faultsOfTree(rich && withoutMentions(rich))).toEqual([]);
      for (const [, href] of JSON.stringify(rich).matchAll(/"type":"mention","label":"[^"]*","href":"([^"]*)"/g))
        expect(href).toMatch(/^\/(?:membres|groupes)\/[0-9a-z]{12}-[a-z0-9-]+$/);
    }
  });
});
