import { type Action, postedAs } from "@tests/support/doors.ts";
import { createGroup, inviteInTheDatabase, putInGroup } from "@tests/support/groups-world.ts";
import { type Column, columns, type RowName, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  countRows,
  createPerson,
  createWorld,
  formOf,
  outcomeOf,
  sessionOfColumn,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { jobs } from "@/composition.ts";
import { system } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { getGroup, getGroupInvitePage, getGroupLink, listWaitingRequests } from "@/features/groups/index.ts";
import * as invitations from "@/features/groups/invitation.actions.ts";
import * as links from "@/features/groups/link.actions.ts";
import { hashOfLinkToken, newLinkToken } from "@/features/groups/link.rules.ts";
import * as requests from "@/features/groups/request.actions.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { termsOfGroup } from "./group-entry-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

let world: World;
/** An adherent who keeps every group, those of adherents too, and shows her card to all members; the person of column B, she blocked. */
let keeper: { id: string };
/** Whom one invites. */
let guest: { id: string };
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  world = await createWorld();
  keeper = world.neverNamed;
  await db.member.update({ where: { id: keeper.id }, data: { adherentSince: clock.now() } });
  guest = await createPerson("Zoé Invitable", { adherent: true });
});

const cell = (row: RowName, column: Column) => rows[row].cells[column];
const idOf = (column: Column) => (column === "V" || column === "U" ? null : world.cast[column].id);

/** Posts as a column; where it may not, no row changes, and the answer says no more than a stranger is told. */
async function probe(column: Column, action: unknown, fields: Record<string, string>, allowed: boolean, label: string) {
  const before = await countRows();
  const outcome = await postedAs(sessionOfColumn(world, column), action as Action, formOf(fields));
  const said = `${label}, ${column}: ${outcome}`;
  if (allowed) return expect(outcome, said).toBe("ok");
  expect(["not_found", "forbidden", "unauthenticated"], said).toContain(outcome);
  expect(await countRows(), said).toEqual(before);
}

/** A request of the guest that waits in a group. */
async function requestOf(groupId: string, memberId = guest.id): Promise<string> {
  const id = newId();
  await db.groupRequest.create({ data: { id, groupId, memberId, askedAt: clock.now() } });
  return id;
}

/** A link into a group that holds. */
async function linkInto(groupId: string): Promise<{ token: string; linkId: string }> {
  const [token, id, now] = [newLinkToken(), newId(), clock.now()];
  const days = { createdAt: now, expiresAt: new Date(now.getTime() + 86_400_000) };
  await db.groupLink.create({
    data: { id, groupId, tokenHash: hashOfLinkToken(token), createdById: keeper.id, remaining: 9, ...days },
  });
  return { token, linkId: id };
}

const invitationOf = async (groupId: string, memberId: string) =>
  (await db.groupInvitation.findFirstOrThrow({ where: { groupId, memberId } })).id;

