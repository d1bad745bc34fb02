import { type Action, askedAs, postedAs } from "@tests/support/doors.ts";
import { startLive } from "@tests/support/live-server.ts";
import { columns, type Place, reach, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  blockInTheDatabase,
  countRows,
  createWorld,
  formOf,
  inBrowser,
  outcomeOf,
  type Person,
  refusalOf,
  scopes,
  sessionOfColumn,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as photoRoute, POST as setPhotoRoute } from "@/app/api/membres/[id]/photo/route.ts";
import { GET as typeaheadRoute } from "@/app/api/membres/recherche/route.ts";
import { jobs } from "@/composition.ts";
import { newId } from "@/core/ids.ts";
import * as coopainActions from "@/features/coopains/coopain.actions.ts";
import * as coopains from "@/features/coopains/index.ts";
import * as profiles from "@/features/profiles/index.ts";
import * as profileActions from "@/features/profiles/profile.actions.ts";
import { type Visibility, visibilities } from "@/features/profiles/visibility.rules.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { createProfile, tie } from "./profiles-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

/** Somebody whose card is shown to one circle, her coopains to all members; B is blocked by each. */
type Other = Person & { place: Place; card: Visibility };
const sections = ["own section", "neighbour section", "other section"] as const;
let world: World;
let others: Other[];
let forB: Other[];
let live: Awaited<ReturnType<typeof startLive>>;

async function everyOther(): Promise<Other[]> {
  const made: Other[] = [];
  for (const place of sections)
    for (const card of visibilities) {
      const name = `Camille ${newId().replace(/\d/g, "x")}`;
      const shown = { card, photo: "everyone", coopains: "members" } as const;
      made.push({ ...(await createProfile(name, { section: scopes[place].split("/")[2] ?? "", shown })), place, card });
    }
  return made;
}

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  world = await createWorld();
  others = await everyOther();
  forB = await everyOther();
  for (const { id } of forB) await blockInTheDatabase(id, world.cast.B.id);
  live = await startLive();
});
afterAll(() => live.close());

