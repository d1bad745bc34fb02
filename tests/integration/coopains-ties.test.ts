import { outcomeOf, refusalOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { visitor } from "@/core/actor.ts";
import {
  acceptRequest,
  cancelRequest,
  findWaitingRequests,
  getCoopainsPage,
  getTie,
  listMyCoopains,
  refuseRequest,
  removeCoopain,
  requestCoopain,
} from "@/features/coopains/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { ask, prepare, requestOf, rowsBetween, somebody, tied, told, waiting } from "./coopains-world.ts";

const realNow = clock.now;
beforeAll(() => prepare());
afterEach(() => {
  clock.now = realNow;
});
const later = (days: number) => {
  clock.now = () => new Date(realNow().getTime() + days * 86_400_000);
};
const pair = async () => [await somebody("Inès Demande"), await somebody("Marc Répond")] as const;
const stateOf = async (reader: { caller: { actor: Parameters<typeof getTie>[0] } }, of: { id: string }) =>
  (await getTie(reader.caller.actor, of.id)).state;

describe("asking somebody to be a coopain", () => {
  it("waits for her answer, with its words, and opens the card of her who asks", async () => {
    const asking = await somebody("Inès Discrète", { card: "coopains" });
    const asked = await somebody("Marc Répond");
    expect(await outcomeOf(getTie(asked.caller.actor, asking.id))).toBe("not_found");
    const facts = await told(() => ask(asking, asked, "On s’est vus\nsamedi ?"));
    expect(facts).toEqual([{ name: "coopain.requested", ids: { fromId: asking.id, toId: asked.id } }]);
    expect(await getTie(asked.caller.actor, asking.id)).toMatchObject({
      state: "received",
      words: "On s’est vus samedi ?",
      can: { request: false, accept: true, block: true },
    });
    expect(await getTie(asking.caller.actor, asked.id)).toMatchObject({ state: "sent", can: { request: false } });
    const page = await getCoopainsPage(asked.caller.actor);
    expect(page.received).toMatchObject([{ person: { name: "Inès Discrète" }, words: "On s’est vus samedi ?" }]);
    expect(await findWaitingRequests(asked.caller.actor)).toBe(1);
    expect((await getCoopainsPage(asking.caller.actor)).sent).toMatchObject([{ person: { id: asked.id } }]);
  });

  it("twice is once, and nobody is told again", async () => {
    const [ines, marc] = await pair();
    await ask(ines, marc, "Salut");
    expect(await told(() => ask(ines, marc, "Salut encore"))).toEqual([]);
    expect(await db.coopainRequest.count({ where: { fromId: ines.id } })).toBe(1);
  });

  it("of somebody who asked first is an acceptance", async () => {
    const [ines, marc] = await pair();
    await ask(marc, ines);
    const facts = await told(async () => expect(await ask(ines, marc)).toEqual({ state: "coopains" }));
    expect(facts).toEqual([{ name: "coopain.accepted", ids: { memberId: ines.id, otherId: marc.id } }]);
    expect(await rowsBetween(ines, marc)).toBe(2);
    expect(await told(async () => expect(await ask(marc, ines)).toEqual({ state: "coopains" }))).toEqual([]);
    expect(await waiting(marc, ines)).toBeNull();
  });

  it("is not for a hidden, unknown, erased or suspended member: one answer for all", async () => {
    const ines = await somebody("Inès Demande");
    const hidden = await somebody("Cachée", { section: "03185", card: "coopains" });
    const suspended = await somebody("Suspendue");
    await suspendInTheDatabase(suspended.id);
    const erased = await somebody("Partie");
    await db.member.update({ where: { id: erased.id }, data: { erasedAt: clock.now() } });
    const answers = await Promise.all(
      [hidden.id, suspended.id, erased.id, "zzzzzzzzzzzz"].map((memberId) =>
        refusalOf(requestCoopain(ines.caller, { memberId })),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: "not_found" });
    expect(await db.coopainRequest.count({ where: { fromId: ines.id } })).toBe(0);
  });

  it("is not for visitors, suspended members, or oneself", async () => {
    const ines = await somebody("Inès Demande");
    const open = await somebody("Ouverte", { card: "everyone" });
    expect(await outcomeOf(requestCoopain({ actor: visitor }, { memberId: open.id }))).toBe("unauthenticated");
    expect(await outcomeOf(ask(ines, ines))).toBe("forbidden");
    const gone = await somebody("Suspendue");
    await suspendInTheDatabase(gone.id);
    expect(await outcomeOf(requestCoopain({ actor: await actorOfMember(gone.id) }, { memberId: open.id }))).toBe(
      "not_found",
    );
    expect(await outcomeOf(requestCoopain(ines.caller, { memberId: open.id, words: "x".repeat(281) }))).toBe("invalid");
  });

  it("is for those under 18 as for anybody", async () => {
    const young = await somebody("Zoé Jeune", { underAge: true });
    const marc = await somebody("Marc Répond");
    await tied(young, marc);
    expect(await rowsBetween(young, marc)).toBe(2);
  });

  it("twenty times a day, no more", async () => {
    const ines = await somebody("Inès Demande");
    const marc = await somebody("Marc Répond");
    const limits = singletons.limits;
    singletons.limits = createLimits();
    for (let n = 0; n < 20; n++) await ask(ines, marc);
    expect(await outcomeOf(ask(ines, marc))).toBe("rate_limited");
    if (limits) singletons.limits = limits;
  });
});

describe("refusing", () => {
  it("tells nobody: she who asked reads “sent”, after 90 days too", async () => {
    const [ines, marc] = await pair();
    await ask(ines, marc, "Un mot");
    const facts = await told(async () => refuseRequest(marc.caller, await requestOf(ines, marc)));
    expect(facts).toEqual([{ name: "coopain.request-refused", ids: { memberId: marc.id, otherId: ines.id } }]);
    expect(await getTie(ines.caller.actor, marc.id)).toMatchObject({ state: "sent", words: "Un mot" });
    expect((await getCoopainsPage(ines.caller.actor)).sent).toHaveLength(1);
    expect(await stateOf(marc, ines)).toBe("none");
    later(200);
    expect(await stateOf(ines, marc)).toBe("sent");
  });

  it("keeps her from asking anew for 90 days, without a sign of it", async () => {
    const [ines, marc] = await pair();
    await ask(ines, marc, "Un mot");
    await refuseRequest(marc.caller, await requestOf(ines, marc));
    expect(await told(async () => cancelRequest(ines.caller, await requestOf(ines, marc)))).toEqual([]);
    expect(await stateOf(ines, marc)).toBe("none");
    later(30);
    const facts = await told(async () => expect(await ask(ines, marc, "Un autre")).toEqual({ state: "sent" }));
    expect(facts).toEqual([]);
    const [sent] = (await getCoopainsPage(ines.caller.actor)).sent;
    expect(sent?.words).toBe("Un autre");
    expect(clock.now().getTime() - (sent?.at.getTime() ?? 0)).toBeLessThan(60_000);
    expect(await findWaitingRequests(marc.caller.actor)).toBe(0);
    await cancelRequest(ines.caller, await requestOf(ines, marc));
    later(91);
    await ask(ines, marc, "Le temps a passé");
    expect(await findWaitingRequests(marc.caller.actor)).toBe(1);
  });

  it("does not keep her who refused from asking, and then nothing waits any more", async () => {
    const [ines, marc] = await pair();
    await ask(ines, marc);
    await refuseRequest(marc.caller, await requestOf(ines, marc));
    await tied(marc, ines);
    expect(await rowsBetween(ines, marc)).toBe(2);
    await removeCoopain(ines.caller, { memberId: marc.id });
    expect([await stateOf(ines, marc), await stateOf(marc, ines)]).toEqual(["none", "none"]);
  });
});

describe("accepting, cancelling, removing", () => {
  it("opens what is for coopains, and tells both", async () => {
    const [ines, marc] = await pair();
    await ask(ines, marc);
    const facts = await told(async () => acceptRequest(marc.caller, await requestOf(ines, marc)));
    expect(facts).toEqual([{ name: "coopain.accepted", ids: { memberId: marc.id, otherId: ines.id } }]);
    expect([await stateOf(ines, marc), await stateOf(marc, ines)]).toEqual(["coopains", "coopains"]);
    expect((await listMyCoopains(ines.caller.actor)).people).toMatchObject([{ id: marc.id }]);
  });

  it("another’s request is absent, whatever one asks of it; her who sent it cannot accept it", async () => {
    const [ines, marc] = await pair();
    const other = await somebody("Tiers");
    await ask(ines, marc);
    const request = await requestOf(ines, marc);
    for (const act of [acceptRequest, refuseRequest, cancelRequest])
      expect(await outcomeOf(act(other.caller, request))).toBe("not_found");
    expect(await outcomeOf(acceptRequest(ines.caller, request))).toBe("not_found");
    expect(await outcomeOf(cancelRequest(marc.caller, request))).toBe("not_found");
    expect(await outcomeOf(acceptRequest({ actor: visitor }, request))).toBe("not_found");
    expect(await waiting(ines, marc)).not.toBeNull();
  });

  it("replays change nothing: a request taken back cannot be accepted, one accepted cannot be refused", async () => {
    const [ines, marc] = await pair();
    await ask(ines, marc);
    const request = await requestOf(ines, marc);
    expect(await told(() => cancelRequest(ines.caller, request))).toMatchObject([
      { name: "coopain.request-cancelled" },
    ]);
    expect(await outcomeOf(cancelRequest(ines.caller, request))).toBe("ok");
    expect(await outcomeOf(acceptRequest(marc.caller, request))).toBe("conflict");
    expect(await rowsBetween(ines, marc)).toBe(0);
    await tied(ines, marc);
    const accepted = await requestOf(ines, marc);
    expect(await outcomeOf(acceptRequest(marc.caller, accepted))).toBe("ok");
    expect(await outcomeOf(refuseRequest(marc.caller, accepted))).toBe("conflict");
    expect(await outcomeOf(cancelRequest(ines.caller, accepted))).toBe("conflict");
    await removeCoopain(marc.caller, { memberId: ines.id });
    expect(await outcomeOf(acceptRequest(marc.caller, accepted))).toBe("ok");
    expect(await rowsBetween(ines, marc)).toBe(0);
  });

  it("the request of somebody suspended since is absent", async () => {
    const [ines, marc] = await pair();
    await ask(ines, marc);
    await suspendInTheDatabase(ines.id);
    expect(await outcomeOf(acceptRequest(marc.caller, await requestOf(ines, marc)))).toBe("not_found");
    expect(await findWaitingRequests(marc.caller.actor)).toBe(0);
  });

  it("removing is silent, closes both sides, and is no fault the second time", async () => {
    const [ines, marc] = await pair();
    await tied(ines, marc);
    const facts = await told(() => removeCoopain(ines.caller, { memberId: marc.id }));
    expect(facts).toEqual([{ name: "coopain.removed", ids: { memberId: ines.id, otherId: marc.id } }]);
    expect(await rowsBetween(ines, marc)).toBe(0);
    expect(await told(() => removeCoopain(ines.caller, { memberId: marc.id }))).toEqual([]);
    expect(await outcomeOf(removeCoopain(ines.caller, { memberId: "zzzzzzzzzzzz" }))).toBe("not_found");
  });
});

describe("many at once", () => {
  it("a hundred acceptances make one tie, told once", async () => {
    const [ines, marc] = await pair();
    await ask(ines, marc);
    const request = await requestOf(ines, marc);
    const facts = await told(() => Promise.all(Array.from({ length: 100 }, () => acceptRequest(marc.caller, request))));
    expect(facts).toHaveLength(1);
    expect(await rowsBetween(ines, marc)).toBe(2);
  });

  it("requests that cross make one tie, and nothing waits", async () => {
    for (let round = 0; round < 10; round++) {
      const [ines, marc] = await pair();
      await Promise.all([ask(ines, marc), ask(marc, ines), ask(ines, marc), ask(marc, ines)]);
      expect(await rowsBetween(ines, marc)).toBe(2);
      expect([await waiting(ines, marc), await waiting(marc, ines)]).toEqual([null, null]);
    }
  });

  it("accepting, cancelling and refusing at once leaves one story", async () => {
    for (let round = 0; round < 10; round++) {
      const [ines, marc] = await pair();
      await ask(ines, marc);
      const request = await requestOf(ines, marc);
      await Promise.all([
        outcomeOf(acceptRequest(marc.caller, request)),
        outcomeOf(cancelRequest(ines.caller, request)),
        outcomeOf(refuseRequest(marc.caller, request)),
      ]);
      const row = await db.coopainRequest.findUniqueOrThrow({ where: { id: request.requestId } });
      expect(await rowsBetween(ines, marc)).toBe(row.acceptedAt ? 2 : 0);
    }
  });
});

describe("the list of one’s coopains", () => {
  it("goes page by page in the order of names, and finds a part of one without accents", async () => {
    const ines = await somebody("Inès Demande");
    const names = Array.from({ length: 35 }, (_, n) => `Éloïse N°${String(n).padStart(2, "0")}`);
    for (const name of names) {
      const other = await somebody(name);
      const now = clock.now();
      await db.coopain.createMany({
        data: [
          { memberId: ines.id, otherId: other.id, since: now },
          { memberId: other.id, otherId: ines.id, since: now },
        ],
      });
    }
    const first = await listMyCoopains(ines.caller.actor);
    const second = await listMyCoopains(ines.caller.actor, { apres: first.next ?? "" });
    expect([...first.people, ...second.people].map(({ name }) => name)).toEqual(names);
    expect(second.next).toBeNull();
    expect((await listMyCoopains(ines.caller.actor, { q: "eloise n°07" })).people).toHaveLength(1);
    expect((await listMyCoopains(ines.caller.actor, { q: "%" })).people).toHaveLength(0);
    expect((await listMyCoopains(ines.caller.actor, { q: ["a"], apres: "x" })).people).toHaveLength(30);
  });
});
