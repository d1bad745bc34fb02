import { randomUUID } from "node:crypto";
import { createDebate, createPerson, type Person, scopes } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Member } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { getActivity } from "@/features/activity/index.ts";
import { getMemberHome } from "@/features/home/index.ts";
import { profileCommands } from "@/features/profiles/index.ts";
import { db } from "@/platform/db/client.ts";
import { actorOf, createProfile } from "./profiles-world.ts";

const DAY = 24 * 3_600_000;
let debateId: string;
let seq = 1;

beforeAll(async () => {
  debateId = (await createDebate("open", scopes.national, null)).id;
});

/** She speaks in a debate, so many days ago. */
const speak = (author: Person, daysAgo: number, hidden = false) =>
  db.contribution.create({
    data: {
      id: newId(),
      debateId,
      seq: ++seq,
      side: "pour",
      body: "Le plein coûte trop cher à Gerzat.",
      authorId: author.id,
      clientId: randomUUID(),
      createdAt: new Date(Date.now() - daysAgo * DAY),
      ...(hidden && { hiddenAt: new Date() }),
    },
  });

describe("the activity of a member", () => {
  it("is a level of words, from the days of the last sixty on which she did something", async () => {
    const member = await createProfile("Nadia Mercier", { shown: { card: "everyone", activity: "everyone" } });
    const read = async () => getActivity(await actorOf(null), member.id);
    expect((await read())?.step).toBe(0);
    await speak(member, 70);
    await speak(member, 2, true);
    expect((await read())?.step).toBe(0); // too long ago, or hidden by moderation
    for (let times = 0; times < 5; times++) await speak(member, 3);
    expect((await read())?.step).toBe(1); // one day, however much was said
    for (const day of [5, 9, 20]) await speak(member, day);
    expect((await read())?.step).toBe(2);
    for (let day = 21; day < 29; day++) await speak(member, day);
    expect((await read())?.step).toBe(3);
  });

  it("tells others no number, and herself where it comes from", async () => {
    const member = await createProfile("Nadia Mercier", { shown: { card: "everyone", activity: "everyone" } });
    await speak(member, 1);
    await speak(member, 4);
    const told = await getActivity(await actorOf(null), member.id);
    expect(told?.details).toBeNull();
    expect(JSON.stringify({ ...told, step: 0 })).not.toMatch(/[1-9]/);
    const own = await actorOf(member);
    expect((await getActivity(own, member.id))?.details).toContainEqual({
      label: "contributions et réponses dans les débats",
      days: 2,
    });
    expect((await getActivity(own, member.id, "everyone"))?.details).toBeNull();
    expect(await getActivity(await actorOf(null), member.id, "coopains")).toBeNull(); // circles are for oneself
  });

  it("does not reach those whom she did not choose", async () => {
    const member = await createProfile("Nadia Mercier", { shown: { card: "everyone", activity: "section" } });
    const stranger = await createPerson("Ève Ailleurs", { section: "03185" });
    expect(await getActivity(await actorOf(stranger), member.id)).toBeNull();
    expect(await getActivity(await actorOf(null), member.id)).toBeNull();
    expect(await getActivity(await actorOf(null), "__proto__")).toBeNull();
  });
});

describe("what is proposed to a member", () => {
  it("says that she asked for it, once she did", async () => {
    const member = await createPerson("Nadia Mercier");
    const home = async () => getMemberHome((await actorOf(member)) as Member);
    const before = await home();
    expect(before.offerFilled).toBe(false);
    expect(before.acts.length).toBeGreaterThan(0);
    expect(before.acts.length).toBeLessThanOrEqual(3);
    for (const act of before.acts) expect(act.reason).not.toMatch(/tu as dit/);
    await profileCommands.setOffer({ actor: await actorOf(member) }, { willing: "debattre" });
    const after = await home();
    expect(after.offerFilled).toBe(true);
    expect(after.acts.find(({ kind }) => kind === "debattre")?.reason).toMatch(/^tu as dit vouloir débattre · /);
  });
});
