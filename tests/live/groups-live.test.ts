import { createGroup } from "@tests/support/groups-world.ts";
import { type Screen, startLive } from "@tests/support/live-server.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveTown } from "@/features/accounts/index.ts";
import { ensurePlaceGroups, groupCommands } from "@/features/groups/index.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { person } from "./persons.ts";

// Who follows a group live is whoever reads it, at every moment: what changes that sends her out at once.
let live: Awaited<ReturnType<typeof startLive>>;
let lead: Awaited<ReturnType<typeof person>>;
beforeAll(async () => {
  singletons.limits = { consume: async () => {} };
  live = await startLive();
  lead = await person("Agnès Adhérente", { adherent: true });
});
afterAll(async () => {
  await live.close();
});

const join = (screen: Screen, id: string) => screen.ask("join", { room: "group", id });
const closedOf = (screen: Screen) => {
  const closed: unknown[] = [];
  screen.socket.on("closed", (room: unknown) => closed.push(room));
  return closed;
};
const asLead = async () => ({ actor: await actorOfMember(lead.id) });

describe("a group that is followed live", () => {
  it("sends out, when it closes, those who read it without being in it: members, passers-by, visitors alike", async () => {
    const [inIt, passing] = [await person("Basile Berger"), await person("Paul Passant")];
    const { id } = await createGroup({ leads: [lead], members: [inIt] });
    const [own, other, visiting] = [
      await live.open(inIt.session),
      await live.open(passing.session),
      await live.open(null),
    ];
    expect((await join(own, id)).value).toMatchObject({ audience: "members" });
    expect((await join(other, id)).value).toMatchObject({ audience: "members" });
    expect((await join(visiting, id)).value).toMatchObject({ audience: "public" });
    const [kept, sentOut, turnedAway] = [closedOf(own), closedOf(other), closedOf(visiting)];
    const content = {
      name: "Logement",
      purpose: "Préparer ce que l’on propose.",
      kind: "thematic",
      scope: "national/63/63113",
    };
    await groupCommands.editGroup(await asLead(), { groupId: id, ...content, entry: "closed" } as never);
    await expect.poll(() => [sentOut.length, turnedAway.length]).toEqual([1, 1]);
    expect(kept).toEqual([]);
    expect((await join(other, id)).error?.code).toBe("not_found");
    expect((await join(visiting, id)).error?.code).toBe("not_found");
    expect([own.ended, other.ended, visiting.ended]).toEqual([false, false, false]);
    expect(visiting.socket.connected).toBe(true);
  });

  it("sends out who is taken out of it, and who leaves it", async () => {
    const [one, two] = [await person("Rita Retirée"), await person("Léo Parti")];
    const { id } = await createGroup({ entry: "request", leads: [lead], members: [one, two] });
    const screens = [await live.open(one.session), await live.open(two.session)] as const;
    for (const screen of screens) expect((await join(screen, id)).error).toBeUndefined();
    const [removed, left] = screens.map(closedOf);
    await groupCommands.removeFromGroup(await asLead(), { groupId: id, memberId: one.id, words: "Elle insulte." });
    await expect.poll(() => removed?.length).toBe(1);
    await groupCommands.leaveGroup({ actor: await actorOfMember(two.id) }, { groupId: id });
    await expect.poll(() => left?.length).toBe(1);
  });

  it("of a place sends out who moves away, and lets her into the next", async () => {
    const ana = await person("Ana Déménage");
    await ensurePlaceGroups();
    const place = async (scope: string) => (await db.group.findUniqueOrThrow({ where: { place: scope } })).id;
    const [clermont, other] = [await place("national/63/63113"), await place("national/03/03185")];
    const screen = await live.open(ana.session);
    expect((await join(screen, clermont)).error).toBeUndefined();
    expect((await join(screen, other)).error?.code).toBe("not_found");
    const closed = closedOf(screen);
    await moveTown({ actor: await actorOfMember(ana.id) }, { communeCode: "03185" });
    await expect.poll(() => closed.length).toBe(1);
    expect((await join(screen, other)).error).toBeUndefined();
  });
});
