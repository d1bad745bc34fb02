import { fc } from "@tests/support/properties.ts";
import { createPerson, outcomeOf, type Person } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Grant, Role } from "@/core/actor.ts";
import { covers } from "@/core/scope.ts";
import {
  confirmHandover,
  decideNomination,
  endMandate,
  giveMandate,
  nominate,
  proposeHandover,
  signHandover,
} from "@/features/mandates/index.ts";
import { canGiveMandate } from "@/features/mandates/mandate.policy.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { acting, clearMandates, prepare, REASON } from "./mandates-world.ts";

beforeAll(prepare);

const ranks: Record<Role, number> = { section_leader: 1, federation_admin: 2, moderator: 3, national_admin: 4 };
const posts: readonly Grant[] = [
  { role: "section_leader", scope: "national/63/63113" },
  { role: "section_leader", scope: "national/63/63-autres" },
  { role: "section_leader", scope: "national/03/03185" },
  { role: "federation_admin", scope: "national/63" },
  { role: "federation_admin", scope: "national/03" },
  { role: "moderator", scope: "national" },
  { role: "national_admin", scope: "national" },
];
const post = fc.constantFrom(...posts);
const grants = fc.uniqueArray(post, { maxLength: 3, selector: ({ role, scope }) => role + scope });

const actorOf = (id: string, held: readonly Grant[]): Actor => ({
  kind: "member",
  id,
  sessionId: "s",
  name: "N",
  adherent: true,
  section: { id: "63113", name: "Clermont-Ferrand", scope: "national/63/63113" },
  grants: held,
});

describe("whatever mandates people hold", () => {
  it("nobody gives more than they hold, outside their scope, or to themselves", () => {
    fc.assert(
      fc.property(grants, post, fc.constantFrom("me", "other"), (held, asked, subject) => {
        const decision = canGiveMandate(actorOf("me", held), { id: subject }, asked);
        if (!decision.allowed) return;
        expect(subject).toBe("other");
        expect(held.some(({ role, scope }) => ranks[role] > ranks[asked.role] && covers(scope, asked.scope))).toBe(
          true,
        );
        expect(asked.role).not.toBe("national_admin");
      }),
      { numRuns: 2_000 },
    );
  });
});

const who = fc.nat({ max: 4 });
const move = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("give" as const), by: who, to: who, post }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("end" as const), by: who, to: who, post }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom("nominate" as const, "agree" as const), by: who, to: who, post }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("propose" as const, "confirm" as const, "sign" as const),
      by: who,
      to: who,
      post,
    }),
  },
);
type Move = {
  kind: "give" | "end" | "nominate" | "agree" | "propose" | "confirm" | "sign";
  by: number;
  to: number;
  post: Grant;
};

const inForce = () => {
  const now = clock.now();
  return db.mandate.findMany({ where: { beginsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } });
};

async function attempt({ kind, post: { role, scope } }: Move, by: Person, to: Person): Promise<unknown> {
  const caller = await acting(by);
  const held = await db.mandate.findFirst({ where: { memberId: to.id, role, scope, endsAt: null } });
  const own = await db.mandate.findFirst({ where: { memberId: by.id, role: "section_leader", endsAt: null } });
  const open = await db.handover.findFirst({
    where: { doneAt: null, cancelledAt: null },
    orderBy: { proposedAt: "desc" },
  });
  const nomination = await db.nomination.findFirst({ where: { decidedAt: null } });
  if (kind === "give") return giveMandate(caller, { memberId: to.id, role, scope });
  if (kind === "end" && held) return endMandate(caller, { mandateId: held.id, reason: REASON });
  if (kind === "nominate") return nominate(caller, { memberId: to.id });
  if (kind === "agree" && nomination) return decideNomination(caller, { nominationId: nomination.id, answer: "oui" });
  if (kind === "propose" && own)
    return proposeHandover(caller, { mandateId: own.id, successorId: to.id, effectiveAt: clock.now() });
  if (kind === "confirm" && open) return confirmHandover(caller, { handoverId: open.id });
  if (kind === "sign" && open) return signHandover(caller, { handoverId: open.id });
  return null;
}

/** Whether this mandate may have come from this move, in the world before it. */
function isFair(
  given: Grant & { memberId: string },
  { kind }: Move,
  by: Person,
  before: readonly (Grant & { memberId: string })[],
): boolean {
  const his = before.filter(({ memberId }) => memberId === by.id);
  if (kind === "give")
    return (
      given.memberId !== by.id &&
      his.some(({ role, scope }) => ranks[role] > ranks[given.role] && covers(scope, given.scope))
    );
  if (kind === "agree") return given.memberId !== by.id && his.some(({ role }) => role === "national_admin");
  if (kind === "sign")
    return (
      given.role === "section_leader" && before.some(({ role, scope }) => role === given.role && scope === given.scope)
    );
  return false;
}

describe("whatever people try, in any order", () => {
  it("rights come only from who holds them, sections keep their owners through handovers, a national admin stays", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(grants, { minLength: 5, maxLength: 5 }),
        fc.array(move, { minLength: 8, maxLength: 20 }),
        async (held, moves) => {
          await clearMandates();
          const people: Person[] = [];
          for (const [index, mandates] of held.entries())
            people.push(
              await createPerson(`Personne ${index}`, {
                adherent: true,
                mandates:
                  index === 0
                    ? [
                        ...mandates.filter(({ role }) => role !== "national_admin"),
                        { role: "national_admin", scope: "national" },
                      ]
                    : mandates,
              }),
            );
          let before = await inForce();
          for (const one of moves) {
            const [by, to] = [people[one.by], people[one.to]];
            if (!by || !to) continue;
            const outcome = await outcomeOf(attempt(one, by, to));
            expect(outcome).not.toMatch(/fault|unexpected/);
            const after = await inForce();
            const added = after.filter(({ id }) => !before.some((old) => old.id === id));
            for (const given of added)
              expect(isFair(given, one, by, before), JSON.stringify({ one, given })).toBe(true);
            if (one.kind !== "end") {
              const places = (rows: typeof after) => new Set(rows.map(({ role, scope }) => role + scope));
              expect([...places(before)].every((place) => places(after).has(place))).toBe(true);
            }
            expect(after.some(({ role }) => role === "national_admin")).toBe(true);
            before = after;
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
