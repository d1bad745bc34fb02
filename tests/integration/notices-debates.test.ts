import { argument, moderate, reply } from "@tests/support/debate-checks.ts";
import { blockInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  addHost,
  contribute,
  followDebate,
  movePhase,
  openDebate,
  publishSynthesis,
  removeHost,
} from "@/features/debates/index.ts";
import { db } from "@/platform/db/client.ts";
import { type Somebody, somebody } from "./coopains-world.ts";
import { forgetAll, linesOf, mute, prepareNotices, readAll, tellAll, textsOf } from "./notices-world.ts";

const SECTION = "national/63/63113";
let people: Record<"leader" | "ines" | "bruno" | "carla" | "neighbour" | "far", Somebody>;

beforeAll(async () => {
  await prepareNotices();
  people = {
    leader: await somebody("Lucie Locale", { adherent: true, mandates: [{ role: "section_leader", scope: SECTION }] }),
    ines: await somebody("Inès Bonnet", { adherent: true }),
    bruno: await somebody("Bruno Roux"),
    carla: await somebody("Carla Costa", { card: "coopains" }),
    neighbour: await somebody("Nora Noël", { section: "63-autres" }),
    far: await somebody("Paul Passant", { section: "03185" }),
  };
});
beforeEach(forgetAll);

const hour = 3_600_000;
const opened = async (more: Record<string, unknown> = {}) =>
  openDebate(people.leader.caller, {
    question: "Faut-il des bus gratuits ?",
    framing: "",
    scope: SECTION,
    audience: "members",
    opensAt: new Date(Date.now() - hour),
    closesAt: new Date(Date.now() + 48 * hour),
    ...more,
  } as never);
/** A debate where people speak and answer, that these members follow. */
async function running(...followers: Somebody[]): Promise<string> {
  const { id } = await opened({ debateAt: new Date(Date.now() - hour) });
  for (const who of followers) await followDebate(who.caller, { debateId: id });
  await tellAll();
  await forgetAll();
  return id;
}

describe("a debate that opens", () => {
  it("is told to those who live there, and not to who opens it nor to anybody elsewhere", async () => {
    await opened();
    await tellAll();
    expect(await textsOf(people.bruno, "debate.opened")).toEqual(["Un débat s’ouvre : « Faut-il des bus gratuits ? »"]);
    for (const who of [people.leader, people.neighbour, people.far]) expect(await linesOf(who)).toEqual([]);
  });

  it("of adherents is told to adherents", async () => {
    await opened({ audience: "adherents" });
    await tellAll();
    expect(await textsOf(people.ines, "debate.opened")).toHaveLength(1);
    expect(await linesOf(people.bruno)).toEqual([]);
  });

  it("later is told of when it begins, to those who wait for it too, once", async () => {
    const { id } = await opened({ audience: "open", opensAt: new Date(Date.now() + hour) });
    await followDebate(people.far.caller, { debateId: id });
    await tellAll();
    expect(await linesOf(people.bruno)).toEqual([]);
    await movePhase(people.leader.caller, { debateId: id, to: "ideas" });
    await tellAll();
    for (const who of [people.bruno, people.far])
      expect((await linesOf(who)).map(({ kind }) => kind)).toEqual(["debate.opened"]);
    expect(await linesOf(people.neighbour)).toEqual([]);
  });
});

