import { fc } from "@tests/support/properties.ts";
import { createDebate, createPerson, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, holds, type Role, system, visitor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { covers } from "@/core/scope.ts";
import { visibleDebatesOfMany } from "@/features/debates/debate.policy.ts";
import {
  catchUp,
  contributionsPublished,
  debateLiveFacts,
  debateRoom,
  type EntryView,
  followDebate,
  getDebatePage,
  getThread,
  listDebateActs,
  listDebates,
  listEntriesAfter,
  listRunningDebates,
} from "@/features/debates/index.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";

const scopes = [
  "national",
  "national/63",
  "national/6",
  "national/63/63113",
  "national/63/63-autres",
  "national/75/75111",
];
const audiences = ["open", "members", "adherents"] as const;
type Audience = (typeof audiences)[number];
type Debate = { id: string; audience: Audience; scope: string; phase: "upcoming" | "debate" | "closed" };
const debates: Debate[] = [];

beforeAll(async () => {
  withoutLimits();
  const { id } = await createPerson("Hasard");
  await db.member.update({ where: { id }, data: { id: "0000random00" } });
  for (const audience of audiences)
    for (const scope of scopes)
      for (const phase of ["upcoming", "debate", "closed"] as const)
        debates.push({ id: (await createDebate(audience, scope, null, { phase })).id, audience, scope, phase });
});

/** The law of TRUST.md section 2, said a second time and in other words. */
function maySee(actor: Actor, { audience, scope }: { audience: Audience; scope: string }): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "suspended") return false;
  if (audience === "open") return true;
  if (actor.kind === "visitor") return false;
  if (holds(actor, ["section_leader", "federation_admin", "national_admin"], scope)) return true;
  return covers(scope, actor.section.scope) && (audience === "members" || actor.adherent);
}

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
    id: "0000random00",
    sessionId: null,
    name: "Hasard",
    adherent,
    section: { id: "x", name: "x", scope },
    grants,
  }));
const suspended: Actor = {
  kind: "suspended",
  id: "0000random00",
  sessionId: null,
  name: "Hasard",
  suspension: { reason: "Règle 2.", endsAt: null },
  grants: [{ role: "national_admin", scope: "national" }],
};
const anyone = fc.oneof({ weight: 8, arbitrary: member }, fc.constantFrom<Actor>(visitor, suspended, system));
const ours = (ids: readonly string[]) => ids.filter((id) => debates.some((debate) => debate.id === id)).sort();

/** Everything that a list shows, page after page. */
async function wholeList(actor: Actor, voir: string, statut: string): Promise<string[]> {
  const found: string[] = [];
  for (let pages = 0; pages < 20; pages++) {
    const apres = found.at(-1);
    const { groups } = await listDebates(actor, { voir, statut, ...(apres && { apres }) });
    found.push(...(groups[0]?.debates ?? []).map(({ id }) => id));
    if (!groups[0]?.more) return found;
  }
  throw new Error("pages without an end");
}
const statuts = { "a-venir": "upcoming", "en-cours": "debate", clos: "closed" } as const;
const federationOf = (scope: string) => scope.split("/").slice(0, 2).join("/");
/** Which debates a choice of the list keeps, said a second time. */
const kept: Record<string, (actor: Actor, debate: Debate) => boolean> = {
  tous: () => true,
  national: (_, { scope }) => scope === "national",
  section: (actor, { scope }) => actor.kind === "member" && scope === actor.section.scope,
  federation: (actor, { scope }) => actor.kind === "member" && scope === federationOf(actor.section.scope),
  miens: () => false, // she has done nothing yet
};

