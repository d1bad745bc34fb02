import { randomUUID } from "node:crypto";
import { startLive } from "@tests/support/live-server.ts";
import { type Audience, type Column, columns, places, type Row, reach, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  countRows,
  createDebate,
  createPerson,
  createWorld,
  formOf,
  inBrowser,
  outcomeOf,
  refusalOf,
  scopes,
  sessionOfColumn,
  suspendInTheDatabase,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as communesRoute } from "@/app/api/communes/route.ts";
import { GET as catchUpRoute } from "@/app/api/debats/[id]/suite/route.ts";
import { POST as contributeRoute } from "@/app/api/debats/contribuer/route.ts";
import { POST as voteRoute } from "@/app/api/debats/voter/route.ts";
import { jobs } from "@/composition.ts";
import { visitor } from "@/core/actor.ts";
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
import { giveMandate } from "@/features/mandates/index.ts";
import { eraseAccount, requestErasureCode } from "@/features/personal-data/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfMember, actorOfSession } from "@/platform/session.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("404");
  },
  redirect: (to: string) => {
    throw Object.assign(new Error("redirect"), { to });
  },
}));

let world: World;
let live: Awaited<ReturnType<typeof startLive>>;
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

const rowOf: Record<Audience, { read: Row; act: Row }> = {
  open: { read: rows.openRead, act: rows.openAct },
  members: { read: rows.members, act: rows.members },
  adherents: { read: rows.adherents, act: rows.adherents },
};
const allows = (row: Row, column: Column, place: (typeof places)[number]) => reach[row.cells[column]].includes(place);

/** Runs a JSON route as a browser of this column; answers its `value`, or its error's code. */
async function overHttp(column: Column, run: () => Promise<Response>) {
  const response = await inBrowser(sessionOfColumn(world, column), run);
  const body = (await response.json()) as { value?: unknown; error?: { code: string } };
  return { outcome: body.error?.code ?? "ok", ...body };
}