describe("what is said in a debate", () => {
  it("is told to those who follow it, as one number, and never to who said it", async () => {
    const id = await running(people.ines, people.bruno);
    for (const who of [people.bruno, people.carla, people.carla]) await contribute(who.caller, argument(id));
    await tellAll();
    expect(await textsOf(people.ines, "debate.contributed")).toEqual([
      "3 nouvelles contributions dans « Faut-il des bus gratuits ? »",
    ]);
    expect(await textsOf(people.bruno, "debate.contributed")).toEqual([
      "2 nouvelles contributions dans « Faut-il des bus gratuits ? »",
    ]);
    expect(await linesOf(people.carla)).toEqual([]);
    await tellAll();
    await contribute(people.carla.caller, argument(id));
    await tellAll();
    const [line] = await linesOf(people.ines);
    expect(line).toMatchObject({ count: 4, under: "4 nouvelles contributions" });
    await readAll(people.ines);
    await contribute(people.carla.caller, argument(id));
    await tellAll();
    expect(await textsOf(people.ines, "debate.contributed")).toContain(
      "1 nouvelle contribution dans « Faut-il des bus gratuits ? »",
    );
  });

  it("in answer to somebody is told to her by name, and not counted among the others", async () => {
    const id = await running(people.ines);
    const mine = await contribute(people.ines.caller, argument(id));
    await contribute(people.carla.caller, reply(id, mine.id));
    await contribute(people.ines.caller, reply(id, mine.id));
    await tellAll();
    const lines = await linesOf(people.ines);
    expect(lines.map(({ text }) => text)).toEqual([
      "Carla Costa a répondu à ta contribution dans « Faut-il des bus gratuits ? »",
    ]);
    expect(lines[0]?.href).toMatch(new RegExp(`/c/${mine.seq}$`));
    await contribute(people.bruno.caller, reply(id, mine.id));
    await contribute(people.bruno.caller, reply(id, mine.id));
    await tellAll();
    expect(await textsOf(people.ines, "debate.replied")).toEqual([
      "Bruno Roux et une autre personne ont répondu à ta contribution dans « Faut-il des bus gratuits ? »",
    ]);
  });

  it("is counted once each, though people speak while it is told, and several processes tell it", async () => {
    const id = await running(people.ines);
    const spoken = Array.from({ length: 12 }, (_, n) =>
      contribute((n % 2 ? people.bruno : people.carla).caller, argument(id)),
    );
    await Promise.all([...spoken, tellAll(), tellAll(), tellAll()]);
    await tellAll();
    expect((await linesOf(people.ines)).map(({ count }) => count)).toEqual([12]);
  });

  it("tells nothing across a block, in a muted debate, once hidden, or to whom it is closed since", async () => {
    const away = await somebody("Béa Barre");
    const id = await running(people.ines, people.bruno, away);
    await mute(people.bruno, `debate:${id}`);
    await blockInTheDatabase(away.id, people.carla.id);
    const { id: contributionId } = await contribute(people.carla.caller, argument(id));
    await tellAll();
    expect(await linesOf(away)).toEqual([]);
    expect(await linesOf(people.bruno)).toEqual([]);
    expect(await linesOf(people.ines)).toHaveLength(1);
    await moderate(contributionId, true);
    expect(await linesOf(people.ines)).toEqual([]);
    await moderate(contributionId, false);
    expect(await linesOf(people.ines)).toHaveLength(1);
    await db.debate.update({ where: { id }, data: { scope: "national/03" } });
    expect(await linesOf(people.ines)).toEqual([]);
  });
});

describe("what becomes of a debate", () => {
  it("is told to those who follow it and those who spoke, but of who did it", async () => {
    const id = await running(people.ines);
    await contribute(people.bruno.caller, argument(id));
    await movePhase(people.leader.caller, { debateId: id, to: "vote" });
    await tellAll();
    for (const who of [people.ines, people.bruno])
      expect(await textsOf(who, "debate.phase")).toEqual(["« Faut-il des bus gratuits ? » passe au vote"]);
    expect(await textsOf(people.leader, "debate.phase")).toEqual([]);
    expect(await linesOf(people.carla)).toEqual([]);
    await movePhase(people.leader.caller, { debateId: id, to: "synthesis" });
    await publishSynthesis(people.leader.caller, { debateId: id, body: "Oui, et dès le matin." });
    await publishSynthesis(people.leader.caller, { debateId: id, body: "Oui, et dès le matin, chaque jour." });
    await tellAll();
    const [line] = (await linesOf(people.bruno)).filter(({ kind }) => kind === "debate.synthesis");
    expect(line).toMatchObject({ text: "La synthèse de « Faut-il des bus gratuits ? » est publiée", count: 1 });
  });

  it("and running it with others is told to whom it is given, as long as it is hers", async () => {
    const id = await running();
    await addHost(people.leader.caller, { debateId: id, memberId: people.ines.id });
    await tellAll();
    expect(await textsOf(people.ines, "debate.hosting")).toEqual(["Tu animes le débat « Faut-il des bus gratuits ? »"]);
    await removeHost(people.leader.caller, { debateId: id, memberId: people.ines.id });
    expect(await linesOf(people.ines)).toEqual([]);
  });
});