describe("who sees which debates, in random worlds", () => {
  it("opens pages, logs, threads and rooms to the same, and to nobody else", { timeout: 60_000 }, async () => {
    const doors: ((who: Actor, id: string) => Promise<unknown>)[] = [
      getDebatePage,
      (who, id) => getDebatePage(who, id, { ordre: "partagees" }),
      (who, id) => getThread(who, { id, seq: 1 }),
      (who, id) => listEntriesAfter(who, id, 0),
      (who, id) => catchUp(who, { id, apres: "0" }),
      debateRoom.gate,
    ];
    await fc.assert(
      fc.asyncProperty(anyone, async (actor) => {
        const expected = ours(debates.filter((debate) => maySee(actor, debate)).map(({ id }) => id));
        for (const door of doors) {
          const opened = await Promise.all(
            debates.map(async ({ id }) => ((await outcomeOf(door(actor, id))) === "ok" ? id : "")),
          );
          expect(ours(opened)).toEqual(expected);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("lists exactly those whose page opens: in every choice and every status", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyone, async (actor) => {
        const seen = debates.filter((debate) => maySee(actor, debate));
        for (const [voir, keeps] of Object.entries(kept))
          for (const [statut, phase] of Object.entries(statuts)) {
            const expected = seen.filter((debate) => debate.phase === phase && keeps(actor, debate));
            const listed = await wholeList(actor, voir, statut);
            expect(new Set(listed).size).toBe(listed.length);
            expect(ours(listed), `${voir}, ${statut}`).toEqual(ours(expected.map(({ id }) => id)));
          }
        const running = ours(seen.filter(({ phase }) => phase === "debate").map(({ id }) => id));
        expect(ours((await listRunningDebates(actor, 1000)).map(({ id }) => id))).toEqual(running);
        const acts = (await listDebateActs(actor)).map(({ id }) => id);
        expect(acts.filter((id) => !running.includes(id))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it("lists among hers those alone that she still sees", async () => {
    const actor: Actor = {
      kind: "member",
      id: "0000random00",
      sessionId: null,
      name: "Hasard",
      adherent: true,
      section: { id: "63113", name: "Clermont-Ferrand", scope: "national/63/63113" },
      grants: [],
    };
    const seen = debates.filter((debate) => maySee(actor, debate));
    for (const { id } of seen) await followDebate({ actor }, { debateId: id });
    for (const who of [
      actor,
      { ...actor, adherent: false },
      { ...actor, section: { id: "x", name: "x", scope: "national/75/75111" } },
    ] as Actor[])
      for (const [statut, phase] of Object.entries(statuts)) {
        const expected = seen.filter((debate) => debate.phase === phase && maySee(who, debate)).map(({ id }) => id);
        expect(ours(await wholeList(who, "miens", statut))).toEqual(ours(expected));
      }
    await db.debateFollow.deleteMany({ where: { memberId: actor.id } });
  });

  it("begins a page of a list after an unseen debate as after one that does not exist", async () => {
    const unseen = debates.find((debate) => debate.phase === "debate" && !maySee(visitor, debate))?.id ?? "";
    await db.debate.update({ where: { id: unseen }, data: { closesAt: new Date(Date.now() + 1000) } }); // before all others
    const after = (apres: string) => listDebates(visitor, { statut: "en-cours", apres });
    expect(await after(unseen)).toEqual(await after("zzzzzzzzzzzz"));
  });

  it("is the same law for one member and for a batch of them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(member, { minLength: 1, maxLength: 8 }), async (actors) => {
        const { arrays, columns, law } = visibleDebatesOfMany(actors);
        const rows = await db.$queryRaw<{ n: number; id: string }[]>(sql`
          select i.n::int as n, d.id from unnest(${arrays}) with ordinality as i(${columns}, n) cross join debate d where ${law}`);
        actors.forEach((actor, index) => {
          const found = ours(rows.filter(({ n }) => n === index + 1).map(({ id }) => id));
          expect(found).toEqual(ours(debates.filter((debate) => maySee(actor, debate)).map(({ id }) => id)));
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe("who signs a contribution", () => {
  /** A debate of each audience with one contribution of hers, as this actor and as the live room's two audiences read it. */
  async function read(person: { id: string }, audience: Audience = "open") {
    const { id, contributionId } = await createDebate(audience, "national/63", person.id);
    const fact = contributionsPublished({ debateId: id, audience, from: 1, to: 1 });
    const frames = (await debateLiveFacts.find((live) => live.fact === fact.name)?.frames([fact])) ?? [];
    const live = Object.fromEntries(
      frames.map(({ room, data }) => [room.split(":")[2], (data as { entries: EntryView[] }).entries[0]]),
    );
    return { id, contributionId, live };
  }
  const entryOf = async (actor: Actor, id: string) => (await getDebatePage(actor, id)).columns.pour.entries[0];
  const adherentWithout = { label: "Un·e adhérent·e", place: "Puy-de-Dôme", named: false };

  it("is named with her section to members, and unnamed to visitors, on the page, in the log and in the room", async () => {
    const author = await createPerson("Solène Discrète", { adherent: true, publicName: false });
    const reader = await actorOfMember((await createPerson("Lecteur")).id);
    const { id, live } = await read(author);
    const named = { label: "Solène Discrète", place: "Section Clermont-Ferrand", named: true };
    // The page leads a neighbour of her section to her profile; what the whole room receives leads nobody.
    const href = paths.member({ id: author.id, name: named.label });
    expect((await entryOf(reader, id))?.author).toEqual({ ...named, href });
    expect(live.members?.author).toEqual(named);
    expect((await entryOf(visitor, id))?.author).toEqual(adherentWithout);
    expect(live.public?.author).toEqual(adherentWithout);
    const replay = await listEntriesAfter(visitor, id, 0);
    expect(JSON.stringify([replay, live.public])).not.toMatch(/Solène|Discrète|Clermont|clientId/);
    expect(JSON.stringify(replay)).not.toContain(author.id);
  });

  it("says sympathiser for a declared adhérente who is not verified", async () => {
    const { id } = await read(await createPerson("Samia", { publicName: false }));
    expect((await entryOf(visitor, id))?.author.label).toBe("Un·e sympathisant·e");
  });

  it("is named to visitors while she agrees, and no longer once she has withdrawn", async () => {
    const author = await createPerson("Basile Public", { adherent: true, publicName: true });
    const { id } = await read(author);
    expect((await entryOf(visitor, id))?.author).toEqual({ label: "Basile Public", place: "Puy-de-Dôme", named: true });
    await db.consent.updateMany({ where: { memberId: author.id }, data: { withdrawnAt: new Date(Date.now() + 1000) } });
    expect((await entryOf(visitor, id))?.author).toEqual(adherentWithout);
  });

  it("is « compte supprimé » to everyone once her account is erased", async () => {
    const author = await createPerson("Partie Loin", { publicName: true });
    const { id, contributionId } = await read(author);
    const gone = { label: "Compte supprimé", place: null, named: false };
    await db.member.update({ where: { id: author.id }, data: { erasedAt: new Date() } });
    for (const actor of [visitor, system]) expect((await entryOf(actor, id))?.author).toEqual(gone);
    await db.contribution.update({ where: { id: contributionId }, data: { authorId: null } });
    for (const actor of [visitor, system]) expect((await entryOf(actor, id))?.author).toEqual(gone);
  });

  it("sends nothing of a members' debate to the public room", async () => {
    const { live } = await read(await createPerson("Entre Nous"), "members");
    expect(Object.keys(live)).toEqual(["members"]);
  });
});

describe("a burst", () => {
  const published = debateLiveFacts.find(({ fact }) => fact === "debate.contributions-published");
  it("of more than 50 numbers in a tick says only how far the log went", async () => {
    const { id } = await createDebate("open", "national", null);
    const burst = [1, 26].map((from) =>
      contributionsPublished({ debateId: id, audience: "open", from, to: from + 25 }),
    );
    expect((await published?.frames(burst))?.map(({ data }) => data)).toEqual([{ upTo: 51 }, { upTo: 51 }]);
  });

  it("of two debates at once tells each its own", async () => {
    const [one, two] = [await createDebate("open", "national", null), await createDebate("members", "national", null)];
    const facts = [
      contributionsPublished({ debateId: one.id, audience: "open", from: 1, to: 1 }),
      contributionsPublished({ debateId: two.id, audience: "members", from: 1, to: 1 }),
    ];
    const frames = (await published?.frames(facts)) ?? [];
    const told = frames.map(({ room, data }) => `${room} ${(data as { entries: EntryView[] }).entries[0]?.id}`);
    expect(told).toEqual([
      `debate:${one.id}:members ${one.contributionId}`,
      `debate:${one.id}:public ${one.contributionId}`,
      `debate:${two.id}:members ${two.contributionId}`,
    ]);
  });
});
