import { type Action, postedAs } from "@tests/support/doors.ts";
import { columns, places, reach, rows, who } from "@tests/support/matrix.ts";
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
} from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "@/core/ids.ts";
import { getCase, getDecision, getModerationDesk, getReportPage } from "@/features/moderation/index.ts";
import {
  appealDecisionAction,
  decideCaseAction,
  giveNoticeAction,
  reportObjectAction,
  settleAppealAction,
} from "@/features/moderation/moderation.actions.ts";
import { findWaitingCount } from "@/features/moderation/moderation-desk.queries.ts";
import { db } from "@/platform/db/client.ts";
import { aDecider, answeredWords, caseOf, noticeOf, prepare, report, someWords, WORDS } from "./moderation-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

let world: World;
let first: Awaited<ReturnType<typeof aDecider>>;
let reporter: Awaited<ReturnType<typeof createPerson>>;

beforeAll(async () => {
  await prepare();
  world = await createWorld();
  first = await aDecider("national_admin");
  reporter = await createPerson("Rémi Rapporteur", { mandates: [{ role: "national_admin", scope: "national" }] });
});

const audiences = ["open", "members", "adherents"] as const;
const readRow = { open: rows.openRead, members: rows.members, adherents: rows.adherents };

describe.each(columns)("column %s", (column) => {
  const actor = () => actorOfColumn(world, column);
  const reads = (audience: (typeof audiences)[number], place: (typeof places)[number]) =>
    reach[readRow[audience].cells[column]].includes(place);
  const decides = (place: (typeof places)[number]) => reach[rows.reportDecide.cells[column]].includes(place);

  const posted = (action: Action, fields: Record<string, string>) =>
    postedAs(sessionOfColumn(world, column), action, formOf(fields));

  it(`reports what it reads and nothing else, as ${who[column]}`, async () => {
    const isVisitor = column === "V" || column === "U";
    for (const audience of audiences)
      for (const place of places) {
        const words = await someWords({ audience, scope: scopes[place] });
        const expected = reads(audience, place) && reach[rows.reportMake.cells[column]].includes(place);
        const label = `${audience}, ${place}`;
        const form = { kind: words.kind, objectId: words.objectId, rule: "1", words: "" };
        const page = await refusalOf(getReportPage(await actor(), words.kind, words.objectId));
        if (expected) expect(page, label).toMatchObject({ answered: { as: isVisitor ? "visitor" : "member" } });
        else expect(page, label).toEqual(await refusalOf(getReportPage(await actor(), words.kind, newId())));
        const before = await countRows();
        const wrong = isVisitor ? posted(reportObjectAction, form) : posted(giveNoticeAction, noticeOf(words));
        expect(["unauthenticated", "forbidden", "not_found"], label).toContain(await wrong);
        expect(await countRows(), label).toEqual(before);
        const own = isVisitor ? posted(giveNoticeAction, noticeOf(words)) : posted(reportObjectAction, form);
        expect(await own, label).toBe(expected ? "ok" : "not_found");
        if (!expected) expect(await countRows(), label).toEqual(before);
      }
  });

  it(`sees and decides where the matrix says, as ${who[column]}`, async () => {
    for (const audience of audiences)
      for (const place of places) {
        const label = `${audience}, ${place}`;
        const words = await someWords({ audience, scope: scopes[place] });
        await report(reporter, words);
        const { id: caseId } = await caseOf(words);
        const seen = await refusalOf(getCase(await actor(), caseId));
        const decision = { caseId, outcome: "hide", rule: "1", words: WORDS };
        if (decides(place)) {
          expect(seen, label).toMatchObject({ answered: { can: { decide: true } } });
          expect(await posted(decideCaseAction, decision), label).toBe("ok");
          const { hiddenAt } = await db.contribution.findUniqueOrThrow({ where: { id: words.objectId } });
          expect(hiddenAt, label).not.toBeNull();
          continue;
        }
        expect(seen, label).toEqual(await refusalOf(getCase(await actor(), newId())));
        const before = await countRows();
        expect(await posted(decideCaseAction, decision), label).toBe("not_found");
        expect(await posted(decideCaseAction, { ...decision, caseId: newId() }), label).toBe("not_found");
        expect(await countRows(), label).toEqual(before);
      }
  });

  it(`settles answers where it decides, as ${who[column]}`, async () => {
    for (const place of places) {
      const { appeal, decision } = await answeredWords(first, { scope: scopes[place] });
      const settlement = { appealId: appeal.id, outcome: "keep", words: WORDS };
      const opened = await outcomeOf(getDecision(await actor(), decision.id));
      expect(opened, place).toBe(decides(place) ? "ok" : "not_found");
      expect(await posted(settleAppealAction, settlement), place).toBe(decides(place) ? "ok" : "not_found");
    }
  });

  it(`reads and answers decisions about its own words only, as ${who[column]}`, async () => {
    if (column === "V" || column === "U") {
      const { decision } = await answeredWords(first);
      expect(await posted(appealDecisionAction, { decisionId: decision.id, words: WORDS })).toBe("not_found");
      return;
    }
    const may = rows.ownDecision.cells[column] === "o";
    const words = await someWords({ author: world.cast[column] });
    await report(reporter, words);
    const { id: caseId } = await caseOf(words);
    const decision = await db.decision.create({
      data: { id: newId(), caseId, outcome: "hide", rule: 1, words: WORDS, decidedAt: new Date() },
    });
    expect(await outcomeOf(getCase(await actor(), caseId))).toBe("not_found");
    expect(await outcomeOf(getDecision(await actor(), decision.id))).toBe(may ? "ok" : "not_found");
    const answer = { decisionId: decision.id, words: WORDS };
    expect(await posted(appealDecisionAction, answer)).toBe(may ? "ok" : "not_found");
    const { decision: foreign } = await answeredWords(first);
    expect(await posted(appealDecisionAction, { ...answer, decisionId: foreign.id })).toBe("not_found");
  });

  it(`is led to the queue only when it decides somewhere, as ${who[column]}`, async () => {
    const somewhere = places.some(decides);
    expect(await outcomeOf(getModerationDesk(await actor()))).toBe(somewhere ? "ok" : "not_found");
    expect((await findWaitingCount(await actor())) !== null).toBe(somewhere);
    if (!somewhere) return;
    const { figures } = await getModerationDesk(await actor());
    expect(figures !== null).toBe(column === "M" || column === "N");
  });
});