const idsIn = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe.each(columns)("column %s", (column) => {
  const session = () => sessionOfColumn(world, column);
  const isVisitor = column === "V" || column === "U";
  const people = () => (column === "B" ? forB : others);
  const actorHere = () => actorOfColumn(world, column);
  /** What a row lets this column see of somebody: what she shows it, and what its mandate opens. */
  function opens(row: "card" | "directory", { place, card }: Other): boolean {
    const cell = rows[row].cells[column];
    if (reach[cell].includes(place)) return true;
    if (!cell.startsWith("p")) return false;
    const near = isVisitor ? "everyone" : place === "own section" ? "section" : "members";
    return visibilities.indexOf(card) >= visibilities.indexOf(near);
  }
  const posted = (action: Action, fields: Record<string, string>) => postedAs(session(), action, formOf(fields));
  const photo = async (id: string) => {
    const request = new NextRequest(`http://localhost/api/membres/${id}/photo`);
    const response = await inBrowser(session(), () => photoRoute(request, { params: Promise.resolve({ id }) }));
    return response.ok ? { answered: response.status } : { code: "not_found", body: await response.text() };
  };

  it(`opens the cards of the matrix to ${who[column]}, through every door, and the others are absent`, async () => {
    const readings: Record<string, (id: string) => Promise<unknown>> = {
      "her page": async (id) => refusalOf(profiles.getProfile(await actorHere(), id)),
      "the acts of her page": async (id) => refusalOf(coopains.getTie(await actorHere(), id)),
      "her photo": photo,
    };
    for (const other of people())
      for (const [door, read] of Object.entries(readings)) {
        const label = `${other.place}, shown to ${other.card}, through ${door}`;
        const seen = await read(other.id);
        if (opens("card", other)) expect(seen, label).toHaveProperty("answered");
        else expect(seen, label).toEqual(await read(newId()));
        expect(JSON.stringify(seen)).not.toContain(other.email);
      }
  });

  it(`lists in the directory, for ${who[column]}, those whose page opens`, async () => {
    const actor = await actorHere();
    const may = rows.directory.cells[column] !== "–" || column === "B"; // hers, without those who blocked her
    for (const other of people()) {
      const page = await refusalOf(profiles.getDirectory(actor, { q: other.name }));
      const search = new NextRequest(`http://localhost/api/membres/recherche?q=${encodeURIComponent(other.name)}`);
      const typed = await askedAs(session(), () => typeaheadRoute(search, { params: Promise.resolve({}) }));
      const label = `${other.place}, shown to ${other.card}`;
      if (!may) {
        expect(page, label).toMatchObject({ code: "not_found" });
        expect(typed.outcome, label).toBe("not_found");
        continue;
      }
      const found = (page as { answered: { people: { id: string }[] } }).answered.people;
      expect(idsIn(found).includes(other.id), label).toBe(opens("directory", other));
      expect(idsIn(typed.value as { id: string }[]).includes(other.id), label).toBe(opens("directory", other));
      expect(JSON.stringify([page, typed])).not.toContain("@example.org");
    }
  });

  it(`shows another’s coopains to ${who[column]} where she lets her`, async () => {
    const cell = rows.coopainsOf.cells[column];
    for (const other of people().filter((one) => opens("card", one))) {
      const friend = await createProfile("Ami Visible", { section: "63113", shown: { card: "everyone" } });
      await tie(other, friend);
      const view = async () => (await profiles.getProfile(await actorHere(), other.id)).coopains;
      expect(idsIn((await view())?.people ?? []).includes(friend.id)).toBe(cell === "p");
      await db.profile.update({ where: { memberId: other.id }, data: { coopainsFor: "coopains" } });
      expect(await view()).toBeNull();
      await db.profile.update({ where: { memberId: other.id }, data: { coopainsFor: "members" } });
    }
  });

  it(`lets ${who[column]} ask and block whom she sees; what is refused changes nothing`, async () => {
    const acts = {
      "asking her": coopainActions.requestCoopainAction,
      "leaving her": coopainActions.removeCoopainAction,
      "blocking her": coopainActions.blockMemberAction,
    };
    for (const other of people()) {
      const expected = !opens("card", other) ? "not_found" : isVisitor ? "unauthenticated" : "ok";
      for (const [act, action] of Object.entries(acts)) {
        const label = `${act}, ${other.place}, shown to ${other.card}`;
        const before = await countRows();
        // A block of hers is hers to see: B's own would answer "ok", as it does to whoever has blocked already.
        expect(await posted(action, { memberId: other.id }), label).toBe(expected);
        if (expected === "ok") continue;
        expect(await countRows(), label).toEqual(before);
        expect(await posted(action, { memberId: newId() }), `${act}, absent`).toBe("not_found");
      }
      if (!session()) continue;
      await db.coopainRequest.deleteMany({ where: { toId: other.id } });
      await db.block.deleteMany({ where: { blockedId: other.id } });
    }
  });

  it(`lets ${who[column]} accept who asks her, and nobody else’s request`, async () => {
    const may = rows.coopainRequest.cells[column] === "✓";
    const [other] = people();
    const me = (await actorHere()).id;
    const request = async (toId: string) => {
      const row = { id: newId(), fromId: other?.id ?? "", toId, words: "", sentAt: clock.now() };
      await db.coopainRequest.create({ data: row });
      return row.id;
    };
    const foreign = await request(world.named.id);
    for (const action of [
      coopainActions.acceptRequestAction,
      coopainActions.refuseRequestAction,
      coopainActions.cancelRequestAction,
    ]) {
      const before = await countRows();
      expect(await posted(action, { requestId: foreign })).toBe("not_found");
      expect(await posted(action, { requestId: newId() })).toBe("not_found");
      expect(await countRows()).toEqual(before);
    }
    await db.coopainRequest.deleteMany({ where: { id: foreign } });
    if (!me) return;
    const requestId = await request(me);
    const outcome = await posted(coopainActions.acceptRequestAction, { requestId });
    expect(outcome).toBe(may ? "ok" : "not_found");
    expect(await db.coopain.count({ where: { memberId: me, otherId: other?.id ?? "" } })).toBe(may ? 1 : 0);
    await db.coopainRequest.deleteMany({ where: { id: requestId } });
    await db.coopain.deleteMany({ where: { OR: [{ memberId: me }, { otherId: me }] } });
  });

  it(`gives ${who[column]} her own ties, invitations and room, and nobody else’s`, async () => {
    const actor = await actorHere();
    const expected = rows.ownTies.cells[column] === "o" ? "ok" : "not_found";
    for (const read of [coopains.getCoopainsPage, coopains.getInvitePage])
      expect(await outcomeOf(read(actor))).toBe(expected);
    const page = await refusalOf(coopains.getCoopainsPage(actor));
    for (const { id } of forB) if (column === "B") expect(JSON.stringify(page)).not.toContain(id);
    const acted = expected === "ok" ? "ok" : isVisitor ? "unauthenticated" : "forbidden";
    const address = `${newId()}@example.org`;
    const before = await countRows();
    expect(await posted(coopainActions.renewLinkAction, {})).toBe(acted);
    expect(await posted(coopainActions.inviteByEmailAction, { email: address })).toBe(acted);
    expect(await posted(coopainActions.unblockMemberAction, { memberId: world.named.id })).toBe(acted);
    if (acted !== "ok") expect(await countRows()).toEqual(before);
    const screen = await live.open(session()).catch(() => null);
    for (const id of [world.named.id, newId()])
      expect((await screen?.ask("join", { room: "person", id }))?.error?.code ?? "not_found").toBe("not_found");
    if (actor.id && screen) expect((await screen.ask("join", { room: "person", id: actor.id })).error).toBeUndefined();
    screen?.socket.disconnect();
  });

  it(`lets ${who[column]} change her own profile and nobody else’s`, async () => {
    const actor = await actorHere();
    const may = rows.ownProfile.cells[column] === "o";
    const acted = may ? "ok" : isVisitor ? "unauthenticated" : "forbidden";
    expect(await outcomeOf(profiles.getMyProfile(actor))).toBe(may ? "ok" : "not_found");
    const before = await countRows();
    const acts: [Action, Record<string, string>][] = [
      [profileActions.editProfileAction, { presentation: "Je tiens le marché." }],
      [profileActions.setVisibilitiesAction, Object.fromEntries(shownToMembers)],
      [profileActions.withdrawFromWebAction, {}],
      [profileActions.setOfferAction, { willing: "tractage" }],
      [profileActions.removePhotoAction, {}],
    ];
    for (const [action, fields] of acts) expect(await posted(action, fields)).toBe(acted);
    if (!may) expect(await countRows()).toEqual(before);
    const send = async (id: string) => {
      const form = new FormData();
      form.append("image", new File(["x"], "x.png"));
      const headers = { accept: "application/json" };
      const request = new NextRequest(`http://localhost/api/membres/${id}/photo`, {
        method: "POST",
        body: form,
        headers,
      });
      return (await inBrowser(session(), () => setPhotoRoute(request, { params: Promise.resolve({ id }) }))).status;
    };
    expect([await send(world.named.id), await send(newId())]).toEqual([404, 404]);
    expect(await send(actor.id ?? newId())).toBe(may ? 422 : 404); // no picture, but her place
    await db.profile.deleteMany({ where: { memberId: actor.id ?? "" } });
  });
});

const shownToMembers: [string, string][] = [
  ...["card", "photo", "presentation", "status", "skills", "interests", "links", "mandates", "activity", "coopains"],
  "offer",
].map((field) => [field, "members"]);