const post = (body: unknown) =>
  new NextRequest("http://localhost/api", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
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
    const contribution = (debateId: string) => ({
      debateId,
      clientId: randomUUID(),
      side: "contre",
      body: "Un argument qui mérite d’être lu.",
    });
    const acts: Record<string, (debate: { id: string; contributionId: string }) => Promise<string>> = {
      "the contribution form": async ({ id }) => {
        const answer = await inBrowser(sessionOfColumn(world, column), () =>
          contributeAction({}, formOf(contribution(id))),
        );
        return answer.error?.code ?? "ok";
      },
      "the contribution URL": async ({ id }) =>
        (await overHttp(column, () => contributeRoute(post(contribution(id))))).outcome,
      "the live contribution": ({ id }) => called("debate.contribute", contribution(id)),
      "the vote form": async ({ contributionId }) => {
        const form = formOf({ vote: `disagree.${contributionId}` });
        return (await inBrowser(sessionOfColumn(world, column), () => voteAction({}, form))).error?.code ?? "ok";
      },
      "the vote URL": async ({ contributionId }) =>
        (await overHttp(column, () => voteRoute(post({ contributionId, value: "agree" })))).outcome,
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
    type Action = (state: object, form: FormData) => Promise<{ error?: { code: string } }>;
    async function posted(action: Action, fields: Record<string, string>): Promise<string> {
      try {
        const answer = await inBrowser(sessionOfColumn(world, column), () => action({}, formOf(fields)));
        return answer.error?.code ?? "ok";
      } catch (error) {
        return (error as { to?: string }).to ? "ok" : String(error); // sent on to the page
      }
    }

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
  });

  describe(`accounts as ${who[column]}`, () => {
    it("reads one’s own e-mail and sessions and nobody else’s", async () => {
      const actor = await actorOfColumn(world, column);
      const mine = rows.privateData.cells[column] === "o";
      const account = await refusalOf(accounts.getMyAccount(actor));
      const sessions = await refusalOf(accounts.listMySessions(actor));
      if (!mine || column === "V" || column === "U" || column === "suspended") {
        expect(account).toMatchObject({ code: "not_found" });
        expect(sessions).toMatchObject({ code: "not_found" });
        expect(await refusalOf(accounts.getPublicNameAnswer(actor))).toMatchObject({ code: "not_found" });
        return;
      }
      const own = world.cast[column];
      expect(account).toMatchObject({ answered: { email: own.email, name: own.name } });
      expect(sessions).toMatchObject({ answered: [{ id: own.session, current: true }] });
    });

    it("ends one’s own sessions only; another’s is absent", async () => {
      const actor = await actorOfColumn(world, column);
      const end = (sessionId: string) => outcomeOf(accounts.revokeSession({ actor }, { sessionId }));
      const signedOut = column === "V" || column === "U";
      const stranger = await createPerson("Une Autre");
      for (const foreign of [stranger.session, newId()])
        expect(await end(foreign)).toBe(signedOut ? "unauthenticated" : "not_found");
      const others = await outcomeOf(accounts.revokeOtherSessions({ actor }, {}));
      expect(others).toBe(signedOut ? "unauthenticated" : column === "suspended" ? "forbidden" : "ok");
      const untouched = await db.session.count({ where: { memberId: stranger.id, revokedAt: null } });
      expect(untouched).toBe(1);
    });

    it("changes one’s own settings when they are open to it", async () => {
      const actor = await actorOfColumn(world, column);
      const expected =
        rows.ownSessions.cells[column] === "o" ? "ok" : column === "suspended" ? "forbidden" : "unauthenticated";
      expect(await outcomeOf(accounts.answerPublicName({ actor }, { answer: "non" }))).toBe(expected);
      expect(await outcomeOf(accounts.requestEmailChange({ actor }, { email: `${newId()}@example.org` }))).toBe(
        expected,
      );
      expect(await outcomeOf(accounts.setPassword({ actor }, { password: "un mot de passe très personnel" }))).toBe(
        expected,
      );
    });

    it("erases one’s own account, with a code of one’s own", async () => {
      const actor = await actorOfColumn(world, column);
      const may = rows.erase.cells[column] === "o";
      const asked = await refusalOf(requestErasureCode({ actor }, {}));
      if (!may) {
        expect(asked).toMatchObject({ code: "unauthenticated" });
        return;
      }
      // Somebody else's code does not prove who erases.
      const stranger = await createPerson("Une Autre");
      const theirs = await requestErasureCode({ actor: await actorOfMember(stranger.id) }, {});
      const wrong = { ...theirs, code: codeOf(theirs.codeId) };
      expect(await outcomeOf(eraseAccount({ actor }, wrong))).toBe("invalid");
      expect(await db.member.count({ where: { erasedAt: { not: null } } })).toBe(0);
    });

    it("uses the command line’s commands not at all", async () => {
      const actor = await actorOfColumn(world, column);
      const input = { email: `${newId()}@example.org`, name: "Intruse", communeCode: "63113" };
      expect(await outcomeOf(accounts.createAdmin({ actor }, input))).toBe("not_found");
    });

    it("searches communes like everybody", async () => {
      const url = new NextRequest("http://localhost/api/communes?q=clermont");
      const { outcome } = await overHttp(column, () => communesRoute(url, { params: Promise.resolve({}) }));
      expect(outcome).toBe("ok");
    });
  });

  describe(`responsibilities as ${who[column]}`, () => {
    const DAY = 24 * 3_600_000;
    const inDays = (days: number) => new Date(Date.now() + days * DAY - 60_000);
    const refused = ["not_found", "forbidden", "unauthenticated"];
    /** Runs it for a fresh member of each place; `allowed` says where it must pass. */
    async function inEachSection(
      allowed: (place: (typeof places)[number]) => boolean,
      run: (memberId: string) => Promise<unknown>,
    ) {
      for (const place of ["own section", "neighbour section", "other section"] as const) {
        const subject = await createPerson("Camille Concerné·e", { section: scopes[place].split("/")[2] ?? "" });
        const before = await countRows();
        const outcome = await outcomeOf(run(subject.id));
        if (allowed(place)) expect(outcome, place).toBe("ok");
        else {
          expect(refused, `${place}: ${outcome}`).toContain(outcome);
          expect(await countRows(), place).toEqual(before);
        }
      }
    }

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
        else expect(refused, `${place}: ${outcome}`).toContain(outcome);
      }
      await db.debate.deleteMany({ where: { question: "Faut-il ouvrir ce débat ?" } });
    });

    it("suspends whom, and as long as, the matrix says", async () => {
      const actor = await actorOfColumn(world, column);
      const longest = { F: 7, M: 30, N: Number.POSITIVE_INFINITY }[column as string] ?? 0;
      for (const [days, endsAt] of [
        [7, inDays(7)],
        [30, inDays(30)],
        [Number.POSITIVE_INFINITY, undefined],
      ] as const)
        await inEachSection(
          (place) => days <= longest && allows(rows.suspend, column, place),
          (memberId) =>
            accounts.suspendMember({ actor }, { memberId, reason: "Propos contraires à la règle 2.", endsAt } as never),
        );
    });

    it("suspends nobody above, nor oneself", async () => {
      const actor = await actorOfColumn(world, column);
      const above = await createPerson("Nadège Nationale", {
        section: "03185",
        mandates: [{ role: "national_admin", scope: "national" }],
      });
      for (const memberId of [above.id, actor.id ?? above.id]) {
        const input = { memberId, reason: "Par vengeance.", endsAt: inDays(1) };
        expect(refused).toContain(await outcomeOf(accounts.suspendMember({ actor }, input as never)));
      }
      await db.mandate.deleteMany({ where: { memberId: above.id } });
    });

    it("verifies adherents where the matrix says, never oneself", async () => {
      const actor = await actorOfColumn(world, column);
      await inEachSection(
        (place) => allows(rows.verify, column, place),
        (memberId) => accounts.verifyAdherent({ actor }, { memberId }),
      );
      if (actor.id)
        expect(refused).toContain(await outcomeOf(accounts.verifyAdherent({ actor }, { memberId: actor.id })));
    });

    it("gives the mandates that the matrix says, never more, never to oneself", async () => {
      const actor = await actorOfColumn(world, column);
      const asked = [
        { role: "section_leader", scope: scopes["own section"], by: [] },
        { role: "section_leader", scope: scopes["neighbour section"], by: [] },
        { role: "section_leader", scope: scopes["other section"], by: ["F"] },
        { role: "federation_admin", scope: scopes["own federation"], by: ["N"] },
        { role: "federation_admin", scope: scopes["other federation"], by: ["N"] },
        { role: "moderator", scope: "national", by: ["N"] },
        { role: "national_admin", scope: "national", by: [] }, // needs a second national admin
      ] as const;
      for (const { role, scope, by } of asked) {
        const subject = await createPerson("Camille Concerné·e", { section: "03185" });
        const outcome = await outcomeOf(giveMandate({ actor }, { memberId: subject.id, role, scope }));
        if ((by as readonly string[]).includes(column)) expect(outcome, `${role} ${scope}`).toBe("ok");
        else expect(refused, `${role} ${scope}: ${outcome}`).toContain(outcome);
        if (actor.id) {
          const toOneself = giveMandate({ actor }, { memberId: actor.id, role, scope });
          expect(refused, `${role} to oneself`).toContain(await outcomeOf(toOneself));
        }
      }
    });
  });
});

