import { fc } from "@tests/support/properties.ts";
import { createPerson, outcomeOf, refusalOf } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, holds, type Role, system, visitor } from "@/core/actor.ts";
import { covers } from "@/core/scope.ts";
import {
  getCase,
  getDecision,
  getModerationDesk,
  listWaitingAppeals,
  listWaitingCases,
} from "@/features/moderation/index.ts";
import { pageInput } from "@/features/moderation/moderation.schema.ts";
import { findWaitingCount } from "@/features/moderation/moderation-desk.queries.ts";
import { db } from "@/platform/db/client.ts";
import { acting, aDecider, caseOf, decide, notice, prepare, report, someWords } from "./moderation-world.ts";

const scopes = [
  "national",
  "national/63",
  "national/6",
  "national/63/63113",
  "national/63/63-autres",
  "national/75/75111",
];
const audiences = ["open", "members", "adherents"] as const;
const RANDOM = "0000random00";
type Known = {
  caseId: string;
  decisionId: string | null;
  scope: string;
  audience: (typeof audiences)[number];
  author: "somebody" | "random";
  hosted: boolean;
  state: "waiting" | "answered" | "decided";
};
const world: Known[] = [];

beforeAll(async () => {
  await prepare();
  const { id } = await createPerson("Hasard");
  await db.member.update({ where: { id }, data: { id: RANDOM } });
  const random = { ...(await createPerson("Autre")), id: RANDOM };
  const [first, reporter] = [
    await aDecider("national_admin"),
    await createPerson("Rémi", { mandates: [{ role: "national_admin", scope: "national" }] }),
  ];
  let n = 0;
  for (const scope of scopes)
    for (const audience of audiences)
      for (const hosted of [false, true]) {
        n += 1;
        const author = n % 4 === 0 ? "random" : "somebody";
        const state =
          (["waiting", "waiting", "answered", "decided"] as const)[n % 3 === 0 ? 2 + (n % 2) : 0] ?? "waiting";
        const options = { scope, audience, ...(author === "random" && { author: random }) };
        const words = await someWords(options);
        if (hosted)
          await db.debateHost.create({ data: { debateId: words.debateId, memberId: RANDOM, addedAt: new Date() } });
        await report(reporter, words);
        const { id: caseId } = await caseOf(words);
        let decisionId: string | null = null;
        if (state !== "waiting") decisionId = (await decide(first, words, "hide")).id;
        if (state === "answered" && decisionId)
          await db.appeal.create({
            data: {
              id: `appeal${caseId.slice(6)}`,
              decisionId,
              authorId: words.author.id,
              words: "Non.",
              appealedAt: new Date(),
            },
          });
        world.push({ caseId, decisionId, scope, audience, author, hosted, state });
      }
});

const roles: readonly Role[] = ["section_leader", "federation_admin", "moderator", "national_admin"];
const member: fc.Arbitrary<Actor> = fc
  .record({
    adherent: fc.boolean(),
    scope: fc.constantFrom(...scopes.filter((scope) => scope.split("/").length === 3)),
    grants: fc.array(fc.record({ role: fc.constantFrom(...roles), scope: fc.constantFrom(...scopes) }), {
      maxLength: 3,
    }),
  })
  .map(({ adherent, scope, grants }) => ({
    kind: "member",
    id: RANDOM,
    sessionId: null,
    name: "Hasard",
    adherent,
    section: { id: "x", name: "x", scope },
    grants,
  }));
const suspended: Actor = {
  kind: "suspended",
  id: RANDOM,
  sessionId: null,
  name: "Hasard",
  suspension: { reason: "Règle 2.", endsAt: null },
  grants: [{ role: "national_admin", scope: "national" }],
};
const anyone = fc.oneof({ weight: 8, arbitrary: member }, fc.constantFrom<Actor>(visitor, suspended, system));

/** The law, said a second time and in other words. */
function maySee(actor: Actor, { scope, audience, author, hosted }: Known): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind !== "member" || author === "random") return false;
  if (holds(actor, roles, scope)) return true;
  return hosted && actor.adherent && (audience === "open" || covers(scope, actor.section.scope));
}

const sorted = (ids: readonly string[]) => [...ids].sort();

/** Every page of the queue, one after the other. */
async function allWaiting(actor: Actor): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | null | undefined; next !== null; ) {
    const page = await listWaitingCases(actor, next ? pageInput.parse({ apres: next }) : null);
    ids.push(...page.cases.map(({ id }) => id));
    next = page.next;
  }
  return ids;
}

describe("who sees which cases, in random worlds", () => {
  it("lists and counts exactly the cases whose page opens", async () => {
    await fc.assert(
      fc.asyncProperty(anyone, async (actor) => {
        const mine = world.filter((known) => maySee(actor, known));
        const opened = await Promise.all(
          world.map(async ({ caseId }) => ((await outcomeOf(getCase(actor, caseId))) === "ok" ? caseId : "")),
        );
        expect(sorted(opened.filter(Boolean))).toEqual(sorted(mine.map(({ caseId }) => caseId)));
        const inState = (state: Known["state"]) =>
          sorted(mine.filter((known) => known.state === state).map(({ caseId }) => caseId));
        expect(sorted(await allWaiting(actor))).toEqual(inState("waiting"));
        expect(sorted((await listWaitingAppeals(actor)).map(({ caseId }) => caseId))).toEqual(inState("answered"));
        const count = await findWaitingCount(actor);
        if (actor.kind === "member") expect(count ?? 0).toBe(inState("waiting").length + inState("answered").length);
        else expect(count).toBeNull();
        for (const known of world.filter(({ decisionId }) => decisionId !== null)) {
          const own = actor.kind === "member" && known.author === "random";
          const page = await refusalOf(getDecision(actor, known.decisionId ?? ""));
          if (own || maySee(actor, known)) expect(page).toHaveProperty("answered.caseId", own ? null : known.caseId);
          else expect(page).toMatchObject({ code: "not_found" });
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it("lists the oldest first, a page at a time, none twice", async () => {
    for (let n = 0; n < 25; n++) await report(await createPerson("Rémi"), await someWords());
    const national = (await acting(await aDecider("national_admin"))).actor;
    const ids = await allWaiting(national);
    expect(new Set(ids).size).toBe(ids.length);
    const firsts = await Promise.all(
      ids.map(async (caseId) =>
        (await db.report.findFirstOrThrow({ where: { caseId }, orderBy: { reportedAt: "asc" } })).reportedAt.getTime(),
      ),
    );
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  });

  it.each([
    {},
    { apres: "" },
    { apres: ["1-a", "2-b"] },
    { apres: "9".repeat(400) },
    { apres: "1-'; drop" },
    { apres: { x: 1 } },
  ])("begins at the beginning when the address says %j", async (search) => {
    const desk = await getModerationDesk(system, search);
    expect(desk.first).toBe(true);
    expect(desk.cases.length).toBe(20);
  });

  it("says of reporters nothing but their number", async () => {
    const words = await someWords();
    const reporter = await createPerson("Rémi Rapporteur");
    await report(reporter, words);
    await notice(words, "vera@example.org");
    const shown = JSON.stringify([await getModerationDesk(system), await getCase(system, (await caseOf(words)).id)]);
    for (const secret of [reporter.id, reporter.email, "Rapporteur", "vera@example.org", "Vera"])
      expect(shown).not.toContain(secret);
  });
});
