import { type Action, postedAs } from "@tests/support/doors.ts";
import { createEvent } from "@tests/support/events-world.ts";
import { columns, places, reach, rows, who } from "@tests/support/matrix.ts";
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
import { GET } from "@/app/api/terrain/[id]/photos/route.ts";
import { newId } from "@/core/ids.ts";
import * as actions from "@/features/field-reports/field-report.actions.ts";
import { getFieldReport, getReportForm, getReportToEdit } from "@/features/field-reports/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

let world: World;
beforeAll(async () => {
  withoutLimits();
  world = await createWorld();
});

/** A past action of a place, open to the members who live there, with a report and a picture of it. */
async function reportedIn(scope: string) {
  const { id: eventId } = await createEvent({ inHours: -3, scope, audience: "section" });
  const [id, photo, now] = [newId(), newId(), clock.now()];
  const data = { id, eventId, scope, kind: "leafleting" as const, day: now, leaflets: 10, publishedAt: now };
  await db.fieldReport.create({ data });
  const bytes = new Uint8Array([1]);
  await db.image.create({ data: { id: photo, large: bytes, small: bytes, width: 1, height: 1, uploadedAt: now } });
  await db.fieldReportPhoto.create({ data: { reportId: id, imageId: photo, position: 0 } });
  return { id, eventId, photo };
}

describe.each(columns)("field reports, column %s", (column) => {
  it(`are read by ${who[column]} as the matrix says, page and picture alike, and do not exist otherwise`, async () => {
    const actor = await actorOfColumn(world, column);
    for (const place of places) {
      const { id, photo } = await reportedIn(scopes[place]);
      const may = reach[rows.reportRead.cells[column]].includes(place);
      expect(await outcomeOf(getFieldReport(actor, id)), place).toBe(may ? "ok" : "not_found");
      const request = new NextRequest(`http://localhost/api/terrain/${id}/photos?photo=${photo}`);
      const served = await inBrowser(sessionOfColumn(world, column), () =>
        GET(request, { params: Promise.resolve({ id }) }),
      );
      expect(served.status, place).toBe(may ? 200 : 404);
      if (may) continue;
      expect(await refusalOf(getFieldReport(actor, id))).toEqual(await refusalOf(getFieldReport(actor, newId())));
    }
  });

  it(`are written and corrected by ${who[column]} where she answers for them, and by nobody else`, async () => {
    const session = sessionOfColumn(world, column);
    const posted = (action: unknown, fields: Record<string, string>) =>
      postedAs(session, action as Action, formOf(fields));
    const actor = await actorOfColumn(world, column);
    for (const place of places) {
      const { id: reportId, eventId, photo: imageId } = await reportedIn(scopes[place]);
      const reads = reach[rows.reportRead.cells[column]].includes(place);
      const cell = rows.reportWrite.cells[column];
      const may = reach[cell].includes(place);
      const refused = reads ? "forbidden" : "not_found";
      const before = await countRows();
      expect(await outcomeOf(getReportForm(actor, eventId)), place).toBe(may ? "ok" : "not_found");
      expect(await outcomeOf(getReportToEdit(actor, reportId)), place).toBe(may ? "ok" : "not_found");
      const edited = { reportId, imageId, caption: "Devant la halle" };
      const tried = {
        publish: await posted(actions.publishReportAction, { eventId, leaflets: "5" }),
        edit: await posted(actions.editReportAction, { reportId, leaflets: "5" }),
        caption: await posted(actions.captionPhotoAction, edited),
        removal: await posted(actions.removePhotoAction, { reportId, imageId }),
        withdrawal: await posted(actions.withdrawReportAction, { reportId }),
      };
      for (const [act, outcome] of Object.entries(tried))
        expect(outcome, `${act}, ${place}`).toBe(may ? "ok" : refused);
      if (!may) expect(await countRows(), place).toEqual(before);
    }
  });
});

it("takes no field that a form does not have", async () => {
  const { eventId } = await reportedIn(scopes["own section"]);
  const leader = sessionOfColumn(world, "N");
  for (const extra of ["authorId", "scope", "hiddenAt", "day"])
    expect(
      await postedAs(leader, actions.publishReportAction as Action, formOf({ eventId, [extra]: "x" })),
      extra,
    ).toBe("invalid");
});
