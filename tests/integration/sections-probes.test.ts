import { type Action, postedAs } from "@tests/support/doors.ts";
import { type Column, columns, places, reach, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  countRows,
  createPerson,
  createWorld,
  formOf,
  outcomeOf,
  refusalOf,
  scopes,
  sessionOfColumn,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "@/core/ids.ts";
import {
  answerLetter,
  getFederation,
  getLetter,
  getSection,
  getSectionsMap,
  sectionsJobs,
  writeLetter,
} from "@/features/sections/index.ts";
import { answerLetterAction, writeLetterAction } from "@/features/sections/section.actions.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfMember } from "@/platform/session.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

const WORDS = "Bonjour, je voudrais aider au marché de samedi.";
let world: World;
let author: Awaited<ReturnType<typeof createPerson>>;
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(sectionsJobs, { working: false });
  world = await createWorld();
  author = await createPerson("Aline Auteure", { section: "03185" });
});

const posted = (column: Column, action: Action, fields: Record<string, string>) =>
  postedAs(sessionOfColumn(world, column), action, formOf(fields));
const letterTo = async (scope: string, authorId = author.id) => {
  const letter = { id: newId(), scope, authorId, words: WORDS, sentAt: clock.now() };
  await db.letter.create({ data: letter });
  return letter.id;
};
/** Letters are written to sections and federations. */
const written = places.filter((place) => place !== "national");

describe.each(columns)("letters, column %s", (column) => {
  it(`are written by ${who[column]} as the matrix says`, async () => {
    const may = rows.letterWrite.cells[column] === "✓";
    for (const place of written) {
      const before = await countRows();
      const expected = may ? "ok" : column === "suspended" ? "forbidden" : "unauthenticated";
      const own = (column === "L" && place === "neighbour section") || (column === "F" && place === "other federation");
      const outcome = await posted(column, writeLetterAction, { scope: scopes[place], words: `${WORDS} ${newId()}` });
      expect(outcome, place).toBe(own ? "forbidden" : expected);
      if (outcome !== "ok") expect(await countRows(), place).toEqual(before);
      await db.letter.deleteMany({ where: { authorId: { not: author.id } } });
    }
  });

  it(`are read and answered by ${who[column]} as the matrix says, and do not exist otherwise`, async () => {
    for (const place of written) {
      const letterId = await letterTo(scopes[place]);
      const may = reach[rows.letterAnswer.cells[column]].includes(place);
      const actor = await actorOfColumn(world, column);
      expect(await outcomeOf(getLetter(actor, letterId)), place).toBe(may ? "ok" : "not_found");
      if (!may) expect(await refusalOf(getLetter(actor, letterId))).toEqual(await refusalOf(getLetter(actor, newId())));
      const before = await countRows();
      expect(await posted(column, answerLetterAction, { letterId, words: "Oui." }), place).toBe(
        may ? "ok" : "not_found",
      );
      if (!may) expect(await countRows(), place).toEqual(before);
    }
  });

  it(`of her own are read by ${who[column]}, and her pages of sections are open`, async () => {
    const actor = await actorOfColumn(world, column);
    if (actor.id) {
      const letterId = await letterTo(scopes["own section"], actor.id);
      expect(await outcomeOf(getLetter(actor, letterId))).toBe(
        rows.letterOwn.cells[column] === "o" ? "ok" : "not_found",
      );
    }
    expect(await outcomeOf(getSectionsMap(actor))).toBe("ok");
    expect(await outcomeOf(getFederation(actor, { federation: "allier" }))).toBe("ok");
    expect(await outcomeOf(getSection(actor, { federation: "allier", section: "montlucon" }))).toBe("ok");
  });
});

describe("bad input", () => {
  const nasty: unknown[] = [
    "",
    undefined,
    null,
    3,
    Number.NaN,
    2 ** 53 + 1,
    ["national/63"],
    { not: "" },
    { toString: () => "national/63" },
    "a".repeat(1_048_576),
    "national/63\u0000",
    "national' or 1=1 --",
    "national/../63",
    "lone \ud83d surrogate that is long enough",
    "__proto__",
  ];
  it("is refused in words and writes nothing, in each field of each command", async () => {
    const caller = { actor: await actorOfMember((await createPerson("Nina Neuve")).id) };
    const letterId = await letterTo(scopes["own section"]);
    const before = await countRows();
    const inputs = [
      { command: writeLetter, input: { scope: scopes["own section"], words: WORDS } },
      { command: answerLetter, input: { letterId, words: "Oui." } },
    ] as const;
    for (const { command, input } of inputs)
      for (const field of Object.keys(input))
        for (const value of nasty) {
          const outcome = await outcomeOf(command(caller, { ...input, [field]: value } as never));
          expect(outcome).toMatch(
            field === "words" && command === answerLetter
              ? /^(?:invalid|forbidden|not_found)$/
              : /^(?:invalid|not_found)$/,
          );
        }
    for (const page of nasty) {
      expect(await outcomeOf(getSection(caller.actor, { federation: page, section: page }))).toBe("not_found");
      expect(await outcomeOf(getLetter(caller.actor, page as string))).toMatch(/not_found/);
    }
    expect(await countRows()).toEqual(before);
  });
});
