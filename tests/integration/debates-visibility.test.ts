import { createDebate, createPerson, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, holds, type Role, system, visitor } from "@/core/actor.ts";
import { covers } from "@/core/scope.ts";
import { contributionsLive } from "@/features/debates/debate.live.ts";
import { visibleDebatesOfMany } from "@/features/debates/debate.policy.ts";
import type { EntryView } from "@/features/debates/debate.views.ts";
import {
  contributionPublished,
  debateRoom,
  getDebatePage,
  listDebates,
  listEntriesAfter,
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
const debates: { id: string; audience: Audience; scope: string }[] = [];

beforeAll(async () => {
  withoutLimits();
  const { id } = await createPerson("Hasard");
  await db.member.update({ where: { id }, data: { id: "0000random00" } });
  for (const audience of audiences)
    for (const scope of scopes) debates.push({ id: (await createDebate(audience, scope, null)).id, audience, scope });
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

describe("who sees which debates, in random worlds", () => {
  it("lists exactly the debates whose page, log and room open", async () => {
    await fc.assert(
      fc.asyncProperty(anyone, async (actor) => {
        const expected = ours(debates.filter((debate) => maySee(actor, debate)).map(({ id }) => id));
        expect(ours((await listDebates(actor)).map(({ id }) => id))).toEqual(expected);
        for (const door of [getDebatePage, (who: Actor, id: string) => listEntriesAfter(who, id, 0), debateRoom.gate]) {
          const opened = await Promise.all(
            debates.map(async ({ id }) => ((await outcomeOf(door(actor, id))) === "ok" ? id : "")),
          );
          expect(ours(opened)).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
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
    const fact = contributionPublished({ debateId: id, audience, seq: 1, contributionId });
    const frames = await contributionsLive.frames([fact]);
    const live = Object.fromEntries(
      frames.map(({ room, data }) => [room.split(":")[2], (data as { entries: EntryView[] }).entries[0]]),
    );
    return { id, contributionId, live };
  }
  const entryOf = async (actor: Actor, id: string) => (await getDebatePage(actor, id)).pour.entries[0];
  const adherentWithout = { label: "Un·e adhérent·e", place: "Puy-de-Dôme", named: false };

  it("is named with her section to members, and unnamed to visitors, on the page, in the log and in the room", async () => {
    const author = await createPerson("Solène Discrète", { adherent: true, publicName: false });
    const reader = await actorOfMember((await createPerson("Lecteur")).id);
    const { id, live } = await read(author);
    const named = { label: "Solène Discrète", place: "Section Clermont-Ferrand", named: true };
    expect((await entryOf(reader, id))?.author).toEqual(named);
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

describe("a hidden contribution", () => {
  it("keeps its number and is served nowhere", async () => {
    const author = await createPerson("Auteur");
    const { id, contributionId } = await createDebate("open", "national", author.id);
    await db.contribution.update({ where: { id: contributionId }, data: { hiddenAt: new Date() } });
    const fact = contributionPublished({ debateId: id, audience: "open", seq: 1, contributionId });
    for (const actor of [visitor, system]) {
      expect((await getDebatePage(actor, id)).pour.entries).toEqual([]);
      const log = await listEntriesAfter(actor, id, 0);
      expect(log.entries).toEqual([{ seq: 1, hidden: true }]);
      expect(log.tallies).toEqual({});
    }
    const frames = await contributionsLive.frames([fact]);
    expect(JSON.stringify(frames)).not.toMatch(/plein|Auteur/);
  });
});

describe("a burst", () => {
  it("of more than 50 contributions in a tick says only how far the log went", async () => {
    const { id, contributionId } = await createDebate("open", "national", null);
    const burst = Array.from({ length: 51 }, (_, n) =>
      contributionPublished({ debateId: id, audience: "open", seq: n + 1, contributionId }),
    );
    const frames = await contributionsLive.frames(burst);
    expect(frames.map(({ data }) => data)).toEqual([{ upTo: 51 }, { upTo: 51 }]);
  });
});