describe("those who are in between", () => {
  it("gives somebody whose e-mail is not confirmed no account and no session", async () => {
    const email = `${newId()}@example.org`;
    const actor = await actorOfColumn(world, "U");
    const input = {
      name: "Inès",
      email,
      communeCode: "63113",
      claim: "adherent",
      birthYear: "1990",
      consent: "oui",
    } as const;
    const asked = await accounts.requestSignUp({ actor }, input);
    expect(await db.member.count({ where: { email } })).toBe(0);
    expect(await actorOfSession(asked.codeId)).toEqual(visitor);
  });

  it("lets a suspended member read why, sign out and erase her account; not open a socket", async () => {
    await expect(live.open(world.cast.suspended.session)).rejects.toThrow();
    const person = await createPerson("Sylvie Suspendue");
    await suspendInTheDatabase(person.id);
    const actor = await actorOfSession(person.session);
    expect(actor).toMatchObject({ kind: "suspended", suspension: { reason: "Règle 2." }, grants: [] });
    const asked = await requestErasureCode({ actor }, {});
    await accounts.signOut({ actor }, {});
    expect(await actorOfSession(person.session)).toEqual(visitor);
    await eraseAccount({ actor }, { ...asked, code: codeOf(asked.codeId) });
    expect((await db.member.findUniqueOrThrow({ where: { id: person.id } })).erasedAt).not.toBeNull();
  });

  it("leaves a suspended holder of a mandate none of its rights, and gives them back afterwards", async () => {
    const mandates = [{ role: "federation_admin" as const, scope: "national/03" }];
    const admin = await createPerson("Félicie Fédérale", { mandates });
    await suspendInTheDatabase(admin.id);
    expect((await actorOfMember(admin.id)).grants).toEqual([]);
    await db.suspension.updateMany({ where: { memberId: admin.id }, data: { liftedAt: new Date() } });
    expect((await actorOfMember(admin.id)).grants).toEqual(mandates);
    await db.mandate.updateMany({
      where: { memberId: admin.id },
      data: { beginsAt: new Date(0), endsAt: new Date(1) },
    });
    expect((await actorOfMember(admin.id)).grants).toEqual([]);
  });
});

describe("what the words of every door carry", () => {
  /** Everything that a column is told, in one text. */
  async function everything(column: Column): Promise<string> {
    const actor = await actorOfColumn(world, column);
    const told: unknown[] = [await debates.listDebates(actor), await debates.listRunningDebates(actor, 100)];
    if (actor.kind === "member") told.push(await getMemberHome(actor));
    for (const { id } of world.debates) for (const read of Object.values(readings)) told.push(await read(column, id));
    told.push(screens[column]?.frames);
    return JSON.stringify(told);
  }

  it("is nobody’s e-mail address and nobody’s identifier but one’s own", async () => {
    const people = await db.member.findMany({ select: { id: true, email: true } });
    for (const column of columns) {
      const told = await everything(column);
      const own = (await actorOfColumn(world, column)).id;
      const leaked = people.filter(({ id, email }) => told.includes(email) || (id !== own && told.includes(id)));
      expect(leaked, who[column]).toEqual([]);
    }
  });

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
