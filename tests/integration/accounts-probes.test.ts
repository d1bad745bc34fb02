import { askedAs } from "@tests/support/doors.ts";
import { columns, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  createPerson,
  createWorld,
  outcomeOf,
  refusalOf,
  sessionOfColumn,
  suspendInTheDatabase,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as communesRoute } from "@/app/api/communes/route.ts";
import { jobs } from "@/composition.ts";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { codeOf } from "@/features/accounts/code.rules.ts";
import * as accounts from "@/features/accounts/index.ts";
import { eraseAccount, requestErasureCode } from "@/features/personal-data/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfMember, actorOfSession } from "@/platform/session.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

let world: World;
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  world = await createWorld();
});

describe.each(columns)("column %s", (column) => {
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
      const { outcome } = await askedAs(sessionOfColumn(world, column), () =>
        communesRoute(url, { params: Promise.resolve({}) }),
      );
      expect(outcome).toBe("ok");
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

  it("lets a suspended member read why, sign out and erase her account", async () => {
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
