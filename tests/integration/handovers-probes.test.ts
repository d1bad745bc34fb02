import { type Action, postedAs, probe } from "@tests/support/doors.ts";
import { type Column, columns, type places, type Row, reach, rows, who } from "@tests/support/matrix.ts";
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
import { jobs } from "@/composition.ts";
import { newId } from "@/core/ids.ts";
import { getHandover } from "@/features/mandates/handover.queries.ts";
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
  const posted = (action: Action, fields: Record<string, string>) =>
    postedAs(sessionOfColumn(world, column), action, formOf(fields));
  const sections = ["own section", "neighbour section", "other section"] as const;
  const idOf = (place: (typeof sections)[number]) => scopes[place].split("/")[2] ?? "";

  const act = (may: boolean, action: Action, fields: (id: string) => Fields, id: string) =>
    probe(sessionOfColumn(world, column), { action, fields, id, may, label: who[column] });

  describe(`handing over and naming national admins as ${who[column]}`, () => {
    const ofHandover = (handoverId: string) => ({ handoverId });
    /** A handover that waits in a section, between two others or with somebody of one's own. */
    async function handoverIn(
      place: (typeof sections)[number],
      more: { successorId?: string; confirmed?: boolean } = {},
    ) {
      const scope = scopes[place];
      const mandates = [{ role: "section_leader" as const, scope }];
      const holder = await createPerson("Hélène Sortante", { section: idOf(place), adherent: true, mandates });
      const next = await createPerson("Sacha Suivante", { section: idOf(place), adherent: true });
      const mandate = await db.mandate.findFirstOrThrow({ where: { memberId: holder.id } });
      const [id, now] = [newId(), new Date()];
      await db.handover.create({
        data: {
          ...{ id, mandateId: mandate.id, holderId: holder.id, successorId: more.successorId ?? next.id },
          ...{ scope, role: "section_leader", effectiveAt: new Date(Date.now() + 1e9), proposedAt: now },
          ...(more.confirmed && { confirmedAt: now }),
        },
      });
      return { id, mandateId: mandate.id, next };
    }

    it("names one’s own successor alone", async () => {
      for (const place of sections) {
        const { mandateId, next } = await handoverIn(place);
        const effectiveAt = new Date(Date.now() + 1e9).toISOString();
        const before = await countRows();
        const fields = { mandateId, successorId: next.id, effectiveAt };
        expect(await posted(mandateActions.proposeHandoverAction, fields), "another’s mandate").toBe("not_found");
        expect(await countRows()).toEqual(before);
        const actor = await actorOfColumn(world, column);
        const own = actor.id && (await db.mandate.findFirst({ where: { memberId: actor.id, scope: scopes[place] } }));
        const may = allows(rows.nameSuccessor, column, place);
        expect(Boolean(own && own.role === "section_leader"), place).toBe(may);
        if (!own) continue;
        expect(await posted(mandateActions.proposeHandoverAction, { ...fields, mandateId: own.id }), place).toBe("ok");
        await db.handover.deleteMany({ where: { mandateId: own.id } });
      }
    });

    it("reads, confirms and cancels where the matrix says; elsewhere it is absent", async () => {
      const actor = await actorOfColumn(world, column);
      for (const place of sections) {
        const { id } = await handoverIn(place);
        const sees = allows(rows.handover, column, place);
        const seen = await refusalOf(getHandover(actor, id));
        if (sees) expect(seen, place).toHaveProperty("answered");
        else expect(seen, place).toEqual(await refusalOf(getHandover(actor, newId())));
        // The national level decides where the federation has nobody: F is there for the other one.
        const decides = allows(rows.confirmHandover, column, place) && !(column === "N" && place === "other section");
        for (const action of [mandateActions.signHandoverAction, mandateActions.confirmHandoverAction]) {
          const confirms = decides && action === mandateActions.confirmHandoverAction;
          if (confirms || !sees) await act(confirms, action, ofHandover, id);
          else expect(await posted(action, { handoverId: id }), place).toBe("forbidden");
        }
        if (decides || !sees) await act(decides, mandateActions.cancelHandoverAction, ofHandover, id);
        await db.handover.deleteMany({ where: { id } });
      }
    });

    it("signs as who comes after, when she is an adherent", async () => {
      const { id: me } = await actorOfColumn(world, column);
      if (!me) return;
      const { id } = await handoverIn("own section", { successorId: me, confirmed: true });
      const may = rows.handover.cells[column] !== "–";
      expect(await outcomeOf(getHandover(await actorOfColumn(world, column), id))).toBe(may ? "ok" : "not_found");
      const signed = await posted(mandateActions.signHandoverAction, { handoverId: id });
      expect(signed).toBe(!may ? "not_found" : column === "S" ? "conflict" : "ok");
      await db.handover.deleteMany({ where: { id } });
    });

    it("nominates national admins and agrees for a second one, where the matrix says", async () => {
      const may = allows(rows.nomination, column, "national");
      const subject = await createPerson("Nora Nommée", { section: "03185" });
      await act(may, mandateActions.nominateAction, (memberId) => ({ memberId }), subject.id);
      const mandates = [{ role: "national_admin" as const, scope: "national" }];
      const first = await createPerson("Nils National", { mandates });
      const other = await createPerson("Nina Nommée");
      const row = { id: newId(), memberId: other.id, role: "national_admin", scope: "national" } as const;
      await db.nomination.create({ data: { ...row, nominatedById: first.id, nominatedAt: new Date() } });
      const fields = (nominationId: string) => ({ nominationId, answer: "oui" });
      await act(may, mandateActions.decideNominationAction, fields, row.id);
      expect(await db.mandate.count({ where: { memberId: other.id } })).toBe(may ? 1 : 0);
      if (may) {
        const own = await db.nomination.findFirstOrThrow({ where: { memberId: subject.id } });
        expect(await posted(mandateActions.decideNominationAction, fields(own.id)), "alone").toBe("forbidden");
      }
      await db.nomination.deleteMany({ where: { decidedAt: null } });
      await db.mandate.deleteMany({ where: { memberId: { in: [first.id, other.id] } } });
    });

    it("ends the mandates that it could give, and one’s own", async () => {
      const asked = [
        { role: "section_leader", scope: scopes["own section"], by: [] },
        { role: "section_leader", scope: scopes["other section"], by: ["F"] },
        { role: "federation_admin", scope: scopes["own federation"], by: ["N"] },
        { role: "moderator", scope: "national", by: ["N"] },
        { role: "national_admin", scope: "national", by: [] },
      ] as const;
      for (const { role, scope, by } of asked) {
        const subject = await createPerson("Camille Concerné·e", { section: "03185", mandates: [{ role, scope }] });
        const { id } = await db.mandate.findFirstOrThrow({ where: { memberId: subject.id } });
        const outcome = await posted(mandateActions.endMandateAction, { mandateId: id, reason: "Elle déménage." });
        if ((by as readonly string[]).includes(column)) expect(outcome, `${role} ${scope}`).toBe("ok");
        else expect(["not_found", "forbidden"], `${role} ${scope}: ${outcome}`).toContain(outcome);
        const { endsAt } = await db.mandate.findUniqueOrThrow({ where: { id } });
        expect(endsAt === null, `${role} ${scope}`).toBe(outcome !== "ok");
        await db.mandate.deleteMany({ where: { memberId: subject.id } });
      }
    });
  });
});