describe.each(columns.map((column) => [column, who[column]] as const))("%s, %s", (column) => {
  it("asks to come into a group on request, never into one that she may not know of", async () => {
    const ask = async (options: Parameters<typeof createGroup>[0], allowed: boolean, label: string) => {
      const group = await createGroup({ entry: "request", leads: [keeper], ...options });
      const fields = { groupId: group.id, terms: await termsOfGroup(group.id) };
      await probe(column, requests.askToJoinAction, fields, allowed, label);
    };
    const may = cell("groupAsk", column) === "✓";
    await ask({}, may, "on request");
    await ask({ adherentsOnly: true }, may && column !== "S", "adherents");
    await ask({ entry: "closed" }, false, "closed");
    const { id: groupId } = await db.group.findUniqueOrThrow({ where: { place: "national/63" } });
    const fields = { groupId, terms: await termsOfGroup(groupId) };
    await probe(column, requests.askToJoinAction, fields, false, "the group of a place");
  });

  it("answers requests and makes links where she keeps the group, and nowhere else", async () => {
    for (const role of ["manager", "member", "follower", null] as const) {
      const group = await createGroup({ entry: "request", leads: [keeper] });
      const id = idOf(column);
      if (id && role) await putInGroup(group.id, id, role);
      const may = cell("groupEntryKeep", column) === "o" && role === "manager";
      const [requestId, { linkId }] = [await requestOf(group.id), await linkInto(group.id)];
      const label = (what: string) => `${what} as ${role}`;
      await probe(column, links.createGroupLinkAction, { groupId: group.id, uses: "3", days: "7" }, may, label("link"));
      await probe(column, links.revokeGroupLinkAction, { linkId }, may, label("revoke"));
      const list = listWaitingRequests(await actorOfColumn(world, column), group.id);
      expect(await outcomeOf(list), label("list")).toBe(may ? "ok" : "not_found");
      await probe(column, requests.answerGroupRequestAction, { requestId, answer: "oui" }, may, label("answer"));
    }
  });

  it("invites where she is in the group, and nowhere else", async () => {
    for (const [entry, role] of [
      ["closed", "manager"],
      ["open", "manager"],
      ["open", "follower"],
      ["open", null],
      ["request", null],
      ["closed", null],
    ] as const) {
      const group = await createGroup({ entry, leads: [keeper] });
      const id = idOf(column);
      if (id && role) await putInGroup(group.id, id, role);
      const may = cell("groupInvite", column) === "o" && role === "manager";
      const label = `${entry}, ${role}`;
      await probe(column, invitations.inviteToGroupAction, { groupId: group.id, memberId: guest.id }, may, label);
      const page = getGroupInvitePage(await actorOfColumn(world, column), group.id, { q: "zo" });
      expect(await outcomeOf(page), label).toBe(may ? "ok" : "not_found");
      if (!may) await inviteInTheDatabase(group.id, guest.id, keeper.id);
      const invitationId = await invitationOf(group.id, guest.id);
      await probe(column, invitations.withdrawInvitationAction, { invitationId }, may, `withdraw, ${label}`);
    }
  });

  it("answers what is hers, and nothing of anybody else", async () => {
    const id = idOf(column);
    const may = cell("groupEntryOwn", column) === "o";
    const group = await createGroup({ entry: "closed", leads: [keeper] });
    await inviteInTheDatabase(group.id, guest.id, keeper.id);
    const [others, theirs] = [await invitationOf(group.id, guest.id), await requestOf(group.id)];
    const yes = { answer: "oui", terms: "" };
    await probe(column, invitations.answerGroupInvitationAction, { invitationId: others, ...yes }, false, "another’s");
    await probe(column, requests.cancelGroupRequestAction, { requestId: theirs }, false, "another’s request");
    if (!id) return;
    await inviteInTheDatabase(group.id, id, keeper.id);
    const invitationId = await invitationOf(group.id, id);
    await probe(column, invitations.answerGroupInvitationAction, { invitationId, ...yes }, may, "invitation");
    const asked = await createGroup({ entry: "request", leads: [keeper] });
    // Her own words are hers to take back, whoever blocked whom.
    const takesBack = may || column === "B";
    await probe(
      column,
      requests.cancelGroupRequestAction,
      { requestId: await requestOf(asked.id, id) },
      takesBack,
      "request",
    );
  });

  it("reads and follows a link as the matrix says", async () => {
    const read = cell("groupLinkRead", column) === "✓";
    const join = cell("groupLinkJoin", column) === "✓";
    for (const adherentsOnly of [false, true]) {
      const group = await createGroup({ entry: adherentsOnly ? "request" : "closed", adherentsOnly, leads: [keeper] });
      const { token } = await linkInto(group.id);
      const actor = await actorOfColumn(world, column);
      const closed = adherentsOnly && column === "S";
      const page = getGroupLink(actor, token);
      expect(await outcomeOf(page), `read, ${column}`).toBe(read && !closed ? "ok" : "not_found");
      // Before she comes in, the group behind the link is hers to know of by the link alone.
      if (!adherentsOnly && column !== "U") expect(await outcomeOf(getGroup(actor, group.id))).toBe("not_found");
      await probe(column, links.joinByLinkAction, { token, terms: "" }, join && !closed, `join, ${adherentsOnly}`);
      const inside = await db.groupMembership.count({ where: { groupId: group.id, memberId: idOf(column) ?? "" } });
      expect(inside).toBe(join && !closed ? 1 : 0);
    }
  });
});

it("the machine itself asks and answers nothing", async () => {
  const group = await createGroup({ entry: "request", leads: [keeper] });
  expect(await outcomeOf(listWaitingRequests(system, group.id))).toBe("not_found");
});
