import { randomUUID } from "node:crypto";
import { startLive } from "@tests/support/live-server.ts";
import { createGroupRow } from "@tests/support/posts-world.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commentPost, createPost, getWall, reactToPost, removePost } from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { person } from "./persons.ts";

const SOON = { timeout: 5_000 };
let live: Awaited<ReturnType<typeof startLive>>;
beforeAll(async () => {
  singletons.limits = { consume: async () => {} };
  live = await startLive();
});
afterAll(() => live.close());

const WORDS = "Rendez-vous samedi au marché.";
const say = async (by: string, groupId: string, more: object = {}) =>
  (await createPost({ actor: await actorOfMember(by) }, { groupId, body: WORDS, clientId: randomUUID(), ...more })).id;

/** An open group with two members and a visitor in front of its wall. */
async function inFrontOfTheWall() {
  const [nadia, jules] = [await person("Nadia Mur", { adherent: true }), await person("Jules Mur", { adherent: true })];
  const group = await createGroupRow({ members: { [nadia.id]: "member", [jules.id]: "member" } });
  const screens = await Promise.all([live.open(nadia.session), live.open(jules.session), live.open(null)]);
  const audiences = ["members", "members", "public"];
  for (const [index, screen] of screens.entries())
    expect(await screen.ask("join", { room: "group", id: group.id })).toMatchObject({
      value: { audience: audiences[index] },
    });
  const [hers, his, theirs] = screens as [(typeof screens)[0], (typeof screens)[0], (typeof screens)[0]];
  return { nadia, jules, group, hers, his, theirs };
}

describe("a group’s wall, live", () => {
  it("signals a post, an answer, a reaction and a removal to every screen, with ids and nothing else", async () => {
    const { nadia, jules, group, hers, his, theirs } = await inFrontOfTheWall();
    const id = await say(nadia.id, group.id);
    for (const screen of [hers, his, theirs])
      await expect.poll(() => screen.frames, SOON).toMatchObject([{ kind: "posts", data: { ids: [id] } }]);
    const him = { actor: await actorOfMember(jules.id) };
    await commentPost(him, { postId: id, body: "J’y serai.", clientId: randomUUID() });
    await reactToPost(him, { postId: id, kind: "partant" });
    await expect.poll(() => theirs.frames.filter(({ kind }) => kind === "post").length, SOON).toBeGreaterThan(0);
    // What is signalled is asked for again, where the law runs.
    const wall = await getWall(await actorOfMember(nadia.id), { id: group.id });
    expect(wall.posts).toMatchObject([{ id, commentCount: 1, reactions: [{ kind: "partant", count: 1 }] }]);
    await removePost({ actor: await actorOfMember(nadia.id) }, { postId: id });
    await expect.poll(() => his.frames.filter(({ kind }) => kind === "posts").length, SOON).toBe(2);
    const told = JSON.stringify([...hers.frames, ...his.frames, ...theirs.frames]);
    for (const secret of [WORDS, "J’y serai", "Nadia", nadia.id, jules.id]) expect(told).not.toContain(secret);
  });

  it("says nothing to visitors of what only adherents read", async () => {
    const { nadia, group, his, theirs } = await inFrontOfTheWall();
    await say(nadia.id, group.id, { adherentsOnly: true });
    await expect.poll(() => his.frames.length, SOON).toBe(1);
    const open = await say(nadia.id, group.id);
    await expect.poll(() => theirs.frames, SOON).toMatchObject([{ kind: "posts", data: { ids: [open] } }]);
  });

  it("is closed to those who do not read it, with the answer that an absent one gives, and closes when she leaves", async () => {
    const [inside, outside] = [await person("Inès Dedans"), await person("Omar Dehors")];
    const group = await createGroupRow({ entry: "closed", members: { [inside.id]: "member" } });
    const [hers, his] = [await live.open(inside.session), await live.open(outside.session)];
    const answers = [
      await his.ask("join", { room: "group", id: group.id }),
      await his.ask("join", { room: "group", id: "zzzzzzzzzzzz" }),
      await (await live.open(null)).ask("join", { room: "group", id: group.id }),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ error: { code: "not_found" } });
    expect(await hers.ask("join", { room: "group", id: group.id })).toMatchObject({ value: { audience: "members" } });
    await db.group.update({ where: { id: group.id }, data: { hiddenAt: clock.now() } });
    const again = await (await live.open(inside.session)).ask("join", { room: "group", id: group.id });
    expect(again).toEqual(answers[0]);
  });

  it("finds, when the line is back, what was said meanwhile", async () => {
    const { nadia, jules, group, his } = await inFrontOfTheWall();
    his.socket.disconnect();
    const id = await say(nadia.id, group.id);
    const back = await live.open(jules.session);
    await back.ask("join", { room: "group", id: group.id });
    const wall = await getWall(await actorOfMember(jules.id), { id: group.id });
    expect(wall.posts.map((post) => post.id)).toEqual([id]);
  });
});
