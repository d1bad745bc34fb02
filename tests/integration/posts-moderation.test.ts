import { randomUUID } from "node:crypto";
import { createGroupRow, createPostRow } from "@tests/support/posts-world.ts";
import { createPerson, outcomeOf, type Person, refusalOf } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { getCase, getReportPage, moderationPersonalData } from "@/features/moderation/index.ts";
import {
  commentPost,
  createPost,
  editPost,
  getPost,
  listComments,
  listWall,
  pinPost,
  postReports,
} from "@/features/posts/index.ts";
import { db } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { acting, aDecider, caseOf, decide, notice, prepare, report } from "./moderation-world.ts";

const { sent } = vi.hoisted(() => ({ sent: [] as Mail[] }));
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

let author: Person;
let reader: Person;
let group: { id: string; slug: string; name: string };
let told: string[];
const actorOf = ({ id }: Person) => actorOfMember(id);

beforeAll(prepare);
beforeEach(async () => {
  told = [];
  singletons.publisher = (facts) => void told.push(...facts.map(({ name }) => name));
  author = await createPerson("Aline Auteure", { adherent: true });
  reader = await createPerson("Rémi Rapporteur");
  group = await createGroupRow({
    entry: "closed",
    scope: "national/63",
    members: { [author.id]: "member", [reader.id]: "member" },
  });
});

const words = (id: string) => ({ kind: "publication", objectId: id });
const answer = (id: string | null) => ({ kind: "commentaire", objectId: id ?? "" });

describe("a reported post", () => {
  it("is reported by who reads it, and by nobody else", async () => {
    const { id } = await createPostRow({ authorId: author.id, groupId: group.id });
    expect(await report(reader, words(id))).toEqual({ already: false });
    // Nobody's mandate below the country's knows of a closed group.
    expect((await caseOf(words(id))).scope).toBe("national");
    const { id: openGroup } = await createGroupRow({ scope: "national/63", members: { [author.id]: "member" } });
    const onOpen = await createPostRow({ authorId: author.id, groupId: openGroup });
    await report(reader, words(onOpen.id));
    expect((await caseOf(words(onOpen.id))).scope).toBe("national/63");
    const stranger = await createPerson("Samia Passante");
    expect(await outcomeOf(report(stranger, words(id)))).toBe("not_found");
    expect(await outcomeOf(getReportPage(visitor, "publication", id))).toBe("not_found");
    expect(await outcomeOf(notice(words(id)))).toBe("not_found");
    expect(await refusalOf(report(author, words(id)))).toMatchObject({ reason: "own_words" });
  });

  it("is read by moderators through the report alone, with what it said before and what surrounds it", async () => {
    const caller = await acting(author);
    const before = await createPost(caller, { groupId: group.id, body: "Avant.", clientId: randomUUID() });
    const { id } = await createPost(caller, { groupId: group.id, body: "Une première idée.", clientId: randomUUID() });
    await editPost(caller, { postId: id, body: "Une autre idée." });
    await report(reader, words(id));
    const moderator = await aDecider("moderator");
    expect(await outcomeOf(getPost(await actorOf(moderator), id))).toBe("not_found");
    expect(await outcomeOf(listWall(await actorOf(moderator), group.id))).toBe("not_found");
    const seen = JSON.stringify(await getCase(await actorOf(moderator), (await caseOf(words(id))).id));
    for (const said of ["Une première idée.", "Une autre idée.", "Avant.", group.name]) expect(seen).toContain(said);
    expect(seen).not.toContain(`/publications/${id}`);
    expect(await outcomeOf(getPost(await actorOf(moderator), before.id))).toBe("not_found");
  });

  it("is in its author’s download with what was decided of it, and in nobody else’s", async () => {
    const { id } = await createPostRow({ authorId: author.id, groupId: group.id, body: "Des mots à peser." });
    await report(reader, words(id));
    await decide(await aDecider("moderator"), words(id), "hide");
    const decided = { sur: "Des mots à peser.", décision: "masquer" };
    expect(await moderationPersonalData.read(author.id)).toMatchObject({ décisions_sur_mes_mots: [decided] });
    expect(await moderationPersonalData.read(reader.id)).toMatchObject({ décisions_sur_mes_mots: [] });
  });

  it("is nobody’s once hidden, pinned no more, and is back when the decision is undone", async () => {
    const manager = await createPerson("Malo Gestionnaire", { adherent: true });
    group = await createGroupRow({
      members: { [author.id]: "member", [reader.id]: "member", [manager.id]: "manager" },
    });
    const { id } = await createPostRow({ authorId: author.id, groupId: group.id });
    await pinPost(await acting(manager), { postId: id });
    await report(reader, words(id));
    // Who manages the group decides.
    await decide(manager, words(id), "hide");
    for (const one of [await actorOf(author), await actorOf(reader), await actorOf(manager), visitor]) {
      expect(await outcomeOf(getPost(one, id))).toBe("not_found");
      const wall = await listWall(one, group.id);
      expect([...wall.posts, ...wall.pinned]).toEqual([]);
    }
    expect(told).toContain("post.hidden");
    const again = { objectId: id, hidden: false, byId: null };
    expect(await db.$transaction((tx) => postReports.setHidden(tx as never, again))).toMatchObject({
      name: "post.shown",
    });
    expect(await getPost(await actorOf(reader), id)).toMatchObject({ pinned: false });
    expect(await db.$transaction((tx) => postReports.setHidden(tx as never, again))).toBeNull();
  });

  it("of an open group is noticed by visitors, who read no name on the way", async () => {
    group = await createGroupRow({ members: { [author.id]: "member", [reader.id]: "member" } });
    const { id } = await createPost(await acting(author), {
      ...{ groupId: group.id, body: `Bravo @${reader.name} !`, clientId: randomUUID() },
      mentions: [{ kind: "member", id: reader.id, label: reader.name }],
    });
    const page = JSON.stringify(await getReportPage(visitor, "publication", id));
    expect(page).toContain("@un·e membre");
    expect(page).not.toContain(reader.name);
    expect(page).not.toContain(author.name);
    expect(await outcomeOf(notice(words(id)))).toBe("ok");
  });

  it("of a profile is judged where its owner lives, and by no manager of groups", async () => {
    const { id } = await createPostRow({ authorId: author.id, audience: "section" });
    await report(reader, words(id));
    expect((await caseOf(words(id))).scope).toBe("national/63/63113");
    expect(await outcomeOf(decide(reader, words(id), "hide"))).not.toBe("ok");
    await decide(await aDecider("section_leader", "national/63/63113"), words(id), "hide");
    expect(await outcomeOf(getPost(await actorOf(author), id))).toBe("not_found");
  });
});

