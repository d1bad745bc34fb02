import { randomUUID } from "node:crypto";
import { askedAs, jsonPost } from "@tests/support/doors.ts";
import { type Column, columns, rows, who } from "@tests/support/matrix.ts";
import { createConversationRow, createInboxRow } from "@tests/support/messages-world.ts";
import {
  actorOfColumn,
  countRows,
  createPerson,
  createWorld,
  outcomeOf,
  type Person,
  scopes,
  sessionOfColumn,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as historyRoute } from "@/app/api/messages/[id]/avant/route.ts";
import { GET as logRoute } from "@/app/api/messages/[id]/suite/route.ts";
import { POST as sendRoute } from "@/app/api/messages/envoyer/route.ts";
import { POST as readRoute } from "@/app/api/messages/lu/route.ts";
import { POST as editRoute } from "@/app/api/messages/modifier/route.ts";
import { POST as deleteRoute } from "@/app/api/messages/supprimer/route.ts";
import { conversationRoom } from "@/features/messages/index.ts";
import { db } from "@/platform/db/client.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);

const absent = "0".repeat(12);
let world: World;
let ines: Person;
let paul: Person;

beforeAll(async () => {
  withoutLimits();
  world = await createWorld();
  [ines, paul] = [await createPerson("Inès Bonnet"), await createPerson("Paul Garnier")];
});

const get =
  (run: typeof logRoute, id: string, search = "apres=0") =>
  () =>
    run(new NextRequest(`http://localhost/api?${search}`), { params: Promise.resolve({ id }) });
const sent = (conversationId: string) => ({ conversationId, clientId: randomUUID(), body: "Bonjour à vous." });

/** Every door of a conversation, as a browser of a column opens it: how each answers, and their errors. */
async function doorsOf(column: Column, { id, messageId }: { id: string; messageId: string }) {
  const session = sessionOfColumn(world, column);
  const reading = [get(logRoute, id), get(historyRoute, id, "")];
  const writing = [
    () => sendRoute(jsonPost(sent(id))),
    () => readRoute(jsonPost({ conversationId: id, seq: 1 })),
    () => editRoute(jsonPost({ messageId, body: "Autrement dit." })),
    () => deleteRoute(jsonPost({ messageId })),
  ];
  const ask = async (doors: readonly (() => Promise<Response>)[]) => {
    const answers = [];
    for (const door of doors) answers.push(await askedAs(session, door));
    return answers;
  };
  const actor = await actorOfColumn(world, column);
  return {
    read: await ask(reading),
    room: await outcomeOf(conversationRoom.gate(actor, id)),
    written: await ask(writing),
  };
}
const outcomes = (answers: readonly { outcome: string }[]) => [...new Set(answers.map(({ outcome }) => outcome))];

describe.each(columns)("conversations, column %s", (column) => {
  it(`of others are not there for ${who[column]}, on any door, and nothing changes`, async () => {
    const { id, messageIds } = await createConversationRow({
      kind: "several",
      people: [ines.id, paul.id],
      messages: ["Un"],
    });
    const before = await countRows();
    const found = await doorsOf(column, { id, messageId: messageIds[0] ?? "" });
    const nothing = await doorsOf(column, { id: absent, messageId: absent });
    expect(outcomes(found.read)).toEqual(["not_found"]);
    expect(found.room).toBe("not_found");
    expect(found.written.map(({ outcome, error }) => [outcome, error])).toEqual(
      nothing.written.map(({ outcome, error }) => [outcome, error]),
    );
    expect(found.written.every(({ outcome }) => outcome !== "ok")).toBe(true);
    expect(found.read.map(({ error }) => error)).toEqual(nothing.read.map(({ error }) => error));
    expect(await countRows()).toEqual(before);
  });

  it(`where she is are read and written by ${who[column]} as their rows say`, async () => {
    const actor = await actorOfColumn(world, column);
    if (actor.id === null) {
      expect([rows.messageRead.cells[column], rows.messageSend.cells[column]]).toEqual(["–", "–"]);
      return;
    }
    // B: blocked by the other of the two.
    const other = column === "B" ? world.neverNamed : ines;
    const { id, messageIds } = await createConversationRow({ people: [actor.id, other.id], messages: ["Un", "Deux"] });
    const found = await doorsOf(column, { id, messageId: messageIds[0] ?? "" });
    const reads = rows.messageRead.cells[column] === "o";
    expect(outcomes(found.read)).toEqual([reads ? "ok" : "not_found"]);
    expect(found.room).toBe(reads ? "ok" : "not_found");
    const [send, , edit] = found.written.map(({ outcome }) => outcome);
    const refusal = reads ? "conflict" : "forbidden";
    const writes = rows.messageSend.cells[column] === "o";
    expect([send, edit].map((outcome) => (outcome === "not_found" ? "forbidden" : outcome))).toEqual(
      writes ? ["ok", "ok"] : [refusal, refusal],
    );
    expect(found.written.at(1)?.outcome).toBe(reads ? "ok" : "forbidden");
  });

  it(`of a place are read by ${who[column]} who answers for it alone`, async () => {
    const led = await createInboxRow(scopes["neighbour section"], paul.id, ["Bonjour"]);
    const administered = await createInboxRow(scopes["other section"], paul.id, ["Bonjour"]);
    const own = await createInboxRow(scopes["own section"], paul.id, ["Bonjour"]);
    const reads = async ({ id }: { id: string }) =>
      outcomes((await doorsOf(column, { id, messageId: absent })).read).join();
    const ok = (may: boolean) => (may ? "ok" : "not_found");
    expect(await reads(led)).toBe(ok(column === "L" || column === "N"));
    expect(await reads(administered)).toBe(ok(column === "F" || column === "N"));
    expect(await reads(own)).toBe(ok(column === "N"));
    await db.conversation.deleteMany({ where: { memberId: paul.id } });
  });
});
