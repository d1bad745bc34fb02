import { randomUUID } from "node:crypto";
import { type Action, askedAs, jsonPost, postedAs } from "@tests/support/doors.ts";
import { startLive } from "@tests/support/live-server.ts";
import { columns, type Place, rows, who } from "@tests/support/matrix.ts";
import { createConversationRow, createInboxRow, createRequestRow } from "@tests/support/messages-world.ts";
import {
  actorOfColumn,
  blockInTheDatabase,
  countRows,
  createWorld,
  formOf,
  type Person,
  refusalOf,
  scopes,
  sessionOfColumn,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { POST as startRoute } from "@/app/api/messages/commencer/route.ts";
import { GET as unreadRoute } from "@/app/api/messages/non-lus/route.ts";
import { jobs } from "@/composition.ts";
import { newId } from "@/core/ids.ts";
import * as actions from "@/features/messages/conversation.actions.ts";
import { findDirect, getConversation, listConversations, reachOf, searchMessages } from "@/features/messages/index.ts";
import { getLog, listHistory } from "@/features/messages/message-log.queries.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { createProfile } from "./profiles-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

const SECRET = "chrysanthème";
const sections = ["own section", "neighbour section", "other section"] as const satisfies readonly Place[];
type Other = Person & { place: (typeof sections)[number] };
let world: World;
let live: Awaited<ReturnType<typeof startLive>>;

/** Somebody in each place, who shows her card to all members. */
const everyOther = (): Promise<Other[]> =>
  Promise.all(
    sections.map(async (place) => ({
      ...(await createProfile("Camille Autre", {
        section: scopes[place].split("/")[2] ?? "",
        shown: { card: "members" },
      })),
      place,
    })),
  );

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  world = await createWorld();
  live = await startLive();
});
afterAll(() => live.close());

/** Where each column writes freely beside her own section: TRUST.md, "message · send". */
const freely: Partial<Record<(typeof columns)[number], readonly Place[]>> = {
  L: ["neighbour section"],
  F: ["other section"],
  M: ["neighbour section", "other section"],
  N: ["neighbour section", "other section"],
};

describe.each(columns)("column %s", (column) => {
  const session = () => sessionOfColumn(world, column);
  const actorHere = () => actorOfColumn(world, column);
  const may = rows.messageStart.cells[column] === "✓";
  const refused =
    column === "V" || column === "U" ? "unauthenticated" : column === "suspended" ? "forbidden" : "not_found";
  const posted = (action: Action, fields: Record<string, string>) => postedAs(session(), action, formOf(fields));

  it(`lets ${who[column]} write freely or ask, as the matrix says, through every door`, async () => {
    for (const other of await everyOther()) {
      if (column === "B") await blockInTheDatabase(other.id, world.cast.B.id);
      const free = other.place === "own section" || freely[column]?.includes(other.place);
      const label = `${who[column]}, to somebody of the ${other.place}`;
      expect(await reachOf(await actorHere(), other.id), label).toBe(!may ? "no" : free ? "freely" : "request");
      const words = () => ({ to: other.id, body: "Bonjour.", clientId: randomUUID() });
      const before = await countRows();
      const outcome = await posted(actions.startConversationAction, words());
      expect(outcome, label).toBe(may ? "ok" : refused);
      const json = await askedAs(session(), () => startRoute(jsonPost({ ...words(), to: [other.id] })));
      expect(json.outcome, label).toBe(!may ? refused : free ? "ok" : "conflict"); // a request is one message
      if (!may) {
        expect(await countRows(), label).toEqual(before);
        if (refused === "not_found")
          expect(await posted(actions.startConversationAction, { ...words(), to: newId() })).toBe("not_found");
        continue;
      }
      const conversationId = (await findDirect(await actorHere(), other.id)) ?? "";
      const request = await db.conversationRequest.findUnique({ where: { conversationId } });
      expect(request === null, label).toBe(free === true);
    }
  });

  it(`shows ${who[column]} nothing of others’ conversations, on any door: staff neither`, async () => {
    const [one = "", two = "", third = ""] = (await everyOther()).map(({ id }) => id);
    const direct = await createConversationRow({ people: [one, two], messages: [`Un ${SECRET}.`] });
    const several = await createConversationRow({
      kind: "several",
      people: [one, two, third],
      messages: [`Un ${SECRET}.`],
    });
    const request = await createRequestRow(two, third);
    const inbox = await createInboxRow(scopes["own section"], one, [`Un ${SECRET}.`]);
    const actor = await actorHere();
    const screen = await live.open(session()).catch(() => null);
    const foreign = [direct, several, request, ...(column === "N" ? [] : [inbox])];
    for (const { id } of foreign) {
      const readings = (conversationId: string) => [
        getConversation(actor, conversationId),
        getLog(actor, conversationId, 0),
        listHistory(actor, conversationId),
      ];
      const absent = await Promise.all(readings(newId()).map(refusalOf));
      expect(await Promise.all(readings(id).map(refusalOf))).toEqual(absent);
      expect(JSON.stringify(absent)).not.toContain("answered");
      expect((await screen?.ask("join", { room: "conversation", id }))?.error?.code ?? "not_found").toBe("not_found");
      const before = await countRows();
      const acts: [Action, Record<string, string>][] = [
        [actions.answerMessageRequestAction, { answer: "accept" }],
        [actions.addPeopleAction, { memberIds: actor.id ?? third }],
        [actions.removePersonAction, { memberId: two }],
        [actions.nameConversationAction, { name: "À moi" }],
        [actions.muteConversationAction, { muted: "oui" }],
        [actions.leaveConversationAction, {}],
      ];
      for (const [action, fields] of acts)
        expect(await posted(action, { conversationId: id, ...fields })).toBe("not_found");
      expect(await countRows()).toEqual(before);
      if (actor.kind === "member") {
        const found = await searchMessages(actor, { q: SECRET, conversationId: id });
        expect(found.found).toEqual([]);
      }
    }
    if (actor.kind === "member") {
      expect((await searchMessages(actor, { q: SECRET })).found).toEqual([]);
      expect(JSON.stringify(await listConversations(actor))).not.toContain(SECRET);
    } else expect(await refusalOf(listConversations(actor))).toMatchObject({ code: "not_found" });
    const counted = await askedAs(session(), () =>
      unreadRoute(new NextRequest("http://localhost/api/messages/non-lus"), { params: Promise.resolve({}) }),
    );
    for (const { id } of [...foreign, inbox]) expect(JSON.stringify(counted.value)).not.toContain(id);
    screen?.socket.disconnect();
  });
});

describe("who answers for a place", () => {
  it("reads what was written to it there, and finds it in no list or badge of her own", async () => {
    const inbox = await createInboxRow(scopes["neighbour section"], world.named.id, [`Un ${SECRET}.`]);
    const actor = await actorOfColumn(world, "L");
    expect(await getConversation(actor, inbox.id)).toMatchObject({
      ...{ kind: "inbox", title: world.named.name, can: { write: true, assign: true, mute: true, leave: false } },
    });
    expect(JSON.stringify(await listConversations(actor))).not.toContain(inbox.id);
    expect((await searchMessages(actor, { q: SECRET, conversationId: inbox.id })).found).toHaveLength(1);
    expect((await searchMessages(actor, { q: SECRET })).found).toEqual([]);
    const member = await actorOfColumn(world, "A");
    expect(await refusalOf(getConversation(member, inbox.id))).toMatchObject({ code: "not_found" });
  });
});
