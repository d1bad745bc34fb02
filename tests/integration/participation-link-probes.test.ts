import { type Action, postedAs } from "@tests/support/doors.ts";
import { createEvent } from "@tests/support/events-world.ts";
import { type Column, columns, type Place, places, reach, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  countRows,
  createPerson,
  createWorld,
  formOf,
  inBrowser,
  outcomeOf,
  scopes,
  sessionOfColumn,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/evenements/[id]/emargement/route.ts";
import { newId } from "@/core/ids.ts";
import * as actions from "@/features/participation/guest.actions.ts";
import { confirmToken, hashOfConfirm, hashOfManage, manageToken } from "@/features/participation/guest.rules.ts";
import { getGuestPage, getReminderPage } from "@/features/participation/index.ts";
import { linkToken } from "@/features/participation/link.rules.ts";
import { takePlace } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { composeParticipation, recorded, signUp } from "./participation-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

let world: World;
beforeAll(async () => {
  withoutLimits();
  await composeParticipation();
  world = await createWorld();
});
beforeEach(() => withoutLimits());

const posted = (column: Column, action: unknown, fields: Record<string, string>) =>
  postedAs(sessionOfColumn(world, column), action as Action, formOf(fields));

/** Somebody without an account, who has confirmed or not, with the token of her last mail. */
async function guest({ id: eventId, shiftId }: { id: string; shiftId: string }, confirmed: boolean): Promise<string> {
  const [id, now] = [newId(), clock.now()];
  const about = { name: "Vera Visiteuse", email: `${id}@example.org`, shiftId, askedAt: now };
  const tokenHash = confirmed ? hashOfManage(id) : hashOfConfirm(id);
  await db.eventGuest.create({ data: { id, eventId, ...about, tokenHash, confirmedAt: confirmed ? now : null } });
  if (confirmed)
    await recorded(({ tx, record }) => takePlace(tx, { shiftId, who: { guestId: id }, size: 1, now, record }));
  return confirmed ? manageToken(id) : confirmToken(id);
}

describe.each(columns)("column %s", (column) => {
  it(`asks for a place as a guest where the matrix says, on public events alone: ${who[column]}`, async () => {
    for (const place of places) {
      const asking = async (options: Parameters<typeof createEvent>[0]) => {
        const { id: eventId, shiftId } = await createEvent({ scope: scopes[place], ...options });
        const email = `${newId()}@example.org`;
        return posted(column, actions.askAsGuestAction, { eventId, shiftId, name: "Vera", email, consent: "oui" });
      };
      const may = reach[rows.guestAsk.cells[column]].includes(place);
      expect(await asking({ audience: "everyone" }), place).toBe(may ? "ok" : "forbidden");
      const before = await countRows();
      for (const options of [{ audience: "section" }, { audience: "everyone", stage: "draft" }] as const) {
        const outcome = await asking(options);
        expect(outcome, `${place} ${JSON.stringify(options)}`).toBe("not_found");
      }
      expect((await countRows()).event_guest, place).toBe(before.event_guest);
    }
  });

  it(`acts by the link of a mail that she holds, whoever she is, and by no other: ${who[column]}`, async () => {
    expect(rows.eventLink.cells[column]).toBe("o");
    const event = await createEvent({ audience: "everyone" });
    const { id: eventId, shiftId } = event;
    const person = await createPerson("Nadia Inscrite");
    const { signUpId } = await signUp(person, shiftId);
    const reminder = linkToken("sign-up", signUpId);
    const [first, held] = [await guest(event, false), await guest(event, true)];
    // The letters of another link, of another purpose, of nothing.
    const guesses = [
      linkToken("guest-manage", signUpId),
      signUpId + reminder.slice(12).split("").reverse().join(""),
      linkToken("sign-up", newId()),
      eventId,
      "",
    ];
    const before = await countRows();
    for (const token of guesses) {
      expect(await outcomeOf(getReminderPage(token))).toBe("not_found");
      expect(await outcomeOf(getGuestPage(token))).toBe("not_found");
      for (const act of [actions.confirmByLinkAction, actions.leaveByLinkAction, actions.confirmAsGuestAction])
        expect(await posted(column, act, { token })).toBe("not_found");
      for (const act of [actions.acceptAsGuestAction, actions.cancelAsGuestAction])
        expect(await posted(column, act, { token })).toBe("not_found");
      expect(await posted(column, actions.changeAsGuestAction, { token, shiftId })).toBe("not_found");
    }
    // One kind of link opens nothing of another kind.
    for (const token of [reminder]) expect(await outcomeOf(getGuestPage(token))).toBe("not_found");
    for (const token of [first, held]) expect(await outcomeOf(getReminderPage(token))).toBe("not_found");
    expect(await countRows()).toEqual(before);

    expect(await outcomeOf(getReminderPage(reminder))).toBe("ok");
    expect(await outcomeOf(getGuestPage(held))).toBe("ok");
    expect(await posted(column, actions.confirmByLinkAction, { token: reminder })).toBe("ok");
    expect(await posted(column, actions.leaveByLinkAction, { token: reminder })).toBe("ok");
    expect(await posted(column, actions.confirmAsGuestAction, { token: first })).toBe("ok");
    expect(await posted(column, actions.changeAsGuestAction, { token: held, shiftId, accompanied: "oui" })).toBe("ok");
    expect(await posted(column, actions.acceptAsGuestAction, { token: held })).toBe("ok"); // she has it already
    expect(await posted(column, actions.cancelAsGuestAction, { token: held })).toBe("ok");
  });

  it(`prints who comes where the matrix says, and finds nothing elsewhere: ${who[column]}`, async () => {
    const print = async (id: string) => {
      const request = new NextRequest(`http://localhost/api/evenements/${id}/emargement`);
      const response = await inBrowser(sessionOfColumn(world, column), () =>
        GET(request, { params: Promise.resolve({ id }) }),
      );
      return { status: response.status, type: response.headers.get("content-type"), body: await response.text() };
    };
    for (const place of places satisfies readonly Place[]) {
      const { id } = await createEvent({ audience: "everyone", scope: scopes[place] });
      const { status, type, body } = await print(id);
      if (reach[rows.attendeeSheet.cells[column]].includes(place))
        expect([status, type], place).toEqual([200, "application/pdf"]);
      else expect({ status, type, body }, place).toEqual(await print(newId()));
    }
    // Where she organises: hers, wherever it is.
    const me = (await actorOfColumn(world, column)).id;
    if (!me) return;
    const { id } = await createEvent({ organiserIds: [me], scope: scopes["other section"] });
    expect((await print(id)).status).toBe(column === "suspended" ? 404 : 200);
  });
});
