import { randomUUID } from "node:crypto";
import { type Action, askedAs, jsonPost, postedAs } from "@tests/support/doors.ts";
import { startLive } from "@tests/support/live-server.ts";
import { type Audience, type Column, columns, places, type Row, reach, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  countRows,
  createDebate,
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
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as catchUpRoute } from "@/app/api/debats/[id]/suite/route.ts";
import { POST as contributeRoute } from "@/app/api/debats/contribuer/route.ts";
import { POST as voteRoute } from "@/app/api/debats/voter/route.ts";
import { jobs } from "@/composition.ts";
import { newId } from "@/core/ids.ts";
import { codeOf } from "@/features/accounts/code.rules.ts";
import * as accounts from "@/features/accounts/index.ts";
import {
  contributeAction,
  editContributionAction,
  followDebateAction,
  unfollowDebateAction,
  voteAction,
} from "@/features/debates/debate.actions.ts";
import * as debates from "@/features/debates/index.ts";
import { getMemberHome } from "@/features/home/index.ts";
import { eraseAccount, requestErasureCode } from "@/features/personal-data/index.ts";
import { getProfile } from "@/features/profiles/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfMember } from "@/platform/session.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

let live: Awaited<ReturnType<typeof startLive>>;
let world: World;
type Screen = Awaited<ReturnType<typeof live.open>>;
/** A socket for each column; none for the suspended member, whose handshake is refused. */
const screens: Partial<Record<Column, Screen>> = {};

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  world = await createWorld();
  live = await startLive();
  for (const column of columns) {
    const screen = await live.open(sessionOfColumn(world, column)).catch(() => undefined);
    if (screen) screens[column] = screen;
  }
});
afterAll(() => live.close());

/** Takes away a debate that only one test needed. */
async function forget(id: string): Promise<void> {
  await db.contribution.deleteMany({ where: { debateId: id } });
  await db.debate.delete({ where: { id } });
}

const REFUSALS = ["not_found", "forbidden", "unauthenticated"];
const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000 - 60_000);
const rowOf: Record<Audience, { read: Row; act: Row }> = {
  open: { read: rows.openRead, act: rows.openAct },
  members: { read: rows.members, act: rows.members },
  adherents: { read: rows.adherents, act: rows.adherents },
};
const allows = (row: Row, column: Column, place: (typeof places)[number]) => reach[row.cells[column]].includes(place);

/** Runs a JSON route as a browser of this column. */
const overHttp = (column: Column, run: () => Promise<Response>) => askedAs(sessionOfColumn(world, column), run);
const catchUpOver = (column: Column, id: string) =>
  overHttp(column, () =>
    catchUpRoute(new NextRequest(`http://localhost/api/debats/${id}/suite?apres=0`), {
      params: Promise.resolve({ id }),
    }),
  );

/** Every door that reads a debate: what it shows, or how it refuses. */
const readings: Record<string, (column: Column, id: string) => Promise<unknown>> = {
  "its page": async (column, id) => refusalOf(debates.getDebatePage(await actorOfColumn(world, column), id)),
  "its page in another order": async (column, id) =>
    refusalOf(debates.getDebatePage(await actorOfColumn(world, column), id, { ordre: "partagees" })),
  "the page of a contribution": async (column, id) =>
    refusalOf(debates.getThread(await actorOfColumn(world, column), { id, seq: 1 })),
  "the catch-up query": async (column, id) =>
    refusalOf(debates.listEntriesAfter(await actorOfColumn(world, column), id, 0)),
  "the catch-up URL": async (column, id) => {
    const { value, error } = await catchUpOver(column, id);
    return error ?? { answered: value };
  },
  "the gate of its live room": async (column, id) =>
    refusalOf(debates.debateRoom.gate(await actorOfColumn(world, column), id)),
  "its live room": async (column, id) => {
    const answer = await screens[column]?.ask("join", { room: "debate", id });
    return answer ? (answer.error ?? { answered: answer.value }) : noSocket;
  },
};
/** A suspended member's handshake is refused: every room is as absent as the others. */
const noSocket = { code: "not_found" };

