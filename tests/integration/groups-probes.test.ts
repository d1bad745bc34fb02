import { type Action, postedAs } from "@tests/support/doors.ts";
import { createGroup, inviteInTheDatabase, putInGroup } from "@tests/support/groups-world.ts";
import { type Column, columns, type Place, places, type RowName, reach, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  countRows,
  createPerson,
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
import { GET, POST } from "@/app/api/groupes/[id]/couverture/route.ts";
import { jobs } from "@/composition.ts";
import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import * as actions from "@/features/groups/group.actions.ts";
import {
  ensurePlaceGroups,
  findMyGroups,
  getGroup,
  getGroupAbout,
  getGroupList,
  getGroupMembers,
  getGroupToEdit,
} from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

let world: World;
let other: { id: string };
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  await ensurePlaceGroups();
  world = await createWorld();
  other = await createPerson("Odette Autre", { adherent: true });
});

const posted = (column: Column, action: unknown, fields: Record<string, string>) =>
  postedAs(sessionOfColumn(world, column), action as Action, formOf(fields));
const reaches = (row: RowName, column: Column, place: Place = "own section") =>
  reach[rows[row].cells[column]].includes(place);
const nobody = (column: Column) => column === "V" || column === "U";
const signedOut = (column: Column) => (nobody(column) ? "unauthenticated" : "forbidden");

async function pictured(id: string): Promise<string> {
  const [coverId, bytes] = [newId(), new Uint8Array([1])];
  await db.image.create({
    data: { id: coverId, large: bytes, small: bytes, width: 1, height: 1, uploadedAt: clock.now() },
  });
  await db.group.update({ where: { id }, data: { coverId } });
  return id;
}
async function coverAs(column: Column, id: string): Promise<number> {
  const request = new NextRequest(`http://localhost/api/groupes/${id}/couverture`);
  return (await inBrowser(sessionOfColumn(world, column), () => GET(request, { params: Promise.resolve({ id }) })))
    .status;
}
async function uploadAs(column: Column, id: string): Promise<number> {
  const form = new FormData();
  form.append("image", new File([new Uint8Array([1, 2, 3])], "x.png"));
  const headers = { accept: "application/json" };
  const request = new NextRequest(`http://localhost/api/groupes/${id}/couverture`, {
    method: "POST",
    body: form,
    headers,
  });
  return (await inBrowser(sessionOfColumn(world, column), () => POST(request, { params: Promise.resolve({ id }) })))
    .status;
}

/** Whether she knows of it, on every door that tells; what is hidden answers as what does not exist. */
async function knows(column: Column, actor: Actor, id: string, name: string): Promise<boolean> {
  const known = (await outcomeOf(getGroup(actor, id))) === "ok";
  expect(await coverAs(column, id)).toBe(known ? 200 : 404);
  const found = actor.kind === "suspended" ? [] : (await getGroupList(actor, { q: name })).found;
  expect(found.some((one) => one.id === id)).toBe(known);
  if (!known) expect(await refusalOf(getGroup(actor, id))).toEqual(await refusalOf(getGroup(actor, newId())));
  return known;
}
const readsWithin = async (actor: Actor, id: string) =>
  (await outcomeOf(getGroup(actor, id).then((group) => getGroupMembers(actor, group, {})))) === "ok";

const content = {
  name: "Jardins partagés",
  purpose: "Faire pousser, ensemble, près de chez soi.",
  kind: "local",
  entry: "open",
  "theme.ecologie": "oui",
};

