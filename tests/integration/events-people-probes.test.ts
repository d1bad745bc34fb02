import { type Action, askedAs, postedAs } from "@tests/support/doors.ts";
import { createEvent } from "@tests/support/events-world.ts";
import { type Column, columns, places, type RowName, reach, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  countRows,
  createPerson,
  createWorld,
  formOf,
  outcomeOf,
  scopes,
  sessionOfColumn,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/evenements/[id]/personnes/route.ts";
import { jobs } from "@/composition.ts";
import { newId } from "@/core/ids.ts";
import { getContact, getPreparation } from "@/features/events/index.ts";
import * as people from "@/features/events/organiser.actions.ts";
import * as series from "@/features/events/series.actions.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

let world: World;
let memberId: string;
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  world = await createWorld();
  memberId = (await createPerson("Zoé Invitable")).id;
});

const may = (row: RowName, column: Column, place: (typeof places)[number]) =>
  reach[rows[row].cells[column]].includes(place);

/** Posts as a column; where it may not, nothing changes, and a visitor and a suspended member are told no more than a stranger. */
async function probe(column: Column, action: unknown, fields: Record<string, string>, allowed: boolean, label: string) {
  const before = await countRows();
  const outcome = await postedAs(sessionOfColumn(world, column), action as Action, formOf(fields));
  if (allowed) return expect(outcome, label).toBe("ok");
  expect(["not_found", "forbidden", "unauthenticated"], `${label}: ${outcome}`).toContain(outcome);
  expect(await countRows(), label).toEqual(before);
}

/** A public event of a place, with somebody to call and a thing to bring. */
async function prepared(scope: string) {
  const { id: eventId } = await createEvent({ audience: "everyone", scope, organiserIds: [world.named.id, memberId] });
  const itemId = newId();
  await db.eventItem.create({ data: { id: itemId, eventId, label: "Tracts", quantity: 9, position: 0 } });
  const given = { phone: "+33612345678", consentedAt: clock.now(), askedAt: clock.now() };
  await db.eventContact.create({ data: { eventId, memberId: world.named.id, ...given } });
  return { eventId, itemId };
}

describe.each(columns.map((column) => [column, who[column]] as const))("%s, %s", (column) => {
  it.each(places)("prepares an event of: %s, as the matrix says", async (place) => {
    const allowed = may("eventPrepare", column, place);
    const { eventId, itemId } = await prepared(scopes[place]);
    const label = (what: string) => `${what}, ${column}, ${place}`;
    const acts: [string, unknown, Record<string, string>][] = [
      ["invite", people.inviteMemberAction, { eventId, memberId }],
      ["uninvite", people.uninviteMemberAction, { eventId, memberId }],
      ["remove organiser", people.removeOrganiserAction, { eventId, memberId }],
      ["add item", people.addItemAction, { eventId, label: "Badges", quantity: "2" }],
      ["remove item", people.removeItemAction, { itemId }],
      ["withdraw contact", people.withdrawContactAction, { eventId }],
      ["repeat", series.repeatEventAction, { eventId, repeat: "weekly", until: "2099-01-01" }],
    ];
    for (const [what, action, fields] of acts) await probe(column, action, fields, allowed, label(what));
    const actor = await actorOfColumn(world, column);
    expect(await outcomeOf(getPreparation(actor, eventId, {})), label("page")).toBe(allowed ? "ok" : "not_found");
    const request = new NextRequest(`http://localhost/api/evenements/${eventId}/personnes?q=zo`);
    const route = { params: Promise.resolve({ id: eventId }) };
    const asked = await askedAs(sessionOfColumn(world, column), () => GET(request, route));
    expect(asked.outcome, label("json")).toBe(allowed ? "ok" : "not_found");
  });

  it.each(places)("reads the phone of an event of: %s, as the matrix says", async (place) => {
    const { eventId } = await prepared(scopes[place]);
    const contact = await getContact(await actorOfColumn(world, column), eventId);
    // N reads it by another door, which writes it down.
    expect(contact?.phone?.words ?? null).toBe(
      column !== "N" && may("eventPhone", column, place) ? "06 12 34 56 78".replaceAll(" ", "\u00a0") : null,
    );
    await probe(column, people.readContactAction, { eventId }, column === "N", `read, ${column}`);
  });

  it.each(places)("answers for a place that was asked: %s, as the matrix says", async (place) => {
    if (place === "national") return; // the country is asked nothing
    const { eventId } = await prepared("national");
    await db.eventCoSection.create({ data: { eventId, scope: scopes[place], askedAt: clock.now() } });
    const fields = { eventId, scope: scopes[place], answer: "oui" };
    await probe(column, people.answerCoSectionAction, fields, may("eventTogether", column, place), place);
  });
});
