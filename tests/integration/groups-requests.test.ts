import { createGroup, putInGroup } from "@tests/support/groups-world.ts";
import { blockInTheDatabase, outcomeOf, refusalOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  answerGroupRequest,
  askToJoin,
  cancelGroupRequest,
  findWayIn,
  getGroup,
  listWaitingRequests,
} from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { singletons } from "@/platform/singletons.ts";
import { type Somebody, told } from "./coopains-world.ts";
import { actorNow, adherent, prepareEntry, requestFor, roleOf } from "./group-entry-world.ts";

const realNow = clock.now;
let lead: Somebody;
let manager: Somebody;
let ines: Somebody;
beforeAll(async () => {
  await prepareEntry();
  lead = await adherent("Lina Responsable");
  manager = await adherent("Malo Gestionnaire");
});
beforeEach(async () => {
  ines = await adherent("Inès Demande");
});
afterEach(() => {
  clock.now = realNow;
});
const at = (hours: number) => {
  clock.now = () => new Date(realNow().getTime() + hours * 3_600_000);
};

const groupOnRequest = (options: Parameters<typeof createGroup>[0] = {}) =>
  createGroup({ entry: "request", leads: [lead], managers: [manager], ...options });
/** She asks; the id of her request. */
async function asked(who: Somebody, groupId: string, more: Record<string, string> = {}): Promise<string> {
  await askToJoin(who.caller, await requestFor(groupId, more));
  const waiting = { groupId, memberId: who.id, answeredAt: null, cancelledAt: null };
  return (await db.groupRequest.findFirstOrThrow({ where: waiting })).id;
}
const answer = (who: Somebody, requestId: string, said: "oui" | "non", words = "") =>
  answerGroupRequest(who.caller, { requestId, answer: said, words });
const wayIn = async (who: Somebody, groupId: string) => {
  const actor = await actorNow(who);
  return findWayIn(actor, await getGroup(actor, groupId));
};

describe("asking to come into a group", () => {
  it("keeps the questions, what was answered, the word and the rules; those who keep the group read them", async () => {
    const group = await groupOnRequest({ questions: ["Pourquoi ?", "Où vis-tu ?"], rules: "On s’écoute." });
    const facts = await told(async () =>
      askToJoin(
        ines.caller,
        await requestFor(group.id, {
          ...{ answer1: "Pour agir.", answer2: "À Riom.", answer3: "en trop", words: "Bonjour", rulesAccepted: "oui" },
        }),
      ),
    );
    const request = await db.groupRequest.findFirstOrThrow({ where: { groupId: group.id } });
    expect(facts).toEqual([{ name: "group.requested", ids: { groupId: group.id, requestId: request.id } }]);
    expect(request).toMatchObject({
      ...{ memberId: ines.id, questions: ["Pourquoi ?", "Où vis-tu ?"], answers: ["Pour agir.", "À Riom."] },
      ...{ words: "Bonjour", rulesAcceptedAt: expect.any(Date), answeredAt: null },
    });
    for (const keeper of [lead, manager])
      expect(await listWaitingRequests(keeper.caller.actor, group.id)).toMatchObject({
        more: 0,
        requests: [
          {
            person: { name: "Inès Demande" },
            answers: [
              { question: "Pourquoi ?", answer: "Pour agir." },
              { question: "Où vis-tu ?", answer: "À Riom." },
            ],
          },
        ],
      });
    expect(await wayIn(ines, group.id)).toMatchObject({ request: { id: request.id }, can: { ask: false } });
    expect(await roleOf(group.id, ines)).toBeNull();
    expect((await getGroup(ines.caller.actor, group.id)).reads).toBe(false);
  });

  it("shows those who keep the group her name, not a card that she closes", async () => {
    const discreet = await adherent("Dora Discrète", { card: "coopains" });
    const group = await groupOnRequest();
    await asked(discreet, group.id);
    const { requests } = await listWaitingRequests(lead.caller.actor, group.id);
    expect(requests[0]?.person).toMatchObject({ name: "Dora Discrète", href: null, photo: null });
  });

  it("refuses a question left out, rules not accepted, questions that have changed meanwhile", async () => {
    const group = await groupOnRequest({ questions: ["Pourquoi ?"], rules: "On s’écoute." });
    const unaccepted = await requestFor(group.id, { answer1: "Pour agir." });
    const before = { ...unaccepted, rulesAccepted: "oui" as const };
    expect(await refusalOf(askToJoin(ines.caller, { ...before, answer1: "  " }))).toMatchObject({
      code: "invalid",
      fields: { answer1: expect.stringContaining("Réponds") },
    });
    expect(await refusalOf(askToJoin(ines.caller, unaccepted))).toMatchObject({
      code: "invalid",
      fields: { rulesAccepted: expect.stringContaining("règles") },
    });
    await db.group.update({ where: { id: group.id }, data: { questions: ["Depuis quand ?"] } });
    expect(await outcomeOf(askToJoin(ines.caller, before))).toBe("conflict");
    expect(await db.groupRequest.count({ where: { groupId: group.id } })).toBe(0);
  });

  it("waits once, whatever is sent again and however often at once", async () => {
    const group = await groupOnRequest();
    const input = await requestFor(group.id);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => outcomeOf(askToJoin(ines.caller, input))));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["ok", "conflict"]));
    expect(await db.groupRequest.count({ where: { groupId: group.id } })).toBe(1);
  });

  it("is for groups on request alone, of whoever may know of them and is not in them", async () => {
    const outcome = async (who: Somebody, options: Parameters<typeof createGroup>[0]) => {
      const group = await groupOnRequest(options);
      return outcomeOf(askToJoin(who.caller, await requestFor(group.id)));
    };
    const samia = await adherent("Samia Sympathisante", { adherent: false });
    expect(await outcome(ines, { entry: "open" })).toBe("forbidden");
    expect(await outcome(ines, { entry: "closed" })).toBe("not_found");
    expect(await outcome(samia, { adherentsOnly: true })).toBe("not_found");
    expect(await outcome(ines, { members: [ines] })).toBe("conflict");
    expect(await outcome(ines, { followers: [ines] })).toBe("ok");
    const group = await groupOnRequest();
    const input = await requestFor(group.id);
    expect(await outcomeOf(askToJoin({ actor: visitor }, input))).toBe("unauthenticated");
    expect(await refusalOf(askToJoin(ines.caller, { ...input, groupId: newId() }))).toEqual(
      await refusalOf(askToJoin(ines.caller, { ...input, groupId: (await groupOnRequest({ entry: "closed" })).id })),
    );
  });

  it("is counted: twenty a day", async () => {
    const limited = singletons.limits;
    singletons.limits = createLimits();
    const input = { groupId: newId(), terms: "" };
    const outcomes: string[] = [];
    for (let time = 0; time < 21; time++) outcomes.push(await outcomeOf(askToJoin(ines.caller, input)));
    expect(outcomes.at(-2)).toBe("not_found");
    expect(outcomes.at(-1)).toBe("rate_limited");
    singletons.limits = limited;
  });
});