describe("a reported comment", () => {
  it("is read with the post that it answers; hidden, it leaves the count, and its author is told why", async () => {
    const { id } = await createPostRow({ authorId: author.id, groupId: group.id, commentBy: author.id });
    const { comments } = await listComments(await actorOf(reader), id);
    const comment = answer(comments[0]?.id ?? null);
    await commentPost(await acting(reader), { postId: id, body: "Ensuite.", clientId: randomUUID() });
    await report(reader, comment);
    const moderator = await aDecider("moderator");
    const seen = JSON.stringify(await getCase(await actorOf(moderator), (await caseOf(comment)).id));
    for (const said of ["Une piste le long de la Tiretaine.", "Ensuite.", comments[0]?.body ?? "?"])
      expect(seen).toContain(said);
    await decide(moderator, comment, "hide");
    const left = await listComments(await actorOf(reader), id);
    expect(left.comments.map(({ body }) => body)).toEqual(["Ensuite."]);
    expect((await getPost(await actorOf(reader), id)).commentCount).toBe(1);
    expect(told).toContain("comment.hidden");
    expect(told).toContain("moderation.case-decided");
  });

  it("is gone with its post: nobody reports it any more", async () => {
    const { id, commentId } = await createPostRow({ authorId: author.id, groupId: group.id, commentBy: author.id });
    await report(reader, words(id));
    await decide(await aDecider("moderator"), words(id), "hide");
    expect(await outcomeOf(report(reader, answer(commentId)))).toBe("not_found");
  });
});
