import { type Action, postedAs } from "@tests/support/doors.ts";
import { createEvent } from "@tests/support/events-world.ts";
import { type Column, columns, type Place, places, reach, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  countRows,
  createWorld,
  formOf,
  inBrowser,
  outcomeOf,
  refusalOf,
  scopes,
  sessionOfColumn,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/api/evenements/[id]/couverture/route.ts";
import { jobs } from "@/composition.ts";
import { newId } from "@/core/ids.ts";
import * as actions from "@/features/events/event.actions.ts";
import { getEvent, getEventToEdit, listProposals } from "@/features/events/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { dayIn } from "./events-cast.ts";

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

const posted = (column: Column, action: unknown, fields: Record<string, string>) =>
  postedAs(sessionOfColumn(world, column), action as Action, formOf(fields));
const reaches = (row: keyof typeof rows, column: Column, place: Place) =>
  reach[rows[row].cells[column]].includes(place);

/** A proposal, as whoever approves it names it: with the moment of what she read. */
async function asRead(eventId: string): Promise<Record<string, string>> {
  const { changedAt } = await db.event.findUniqueOrThrow({ where: { id: eventId } });
  return { eventId, changedAt: String(changedAt.getTime()) };
}

/** An event with a picture. */
async function pictured(options: Parameters<typeof createEvent>[0]): Promise<string> {
  const { id } = await createEvent(options);
  const [coverId, bytes] = [newId(), new Uint8Array([1])];
  await db.image.create({
    data: { id: coverId, large: bytes, small: bytes, width: 1, height: 1, uploadedAt: clock.now() },
  });
  await db.event.update({ where: { id }, data: { coverId } });
  return id;
}

/** What the picture's door answers to a browser of this column. */
async function coverAs(column: Column, id: string): Promise<number> {
  const request = new NextRequest(`http://localhost/api/evenements/${id}/couverture`);
  const context = { params: Promise.resolve({ id }) };
  return (await inBrowser(sessionOfColumn(world, column), () => GET(request, context))).status;
}
async function uploadAs(column: Column, id: string): Promise<number> {
  const form = new FormData();
  form.append("image", new File([new Uint8Array([1, 2, 3])], "x.png"));
  const headers = { accept: "application/json" };
  const request = new NextRequest(`http://localhost/api/evenements/${id}/couverture`, {
    method: "POST",
    body: form,
    headers,
  });
  const context = { params: Promise.resolve({ id }) };
  return (await inBrowser(sessionOfColumn(world, column), () => POST(request, context))).status;
}

const content = {
  title: "Tractage au marché",
  day: dayIn(6),
  "shifts.0.from": "09:00",
  "shifts.0.to": "10:00",
  communeCode: "63113",
  audience: "section",
};
/** Every act of those who run an event, as its form posts it. */
const acts: [string, unknown, Record<string, string>][] = [
  ["change", actions.changeEventAction, content],
  ["remove-cover", actions.removeEventCoverAction, {}],
  ["duplicate", actions.duplicateEventAction, {}],
  ["cancel", actions.cancelEventAction, { reason: "Il va neiger." }],
];

describe.each(columns)("events, column %s", (column) => {
  it(`are read by ${who[column]} as the matrix says, page and picture alike, and do not exist otherwise`, async () => {
    const actor = await actorOfColumn(world, column);
    for (const place of places)
      for (const [audience, row] of [
        ["everyone", "publicEvent"],
        ["section", "sectionEvent"],
      ] as const) {
        const id = await pictured({ scope: scopes[place], audience });
        const may = reaches(row, column, place);
        expect(await outcomeOf(getEvent(actor, id)), `${audience} ${place}`).toBe(may ? "ok" : "not_found");
        expect(await coverAs(column, id), `${audience} ${place}`).toBe(may ? 200 : 404);
        if (!may) expect(await refusalOf(getEvent(actor, id))).toEqual(await refusalOf(getEvent(actor, newId())));
      }
  });

  it(`are created by ${who[column]} where the matrix says, and nowhere else`, async () => {
    for (const place of places) {
      const before = await countRows();
      const outcome = await posted(column, actions.createEventAction, {
        ...content,
        kind: "leafleting",
        scope: scopes[place],
      });
      const refused = column === "V" || column === "U" ? "unauthenticated" : "forbidden";
      expect(outcome, place).toBe(reaches("eventCreate", column, place) ? "ok" : refused);
      if (outcome !== "ok") expect(await countRows(), place).toEqual(before);
    }
  });

  it(`are changed, pictured, copied and cancelled by ${who[column]} as the matrix says`, async () => {
    const actor = await actorOfColumn(world, column);
    const own = sessionOfColumn(world, column) && column !== "suspended" ? (actor.id ?? null) : null;
    for (const place of places) {
      const may = reaches("eventRun", column, place);
      const hidden = !reaches("sectionEvent", column, place);
      const id = await pictured({ scope: scopes[place], audience: "section" });
      expect(await outcomeOf(getEventToEdit(actor, id)), place).toBe(may ? "ok" : "not_found");
      expect(await uploadAs(column, id), place).toBe(may ? 422 : 404); // no picture: refused once inside
      for (const [name, action, fields] of acts) {
        const before = await countRows();
        const outcome = await posted(column, action, { ...fields, eventId: id });
        expect(outcome, `${name} ${place}`).toBe(may ? "ok" : hidden ? "not_found" : "forbidden");
        if (!may) expect(await countRows(), `${name} ${place}`).toEqual(before);
      }
    }
    if (!own) return;
    const mine = await pictured({ scope: scopes["other section"], audience: "invited", organiserIds: [own] });
    expect(await outcomeOf(getEventToEdit(actor, mine))).toBe("ok");
    for (const [name, action, fields] of acts.filter(([one]) => one !== "duplicate"))
      expect(
        await posted(column, action, { ...fields, ...(name === "change" && { audience: "invited" }), eventId: mine }),
        name,
      ).toBe("ok");
  });

  it(`that are drafts or proposals are answered by ${who[column]} as the matrix says, and do not exist otherwise`, async () => {
    const actor = await actorOfColumn(world, column);
    for (const place of places) {
      const may = reaches("eventApprove", column, place);
      const expected = may ? "ok" : "not_found";
      const waiting = async (stage: "draft" | "proposed") =>
        (await createEvent({ scope: scopes[place], audience: "everyone", stage })).id;
      const [draft, proposal, other] = [await waiting("draft"), await waiting("proposed"), await waiting("proposed")];
      expect(await outcomeOf(getEvent(actor, proposal)), place).toBe(expected);
      const listed = await listProposals(actor, scopes[place]);
      expect(
        listed.some(({ id }) => id === proposal),
        place,
      ).toBe(may);
      const before = await countRows();
      expect(await posted(column, actions.publishEventAction, { eventId: draft }), place).toBe(expected);
      expect(await posted(column, actions.approveEventAction, await asRead(proposal)), place).toBe(expected);
      expect(await posted(column, actions.declineEventAction, { eventId: other, reason: "Non merci." })).toBe(expected);
      expect(await posted(column, actions.discardEventAction, { eventId: other }), place).toBe(expected);
      if (!may) expect(await countRows(), place).toEqual(before);
      await db.event.deleteMany({ where: { id: { in: [draft, proposal, other] } } });
    }
  });
});

describe("a commune that was typed where scripts do not run", () => {
  const state = (fields: Record<string, string>, ...codes: string[]) => {
    const form = formOf({ ...content, kind: "leafleting", scope: scopes["own section"], ...fields });
    form.delete("communeCode");
    for (const code of codes) form.append("communeCode", code);
    return inBrowser(world.cast.A.session, () => actions.createEventAction({}, form)).catch((error) => error);
  };
  const lastCommune = async () =>
    (await db.event.findFirstOrThrow({ where: { createdById: world.cast.A.id }, orderBy: { createdAt: "desc" } }))
      .communeCode;

  it("counts, whatever code still stands beside it, when it is the name of one", async () => {
    expect(await state({ commune: "Cournon-d’Auvergne" }, "63113")).toHaveProperty("to");
    expect(await lastCommune()).toBe("63124");
  });

  it("is asked about when it is the name of several, and nothing that was typed is lost", async () => {
    const asked = await state({ commune: "Saint-Martin" }, "63113");
    expect(asked.error).toMatchObject({ code: "invalid", fields: { communeCode: expect.anything() } });
    expect(asked.values).toMatchObject({ commune: "Saint-Martin", communeCode: "", title: content.title });
    expect(asked.communes.length).toBeGreaterThan(1);
    const chosen = asked.communes[0].code;
    expect(await state({ commune: "Saint-Martin" }, "", chosen)).toHaveProperty("to");
    expect(await lastCommune()).toBe(chosen);
  });
});
