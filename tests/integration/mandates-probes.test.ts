import { type Action, probe } from "@tests/support/doors.ts";
import { type Column, columns, places, type Row, reach, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  countRows,
  createPerson,
  createWorld,
  outcomeOf,
  refusalOf,
  scopes,
  sessionOfColumn,
  suspendInTheDatabase,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { jobs } from "@/composition.ts";
import { newId } from "@/core/ids.ts";
import * as accounts from "@/features/accounts/index.ts";
import { getNationalConsole } from "@/features/mandates/console.queries.ts";
import { giveMandate } from "@/features/mandates/index.ts";
import { getManagedMember, searchManagedMembers } from "@/features/mandates/managed-member.queries.ts";
import * as mandateActions from "@/features/mandates/mandate.actions.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";

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

type Fields = Record<string, string>;
const allows = (row: Row, column: Column, place: (typeof places)[number]) => reach[row.cells[column]].includes(place);

describe.each(columns)("column %s", (column) => {
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
        await db.mandate.deleteMany({ where: { memberId: subject.id } });
      }
    });
  });

  const sections = ["own section", "neighbour section", "other section"] as const;
  const idOf = (place: (typeof sections)[number]) => scopes[place].split("/")[2] ?? "";

  const act = (may: boolean, action: Action, fields: (id: string) => Fields, id: string) =>
    probe(sessionOfColumn(world, column), { action, fields, id, may, label: who[column] });

  describe(`members and their data as ${who[column]}`, () => {
    it("finds and opens those whom the matrix says, without their address", async () => {
      const actor = await actorOfColumn(world, column);
      for (const place of sections) {
        const name = `Dora ${newId().replace(/\d/g, "x")}`;
        const subject = await createPerson(name, { section: idOf(place) });
        const may = allows(rows.managedMember, column, place);
        const seen = await refusalOf(getManagedMember(actor, subject.id));
        if (may) expect(seen, place).toHaveProperty("answered");
        else expect(seen, place).toEqual(await refusalOf(getManagedMember(actor, newId())));
        const found = await refusalOf(searchManagedMembers(actor, { membre: name }));
        const somewhere = places.some((one) => allows(rows.managedMember, column, one));
        if (somewhere) expect(JSON.stringify(found).includes(subject.id), place).toBe(may);
        else expect(found).toMatchObject({ code: "not_found" });
        const byAddress = await searchManagedMembers(actor, { membre: subject.email }).catch(() => null);
        expect(byAddress?.found.map(({ id }) => id) ?? []).toEqual(column === "N" ? [subject.id] : []);
        expect(JSON.stringify([seen, found])).not.toContain(subject.email);
      }
    });

    it("reads their contact data only where the matrix says, and then it is written down", async () => {
      const may = allows(rows.contactData, column, "national");
      const subject = await createPerson("Carine Concernée", { section: "03185" });
      const purpose = "Elle nous a écrit par courrier.";
      await act(may, mandateActions.viewContactAction, (memberId) => ({ memberId, purpose }), subject.id);
      expect(await db.contactView.count({ where: { memberId: subject.id } })).toBe(may ? 1 : 0);
      const { email } = await db.member.findUniqueOrThrow({ where: { id: subject.id } });
      expect(email).toBe(subject.email);
    });

    it("reads the log of the matrix: all of it, or one’s own acts, or none", async () => {
      const actor = await actorOfColumn(world, column);
      const cell = rows.auditLog.cells[column];
      const consoleOf = (voir: string) => refusalOf(getNationalConsole(actor, { voir }));
      if (cell === "–") {
        expect(await consoleOf("suspensions")).toMatchObject({ code: "not_found" });
        return;
      }
      const [one, two] = [await createPerson("Serge Suspendu"), await createPerson("Sabine Suspendue")];
      await suspendInTheDatabase(one.id);
      await suspendInTheDatabase(two.id);
      await db.suspension.updateMany({ where: { memberId: one.id }, data: { decidedById: actor.id } });
      const suspensions = JSON.stringify(await consoleOf("suspensions"));
      expect([suspensions.includes(one.id), suspensions.includes(two.id)]).toEqual([true, cell === "✓"]);
      const views = await consoleOf("consultations");
      const mandates = await consoleOf("responsabilites");
      expect([views, mandates].map((view) => JSON.stringify(view).includes('"tab":"suspensions"'))).toEqual(
        cell === "✓" ? [false, false] : [true, true],
      );
    });

    it("lifts the suspensions that it could have decided", async () => {
      for (const place of sections) {
        const subject = await createPerson("Sonia Suspendue", { section: idOf(place) });
        await suspendInTheDatabase(subject.id);
        await db.suspension.updateMany({
          where: { memberId: subject.id },
          data: { endsAt: new Date(Date.now() + 5e8) },
        });
        const { id } = await db.suspension.findFirstOrThrow({ where: { memberId: subject.id } });
        const fields = (suspensionId: string) => ({ suspensionId });
        await act(allows(rows.suspend, column, place), mandateActions.liftSuspensionAction, fields, id);
      }
    });
  });
});
