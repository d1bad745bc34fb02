import { randomUUID } from "node:crypto";
import { blockInTheDatabase, createDebate } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { visitor } from "@/core/actor.ts";
import {
  cancelRequest,
  findCoopainsInCommon,
  getTie,
  listSuggestions,
  refuseRequest,
  removeCoopain,
} from "@/features/coopains/index.ts";
import { contribute } from "@/features/debates/index.ts";
import { db } from "@/platform/db/client.ts";
import { ask, prepare, requestOf, type Somebody, somebody, tied } from "./coopains-world.ts";

beforeAll(() => prepare());
const AWAY = { section: "03185" } as const;
const reasonsFor = async (reader: Somebody, of: { id: string }) =>
  (await listSuggestions(reader.caller.actor, 1_000)).find(({ id }) => id === of.id)?.reasons ?? null;

const argue = async (who: Somebody, debateId: string) =>
  contribute(who.caller, { debateId, clientId: randomUUID(), side: "pour", body: "Un argument de plus." });

describe("suggestions", () => {
  it("say why: the same section, coopains in common, debates, an invitation", async () => {
    const ines = await somebody("Inès Lit");
    const neighbour = await somebody("Nina Voisine");
    const far = await somebody("Ali Loin", AWAY);
    const [one, two] = [await somebody("Une Coopine", AWAY), await somebody("Deux Coopine", AWAY)];
    for (const friend of [one, two]) await tied(ines, friend);
    expect(await reasonsFor(ines, neighbour)).toEqual(["dans ta section"]);
    expect(await reasonsFor(ines, far)).toBeNull();
    await tied(far, one);
    expect(await reasonsFor(ines, far)).toEqual(["1 coopain en commun"]);
    await tied(far, two);
    expect(await reasonsFor(ines, far)).toEqual(["2 coopains en commun"]);
    for (let n = 0; n < 2; n++) {
      const { id } = await createDebate("open", "national", null);
      await argue(ines, id);
      await argue(far, id);
    }
    await db.member.update({ where: { id: far.id }, data: { invitedById: ines.id } });
    expect(await reasonsFor(ines, far)).toEqual([
      "est ici grâce à toi",
      "2 coopains en commun",
      "vous avez débattu ensemble dans 2 débats",
    ]);
    expect((await listSuggestions(ines.caller.actor))[0]?.id).toBe(far.id);
    expect((await getTie(ines.caller.actor, far.id)).state).toBe("none");
  });

  it("count the coopains in common that the reader sees, and name three", async () => {
    const [ines, far] = [await somebody("Inès Lit"), await somebody("Ali Loin", AWAY)];
    const inCommon = () => findCoopainsInCommon(ines.caller.actor, far.id);
    expect(await inCommon()).toEqual({ count: 0, names: [] });
    const friends = [];
    for (const name of ["Une Coopine", "Deux Coopine", "Trois Coopine", "Quatre Coopine"]) {
      const friend = await somebody(name, AWAY);
      await tied(ines, friend);
      await tied(far, friend);
      friends.push(friend);
    }
    await tied(ines, await somebody("Sans Lien", AWAY));
    const { count, names } = await inCommon();
    expect([count, names.length]).toEqual([4, 3]);
    expect(friends.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    await blockInTheDatabase(friends[0]?.id ?? "", ines.id);
    const after = await inCommon();
    expect(after.count).toBe(3);
    expect(after.names).not.toContain("Une Coopine");
    expect(await findCoopainsInCommon(visitor, far.id)).toEqual({ count: 0, names: [] });
  });

  it("never show a hidden profile, a minor, herself, or one whom they have to do with already", async () => {
    const ines = await somebody("Inès Lit");
    const friend = await somebody("Une Coopine", AWAY);
    await tied(ines, friend);
    const hidden = await somebody("Cachée Loin", { ...AWAY, card: "section" });
    await tied(hidden, friend);
    const young = await somebody("Zoé Jeune", { underAge: true });
    const [asked, asking, gone] = [await somebody("Demandée"), await somebody("Demandeuse"), await somebody("Partie")];
    await ask(ines, asked);
    await ask(asking, ines);
    await tied(ines, gone);
    await removeCoopain(gone.caller, { memberId: ines.id });
    const suggested = (await listSuggestions(ines.caller.actor, 1_000)).map(({ id }) => id);
    for (const { id } of [ines, friend, hidden, young, asked, asking]) expect(suggested).not.toContain(id);
    expect(suggested).toContain(gone.id);
  });

  it("leave out for 90 days whom one of them refused, on both screens, even taken back", async () => {
    const [ines, marc] = [await somebody("Inès Lit"), await somebody("Marc Lit")];
    await ask(ines, marc);
    await refuseRequest(marc.caller, await requestOf(ines, marc));
    await cancelRequest(ines.caller, await requestOf(ines, marc));
    expect([await reasonsFor(ines, marc), await reasonsFor(marc, ines)]).toEqual([null, null]);
    await db.coopainRequest.updateMany({
      where: { fromId: ines.id },
      data: { refusedAt: new Date(Date.now() - 91 * 86_400_000) },
    });
    expect([await reasonsFor(ines, marc), await reasonsFor(marc, ines)]).toEqual([
      ["dans ta section"],
      ["dans ta section"],
    ]);
  });

  it("count no tie of a coopain who is hidden now, no hidden words, no debate that she no longer sees", async () => {
    const ines = await somebody("Inès Lit");
    const friend = await somebody("Une Coopine", AWAY);
    const far = await somebody("Ali Loin", AWAY);
    await tied(ines, friend);
    await tied(far, friend);
    await db.suspension.create({
      data: { id: `s${friend.id.slice(1)}`, memberId: friend.id, reason: "Règle 2.", beginsAt: new Date(0) },
    });
    expect(await reasonsFor(ines, far)).toBeNull();
    const closed = await createDebate("members", "national/03", far.id);
    await db.contribution.create({
      data: {
        id: `c${ines.id.slice(1)}`,
        debateId: closed.id,
        seq: 2,
        side: "pour",
        body: "Avant de déménager.",
        authorId: ines.id,
        clientId: randomUUID(),
        createdAt: new Date(),
      },
    });
    expect(await reasonsFor(ines, far)).toBeNull();
    const open = await createDebate("open", "national", far.id);
    await argue(ines, open.id);
    expect(await reasonsFor(ines, far)).toEqual(["vous avez débattu ensemble"]);
    await db.contribution.updateMany({
      where: { debateId: open.id, authorId: far.id },
      data: { hiddenAt: new Date() },
    });
    expect(await reasonsFor(ines, far)).toBeNull();
  });

  it("are nothing for visitors", async () => {
    expect(await listSuggestions({ kind: "visitor", id: null, grants: [] })).toEqual([]);
  });
});
