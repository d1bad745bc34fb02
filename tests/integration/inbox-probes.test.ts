import { randomUUID } from "node:crypto";
import { type Action, postedAs } from "@tests/support/doors.ts";
import { createInbox } from "@tests/support/inbox-world.ts";
import { type Column, columns, places, reach, rows, who } from "@tests/support/matrix.ts";
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
import {
  assignConversationAction,
  broadcastAction,
  opposeBroadcastsAction,
  writeToPlaceAction,
} from "@/features/messages/inbox.actions.ts";
import {
  findFormerLetter,
  findInboxHeader,
  getBroadcastDesk,
  getInbox,
  getInboxPart,
  getPlaceToWrite,
  inboxRoom,
  listBroadcasts,
} from "@/features/messages/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

const WORDS = "Bonjour, je voudrais aider au marché de samedi.";
let world: World;
let asker: { id: string };
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  world = await createWorld();
  asker = await createPerson("Aline Auteure", { section: "03185" });
});

const posted = (column: Column, action: Action, fields: Record<string, string>) =>
  postedAs(sessionOfColumn(world, column), action, formOf(fields));
const refused = (column: Column) => (column === "suspended" ? "forbidden" : "unauthenticated");

describe.each(columns)("what is written to a place, column %s", (column) => {
  it(`is written by ${who[column]} as the matrix says`, async () => {
    const may = rows.inboxWrite.cells[column] === "✓";
    const own: Partial<Record<Column, string>> = { L: "neighbour section", F: "other federation", N: "national" };
    for (const place of places) {
      const before = await countRows();
      const fields = { scope: scopes[place], body: `${WORDS} ${newId()}`, clientId: randomUUID() };
      const outcome = await posted(column, writeToPlaceAction, fields);
      expect(outcome, place).toBe(!may ? refused(column) : own[column] === place ? "forbidden" : "ok");
      if (outcome !== "ok") expect(await countRows(), place).toEqual(before);
      expect(await outcomeOf(getPlaceToWrite(await actorOfColumn(world, column), scopes[place]))).toBe(
        may ? "ok" : "not_found",
      );
      await db.conversation.deleteMany({ where: { kind: "inbox" } });
    }
  });

  it(`is read, listed and entrusted by ${who[column]} as the matrix says, and does not exist otherwise`, async () => {
    const actor = await actorOfColumn(world, column);
    const absent = await refusalOf(getInbox(actor, "national/zz"));
    for (const place of places) {
      const scope = scopes[place];
      const inbox = await createInbox(scope, asker.id);
      const may = reach[rows.inboxAnswer.cells[column]].includes(place);
      expect(await outcomeOf(getInbox(actor, scope)), place).toBe(may ? "ok" : "not_found");
      if (!may) expect(await refusalOf(getInbox(actor, scope)), place).toEqual(absent);
      expect(await outcomeOf(inboxRoom.gate(actor, scope)), place).toBe(may ? "ok" : "not_found");
      expect((await getInboxPart(actor, scope)).waiting, place).toBe(may ? 1 : 0);
      expect((await findInboxHeader(actor, inbox.id)) !== null, place).toBe(may);
      const letter = inbox.messageIds[0] ?? "";
      expect(await outcomeOf(findFormerLetter(actor, letter)), place).toBe(may ? "ok" : "not_found");
      const before = await countRows();
      expect(
        await posted(column, assignConversationAction, { conversationId: inbox.id, assigneeId: actor.id ?? "" }),
        place,
      ).toBe(may ? "ok" : "not_found");
      if (!may) expect(await countRows(), place).toEqual(before);
      await db.conversation.deleteMany({ where: { kind: "inbox" } });
    }
  });

  it(`of her own is found again by ${who[column]}, who looks after none of it`, async () => {
    const actor = await actorOfColumn(world, column);
    if (!actor.id) return;
    const inbox = await createInbox(scopes["own section"], actor.id);
    const may = rows.formerLetter.cells[column] !== "–";
    expect(await outcomeOf(findFormerLetter(actor, inbox.messageIds[0] ?? ""))).toBe(may ? "ok" : "not_found");
    expect(await findInboxHeader(actor, inbox.id)).toEqual(
      may ? expect.objectContaining({ mine: true, assignable: null }) : null,
    );
    const outcome = await posted(column, assignConversationAction, { conversationId: inbox.id, assigneeId: "" });
    // The national level answers for every place, its own question apart: another one takes it.
    expect(outcome).toBe(column === "N" ? "ok" : may ? "forbidden" : "not_found");
    await db.conversation.deleteMany({ where: { kind: "inbox" } });
  });
});

describe.each(columns)("broadcasts, column %s", (column) => {
  it(`are sent, and read by ${who[column]} afterwards, as the matrix says`, async () => {
    const actor = await actorOfColumn(world, column);
    const absent = await refusalOf(getBroadcastDesk(actor, "national/zz"));
    for (const place of places) {
      const scope = scopes[place];
      const may = reach[rows.broadcastSend.cells[column]].includes(place);
      const before = await countRows();
      const outcome = await posted(column, broadcastAction, { scope, words: WORDS, confirmed: "oui" });
      const expected = may ? "ok" : column === "suspended" || !actor.id ? refused(column) : "not_found";
      expect(outcome, place).toBe(expected);
      if (!may) expect(await countRows(), place).toEqual(before);
      expect(await outcomeOf(getBroadcastDesk(actor, scope)), place).toBe(may ? "ok" : "not_found");
      if (!may) expect(await refusalOf(getBroadcastDesk(actor, scope)), place).toEqual(absent);
      expect(await listBroadcasts(actor, scope), place).toHaveLength(may ? 1 : 0);
      await db.broadcast.deleteMany({ where: { scope } });
    }
  });

  it(`are opposed by ${who[column]} as the matrix says`, async () => {
    const may = rows.broadcastOppose.cells[column] === "✓";
    for (const place of places)
      expect(await posted(column, opposeBroadcastsAction, { scope: scopes[place], opposed: "oui" }), place).toBe(
        may ? "ok" : refused(column),
      );
    const { id } = await actorOfColumn(world, column);
    expect(await db.broadcastOpposition.count({ where: { memberId: id ?? "" } })).toBe(may ? places.length : 0);
  });
});