describe.each(columns)("column %s", (column) => {
  describe(`reading debates as ${who[column]}`, () => {
    it.each(["open", "members", "adherents"] as const)(
      "shows the %s ones of the matrix, through every door",
      async (audience) => {
        for (const debate of world.debates.filter((one) => one.audience === audience)) {
          const expected = allows(rowOf[audience].read, column, debate.place);
          for (const [door, read] of Object.entries(readings)) {
            const seen = await read(column, debate.id);
            const label = `${audience} debate, ${debate.place}, through ${door}`;
            if (expected) {
              expect(seen, label).toHaveProperty("answered");
              continue;
            }
            expect(seen, label).toMatchObject({ code: "not_found" });
            expect(seen, label).toEqual(await read(column, newId())); // hidden is absent, to the letter
          }
        }
      },
    );

    it("lists exactly what each page would show", async () => {
      const actor = await actorOfColumn(world, column);
      const readable = world.debates
        .filter(({ audience, place }) => allows(rowOf[audience].read, column, place))
        .map(({ id }) => id)
        .sort();
      const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
      const { groups } = await debates.listDebates(actor, { statut: "en-cours" });
      expect(groups.map(({ more }) => more)).toEqual([false]);
      expect(ids(groups.flatMap((group) => group.debates))).toEqual(readable);
      expect(ids(await debates.listRunningDebates(actor, 1000))).toEqual(readable);
      const acts = await debates.listDebateActs(actor);
      expect(acts.filter(({ id }) => !readable.includes(id))).toEqual([]);
      if (actor.kind === "member")
        for (const { href } of (await getMemberHome(actor)).acts) expect(readable).toContain(href.slice(8, 20));
    });
  });

  describe(`taking part in debates as ${who[column]}`, () => {
    const refusal =
      column === "V" || column === "U" ? "unauthenticated" : column === "suspended" ? "forbidden" : "not_found";
    const posted = (action: Action, fields: Record<string, string>) =>
      postedAs(sessionOfColumn(world, column), action, formOf(fields));
    const contribution = (debateId: string) => ({
      debateId,
      clientId: randomUUID(),
      side: "contre",
      body: "Un argument qui mérite d’être lu.",
    });
    const acts: Record<string, (debate: { id: string; contributionId: string }) => Promise<string>> = {
      "the contribution form": ({ id }) => posted(contributeAction, contribution(id)),
      "the contribution URL": async ({ id }) =>
        (await overHttp(column, () => contributeRoute(jsonPost(contribution(id))))).outcome,
      "the live contribution": ({ id }) => called("debate.contribute", contribution(id)),
      "the vote form": ({ contributionId }) => posted(voteAction, { vote: `disagree.${contributionId}` }),
      "the vote URL": async ({ contributionId }) =>
        (await overHttp(column, () => voteRoute(jsonPost({ contributionId, value: "agree" })))).outcome,
      "the live vote": ({ contributionId }) => called("debate.vote", { contributionId, value: "pass" }),
    };
    async function called(name: string, input: unknown): Promise<string> {
      const answer = await screens[column]?.ask("call", { name, input });
      return answer ? (answer.error?.code ?? "ok") : "forbidden"; // a suspended member has no socket at all
    }

    it.each(["open", "members", "adherents"] as const)(
      "allows it in the %s ones of the matrix, through every door",
      async (audience) => {
        for (const debate of world.debates.filter((one) => one.audience === audience)) {
          const expected = allows(rowOf[audience].act, column, debate.place) ? "ok" : refusal;
          for (const [door, act] of Object.entries(acts)) {
            const before = expected === "ok" ? null : await countRows();
            const label = `${audience} debate, ${debate.place}, through ${door}`;
            expect(await act(debate), label).toBe(expected);
            if (before) expect(await countRows(), label).toEqual(before);
            if (expected !== "ok")
              expect(await act({ id: newId(), contributionId: newId() }), `absent, through ${door}`).toBe(expected);
          }
        }
      },
    );

    /** Doors of commands that look first: what she cannot see is absent, whoever she is. */
    const looking: Record<string, (debate: { id: string; contributionId: string }) => Promise<string>> = {
      "the follow form": ({ id }) => posted(followDebateAction, { debateId: id }),
      "the unfollow form": ({ id }) => posted(unfollowDebateAction, { debateId: id }),
      "the edit form": ({ contributionId }) =>
        posted(editContributionAction, { contributionId, body: "Des mots mieux choisis que les premiers." }),
    };
    it.each(["open", "members", "adherents"] as const)(
      "follows and edits her own words in the %s ones of the matrix, and nobody else’s words anywhere",
      async (audience) => {
        const { id: me } = await actorOfColumn(world, column);
        for (const place of places) {
          const own = await createDebate(audience, scopes[place], me);
          const theirs = await createDebate(audience, scopes[place], world.neverNamed.id);
          const may = allows(rowOf[audience].act, column, place);
          const reads = allows(rowOf[audience].read, column, place);
          const expected = may ? "ok" : reads ? refusal : "not_found";
          for (const [door, act] of Object.entries(looking)) {
            const before = may ? null : await countRows();
            expect(await act(own), `${audience}, ${place}, through ${door}`).toBe(expected);
            if (before) expect(await countRows(), `${audience}, ${place}, through ${door}`).toEqual(before);
          }
          const edit = looking["the edit form"]?.(theirs);
          expect(await edit, `another’s words, ${audience}, ${place}`).toBe(may ? "forbidden" : expected);
          await db.debateChange.deleteMany({ where: { debateId: own.id } });
          await forget(own.id);
          await forget(theirs.id);
        }
      },
    );

    it("offers in the page exactly what the commands allow", async () => {
      const actor = await actorOfColumn(world, column);
      for (const { id, audience, place } of world.debates) {
        if (!allows(rowOf[audience].read, column, place)) continue;
        const may = allows(rowOf[audience].act, column, place);
        const run = allows(rows.runDebate, column, place);
        expect((await debates.getDebatePage(actor, id)).can).toEqual({ takePart: may, run });
        expect((await debates.getThread(actor, { id, seq: 1 })).can).toEqual({ takePart: may, run });
      }
    });

    it("never lets it into what is hidden by moderation", async () => {
      const { id, contributionId } = await createDebate("open", "national", world.neverNamed.id);
      await db.contribution.update({ where: { id: contributionId }, data: { hiddenAt: new Date() } });
      const expected = column === "V" || column === "U" || column === "suspended" ? refusal : "not_found";
      const vote = debates.castVote({ actor: await actorOfColumn(world, column) }, { contributionId, value: "agree" });
      expect(await outcomeOf(vote)).toBe(expected);
      await forget(id);
    });

    it("opens debates where the matrix says", async () => {
      const actor = await actorOfColumn(world, column);
      for (const place of places) {
        const input = {
          question: "Faut-il ouvrir ce débat ?",
          framing: "",
          scope: scopes[place],
          audience: "members",
          opensAt: inDays(-1),
          closesAt: inDays(2),
        } as const;
        const outcome = await outcomeOf(debates.openDebate({ actor }, input as never));
        if (allows(rows.openDebate, column, place)) expect(outcome, place).toBe("ok");
        else expect(REFUSALS, `${place}: ${outcome}`).toContain(outcome);
      }
      await db.debate.deleteMany({ where: { question: "Faut-il ouvrir ce débat ?" } });
    });
  });
});