describe("taking one’s request back", () => {
  it("ends it, once, and those who keep the group read it no more", async () => {
    const group = await groupOnRequest();
    const requestId = await asked(ines, group.id);
    const facts = await told(() => cancelGroupRequest(ines.caller, { requestId }));
    expect(facts).toEqual([{ name: "group.request-cancelled", ids: { groupId: group.id, requestId } }]);
    expect(await told(() => cancelGroupRequest(ines.caller, { requestId }))).toEqual([]);
    expect((await listWaitingRequests(lead.caller.actor, group.id)).requests).toEqual([]);
    expect(await outcomeOf(answer(lead, requestId, "oui"))).toBe("conflict");
    expect(await roleOf(group.id, ines)).toBeNull();
    expect(await wayIn(ines, group.id)).toMatchObject({ request: null, can: { ask: true } });
  });

  it("is hers alone, and not after the answer", async () => {
    const group = await groupOnRequest();
    const requestId = await asked(ines, group.id);
    for (const other of [lead, await adherent("Paul Passant")])
      expect(await outcomeOf(cancelGroupRequest(other.caller, { requestId }))).toBe("not_found");
    await answer(lead, requestId, "oui");
    expect(await outcomeOf(cancelGroupRequest(ines.caller, { requestId }))).toBe("conflict");
  });

  it("works from a group that she no longer knows of", async () => {
    const group = await groupOnRequest();
    const requestId = await asked(ines, group.id);
    await db.group.update({ where: { id: group.id }, data: { entry: "closed" } });
    expect(await outcomeOf(cancelGroupRequest(ines.caller, { requestId }))).toBe("ok");
  });
});