describe.each(columns)("groups, column %s", (column) => {
  it(`that are open are read by ${who[column]} as the matrix says; names are for members of La Coopol`, async () => {
    const actor = await actorOfColumn(world, column);
    const { id, name } = await createGroup({ name: `Ouvert ${column}`, leads: [world.cast.A, other] });
    await pictured(id);
    expect(await knows(column, actor, id, name)).toBe(reaches("openGroup", column));
    expect(await readsWithin(actor, id)).toBe(reaches("openGroup", column) && !nobody(column));
    if (!nobody(column)) return;
    const group = await getGroup(actor, id);
    expect(group).toMatchObject({ reads: true, within: false, memberCount: null, role: null });
    expect(await getGroupAbout(actor, group)).toEqual({ keepers: [], visits: [] });
    expect(JSON.stringify([group, await getGroupList(actor, { q: name })])).not.toContain(other.id);
  });

  it(`that are open are joined, followed and left by ${who[column]} as the matrix says`, async () => {
    const { id: groupId } = await createGroup({ leads: [other] });
    const may = reaches("openGroupJoin", column);
    const refused = column === "suspended" ? "not_found" : "unauthenticated";
    for (const action of [actions.followGroupAction, actions.joinGroupAction, actions.leaveGroupAction]) {
      const before = await countRows();
      expect(await posted(column, action, { groupId })).toBe(may ? "ok" : refused);
      if (!may) expect(await countRows()).toEqual(before);
      expect(await posted(column, action, { groupId: newId() })).toBe("not_found");
    }
  });

  it(`of places are known, read and lived in by ${who[column]} as the matrix says`, async () => {
    const actor = await actorOfColumn(world, column);
    for (const place of places) {
      const { id } = await db.group.findUniqueOrThrow({ where: { place: scopes[place] } });
      const may = reaches("placeGroup", column, place);
      const card = may || column === "N"; // the national level knows that they exist
      expect(await outcomeOf(getGroup(actor, id)), place).toBe(card ? "ok" : "not_found");
      expect(await readsWithin(actor, id), place).toBe(may);
      // The country's own wall is written by those who lead it.
      const posts = may && (place !== "national" || column === "N");
      if (card) expect((await getGroup(actor, id)).can.post, place).toBe(posts);
      for (const action of [actions.followGroupAction, actions.joinGroupAction, actions.leaveGroupAction])
        expect(await posted(column, action, { groupId: id }), place).toBe(card ? "forbidden" : "not_found");
      const mine = actor.kind === "member" ? (await findMyGroups(actor)).map((one) => one.id) : [];
      expect(mine.includes(id), place).toBe(may && ["national", "own federation", "own section"].includes(place));
    }
  });

  it(`of adherents are known and joined by ${who[column]} as the matrix says`, async () => {
    const actor = await actorOfColumn(world, column);
    const { id, name } = await createGroup({ name: `Adhérents ${column}`, adherentsOnly: true, leads: [other] });
    await pictured(id);
    const may = reaches("membersGroup", column);
    expect(await knows(column, actor, id, name)).toBe(may);
    expect(await posted(column, actions.joinGroupAction, { groupId: id })).toBe(may ? "ok" : "not_found");
  });

  it(`that are closed do not exist for ${who[column]}, unless she is in them or invited`, async () => {
    const actor = await actorOfColumn(world, column);
    const { id, name } = await createGroup({ name: `Fermé ${column}`, entry: "closed", leads: [other] });
    await pictured(id);
    expect(await knows(column, actor, id, name)).toBe(false);
    for (const action of [actions.joinGroupAction, actions.followGroupAction, actions.leaveGroupAction])
      expect(await posted(column, action, { groupId: id })).toBe("not_found");
    expect(await posted(column, actions.visitGroupAction, { groupId: id, purpose: "Voir ce qui s’y dit." })).toBe(
      "not_found",
    );
    expect(
      await posted(column, actions.editGroupAction, { ...content, scope: scopes["own section"], groupId: id }),
    ).toBe("not_found");
    if (!actor.id || column === "suspended") return;
    await inviteInTheDatabase(id, actor.id, other.id);
    expect(await knows(column, actor, id, name)).toBe(true);
    expect(await readsWithin(actor, id)).toBe(false);
    await putInGroup(id, actor.id);
    expect(await readsWithin(actor, id)).toBe(true);
  });

  it(`are formed by ${who[column]} where the matrix says, and nowhere else`, async () => {
    for (const place of places) {
      const before = await countRows();
      const outcome = await posted(column, actions.createGroupAction, { ...content, scope: scopes[place] });
      expect(outcome, place).toBe(reaches("groupCreate", column, place) ? "ok" : signedOut(column));
      if (outcome !== "ok") expect(await countRows(), place).toEqual(before);
    }
  });

  it(`are changed, pictured and given a manager by ${who[column]} as the matrix says, on every door`, async () => {
    const actor = await actorOfColumn(world, column);
    for (const place of places) {
      const { id } = await createGroup({ scope: scopes[place], members: [other] });
      await pictured(id);
      const may = reaches("groupEdit", column, place);
      expect(await outcomeOf(getGroupToEdit(actor, id)), place).toBe(may ? "ok" : "not_found");
      expect(await uploadAs(column, id), place).toBe(may ? 422 : 404); // no picture: refused once inside
      const before = await countRows();
      const [edit, uncover, name, remove] = [
        await posted(column, actions.editGroupAction, { ...content, scope: scopes[place], groupId: id }),
        await posted(column, actions.removeGroupCoverAction, { groupId: id }),
        await posted(column, actions.setRoleAction, { groupId: id, memberId: other.id, role: "manager" }),
        await posted(column, actions.removeFromGroupAction, { groupId: id, memberId: other.id, words: "Pour voir." }),
      ];
      const refused = column === "suspended" ? "not_found" : signedOut(column);
      expect([edit, uncover], place).toEqual(may ? ["ok", "ok"] : [refused, refused]);
      expect(name, place).toBe(may ? "ok" : "not_found");
      expect(remove, place).toBe(may ? "forbidden" : "not_found");
      if (!may) expect(await countRows(), place).toEqual(before);
    }
    if (!actor.id || column === "suspended") return;
    // Hers: `o`.
    const led = await createGroup({ scope: scopes["other section"], leads: [{ id: actor.id }], members: [other] });
    const own = { ...content, scope: scopes["other section"], groupId: led.id };
    expect(await posted(column, actions.editGroupAction, own)).toBe("ok");
    const person = { groupId: led.id, memberId: other.id };
    expect(await posted(column, actions.setRoleAction, { ...person, role: "lead" })).toBe("ok");
    expect(await posted(column, actions.setRoleAction, { ...person, role: "member" })).toBe("ok");
    expect(await posted(column, actions.removeFromGroupAction, { ...person, words: "Pour voir." })).toBe("ok");
  });

  it(`on request are visited by ${who[column]} as the matrix says`, async () => {
    const { id: groupId } = await createGroup({ entry: "request", leads: [other] });
    const actor = await actorOfColumn(world, column);
    const may = reaches("groupVisit", column);
    const before = await countRows();
    const outcome = await posted(column, actions.visitGroupAction, { groupId, purpose: "Un signalement est venu." });
    expect(outcome).toBe(may ? "ok" : column === "suspended" ? "not_found" : signedOut(column));
    expect(await readsWithin(actor, groupId)).toBe(may);
    if (!may) expect(await countRows()).toEqual(before);
  });
});