it("opens no socket for a suspended member", async () => {
  await expect(live.open(world.cast.suspended.session)).rejects.toThrow();
});

describe("what the words of every door carry", () => {
  /** Everything of debates that a column is told, in one text. */
  async function everything(column: Column): Promise<string> {
    const actor = await actorOfColumn(world, column);
    const told: unknown[] = [await debates.listDebates(actor), await debates.listRunningDebates(actor, 100)];
    for (const { id } of world.debates) for (const read of Object.values(readings)) told.push(await read(column, id));
    told.push(screens[column]?.frames);
    return JSON.stringify(told);
  }

  it.each(columns)(
    "is, for %s, nobody’s e-mail address, and the identifier of those alone whose card opens",
    async (column) => {
      const people = await db.member.findMany({ select: { id: true, email: true } });
      const actor = await actorOfColumn(world, column);
      const home = actor.kind === "member" ? JSON.stringify(await getMemberHome(actor)) : "";
      const told = home + (await everything(column));
      expect(people.filter(({ email }) => told.includes(email))).toEqual([]);
      for (const { id } of people) if (told.includes(id)) expect(await outcomeOf(getProfile(actor, id))).toBe("ok");
      if (column !== "B") return;
      expect(told).toContain(world.neverNamed.name); // the words of who blocked her stay before her, with the name
      expect(told).not.toContain(world.neverNamed.id);
    },
  );

  it("shows visitors the names of those alone who agreed, and no client id", async () => {
    const { id } = await createDebate("open", "national", world.named.id);
    world.debates.push({ id, audience: "open", place: "national", contributionId: newId() });
    const told = await everything("V");
    world.debates.pop();
    await forget(id);
    const names = [world.neverNamed, ...Object.values(world.cast)].map(({ name }) => name);
    expect(names.filter((name) => told.includes(name))).toEqual([]);
    expect(told.includes(world.named.name)).toBe(true);
    expect(told.includes("clientId")).toBe(false);
    // Her federation, never her section: that would single her out.
    const signedFrom = new Set([...told.matchAll(/"author":\{[^}]*"place":"([^"]*)"/g)].map(([, place]) => place));
    expect([...signedFrom]).toEqual(["Puy-de-Dôme"]);
  });

  it("forgets a name as soon as the consent is withdrawn or the account erased", async () => {
    const person = await createPerson("Gaspard Revenant", { publicName: true });
    const { id } = await createDebate("open", "national", person.id);
    const shows = async (column: Column) =>
      JSON.stringify(await debates.getDebatePage(await actorOfColumn(world, column), id)).includes("Gaspard");
    expect(await shows("V")).toBe(true);
    await accounts.answerPublicName({ actor: await actorOfMember(person.id) }, { answer: "non" });
    expect(await shows("V")).toBe(false);
    expect(await shows("S")).toBe(true);
    const actor = await actorOfMember(person.id);
    const asked = await requestErasureCode({ actor }, {});
    await eraseAccount({ actor }, { ...asked, code: codeOf(asked.codeId) });
    expect(await shows("S")).toBe(false);
    await forget(id);
  });
});