describe("answering who asks to come in", () => {
  it("yes makes her a member who reads the group, and carries the date of the rules", async () => {
    const group = await groupOnRequest({ rules: "On s’écoute." });
    const requestId = await asked(ines, group.id, { rulesAccepted: "oui" });
    const facts = await told(() => answer(manager, requestId, "oui", "Bienvenue !"));
    expect(facts).toEqual([
      { name: "group.joined", ids: { groupId: group.id, memberId: ines.id } },
      { name: "group.request-answered", ids: { groupId: group.id, requestId } },
    ]);
    const where = { groupId_memberId: { groupId: group.id, memberId: ines.id } };
    expect(await db.groupMembership.findUniqueOrThrow({ where })).toMatchObject({
      role: "member",
      rulesAcceptedAt: expect.any(Date),
    });
    expect(await db.groupRequest.findUniqueOrThrow({ where: { id: requestId } })).toMatchObject({
      ...{ accepted: true, answeredById: manager.id, answerWords: "Bienvenue !", cancelledAt: null },
    });
    expect((await getGroup(await actorNow(ines), group.id)).reads).toBe(true);
    expect(await wayIn(ines, group.id)).toBeNull();
  });

  it("no is told to her with its word, and she may ask again after a month", async () => {
    const group = await groupOnRequest();
    await answer(lead, await asked(ines, group.id), "non", "Viens d’abord à une réunion.");
    expect(await wayIn(ines, group.id)).toMatchObject({
      request: null,
      refusal: { words: "Viens d’abord à une réunion." },
      can: { ask: false },
    });
    expect(await outcomeOf(askToJoin(ines.caller, await requestFor(group.id)))).toBe("conflict");
    at(31 * 24);
    expect(await wayIn(ines, group.id)).toMatchObject({ refusal: null, can: { ask: true } });
    expect(await outcomeOf(askToJoin(ines.caller, await requestFor(group.id)))).toBe("ok");
  });

  it("counts once: of two who answer at once, one is told that it changed", async () => {
    for (let round = 0; round < 5; round++) {
      const group = await groupOnRequest();
      const asking = await adherent("Inès Encore");
      const requestId = await asked(asking, group.id);
      const outcomes = await Promise.all([
        outcomeOf(answer(lead, requestId, "oui")),
        outcomeOf(answer(manager, requestId, "non")),
        outcomeOf(answer(lead, requestId, "oui")),
      ]);
      expect(outcomes.sort()).toEqual(["conflict", "conflict", "ok"]);
      const { accepted } = await db.groupRequest.findUniqueOrThrow({ where: { id: requestId } });
      expect(await roleOf(group.id, asking)).toBe(accepted ? "member" : null);
    }
  });

  it("of one taken back at the same time leaves one of the two", async () => {
    for (let round = 0; round < 5; round++) {
      const group = await groupOnRequest();
      const asking = await adherent("Inès Hésite");
      const requestId = await asked(asking, group.id);
      const outcomes = await Promise.all([
        outcomeOf(answer(lead, requestId, "oui")),
        outcomeOf(cancelGroupRequest(asking.caller, { requestId })),
      ]);
      expect(outcomes.sort()).toEqual(["conflict", "ok"]);
      const { accepted } = await db.groupRequest.findUniqueOrThrow({ where: { id: requestId } });
      expect(await roleOf(group.id, asking)).toBe(accepted ? "member" : null);
    }
  });

  it("is for those who keep the group: for anybody else there is no request", async () => {
    const member = await adherent("Mona Membre");
    const elsewhere = await adherent("Élie Ailleurs");
    const group = await groupOnRequest({ members: [member] });
    await createGroup({ entry: "request", leads: [elsewhere] });
    const requestId = await asked(ines, group.id);
    for (const other of [member, elsewhere, ines]) {
      expect(await refusalOf(answer(other, requestId, "oui"))).toEqual(await refusalOf(answer(other, newId(), "oui")));
      expect(await outcomeOf(listWaitingRequests(other.caller.actor, group.id))).toBe("not_found");
    }
    expect(await outcomeOf(listWaitingRequests(visitor, group.id))).toBe("not_found");
    expect(await roleOf(group.id, ines)).toBeNull();
  });

  it("is not for a keeper whom a block parts from her, who does not read it; the others do", async () => {
    const group = await groupOnRequest();
    const requestId = await asked(ines, group.id);
    await blockInTheDatabase(ines.id, manager.id);
    expect((await listWaitingRequests(manager.caller.actor, group.id)).requests).toEqual([]);
    expect(await outcomeOf(answer(manager, requestId, "non"))).toBe("not_found");
    expect((await listWaitingRequests(lead.caller.actor, group.id)).requests).toHaveLength(1);
    expect(await outcomeOf(answer(lead, requestId, "oui"))).toBe("ok");
  });

  it("lets nobody in who is suspended, or no adherent in a group of theirs", async () => {
    const group = await groupOnRequest({ adherentsOnly: true });
    const [one, other] = [await adherent("Suzie Suspendue"), await adherent("Noa Partie")];
    const [first, second] = [await asked(one, group.id), await asked(other, group.id)];
    await suspendInTheDatabase(one.id);
    await db.member.update({ where: { id: other.id }, data: { adherentSince: null } });
    expect(await outcomeOf(answer(lead, first, "oui"))).toBe("conflict");
    expect(await outcomeOf(answer(lead, second, "oui"))).toBe("conflict");
    expect([await roleOf(group.id, one), await roleOf(group.id, other)]).toEqual([null, null]);
    expect(await outcomeOf(answer(lead, second, "non"))).toBe("ok");
  });
});

describe("somebody who asked and came in another way", () => {
  it("waits no more", async () => {
    const group = await groupOnRequest();
    await asked(ines, group.id);
    await putInGroup(group.id, ines.id);
    expect((await listWaitingRequests(lead.caller.actor, group.id)).requests).toEqual([]);
  });
});
