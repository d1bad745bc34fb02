import { randomUUID } from "node:crypto";
import { createInbox } from "@tests/support/inbox-world.ts";
import { createPerson, type Person, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/core/ids.ts";
import { deleteMessage, getInbox, messageReports, sendMessage } from "@/features/messages/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";

const CLERMONT = "national/63/63113";
let leader: Person;
let asker: Person;
beforeAll(async () => {
  withoutLimits();
  leader = await createPerson("Lucie Locale", {
    adherent: true,
    mandates: [{ role: "section_leader", scope: CLERMONT }],
  });
  asker = await createPerson("Aline Auteure");
});
beforeEach(async () => {
  await db.conversation.deleteMany({ where: { kind: "inbox" } });
});

const as = async ({ id }: Person) => ({ actor: await actorOfMember(id) });
/** A letter of these lines, a minute apart: "?" is the member's, "!" the answer. Answers when each was written. */
async function letter(lines: string) {
  const said = [...lines].map((sign) =>
    sign === "?"
      ? { from: asker.id, words: "Où est le local ?" }
      : { from: leader.id, words: "Place de Jaude.", byPlace: true },
  );
  const { id, messageIds } = await createInbox(CLERMONT, asker.id, said);
  const rows = await db.message.findMany({ where: { conversationId: id }, orderBy: { seq: "asc" } });
  return { id, messageIds, at: rows.map(({ createdAt }) => createdAt) };
}
const takeBack = async (from: Person, messageId: string | undefined) =>
  deleteMessage(await as(from), { messageId: messageId ?? "" });
const stateOf = async (id: string) => {
  const { waitingSince, askedAt } = await db.conversation.findUniqueOrThrow({ where: { id } });
  return { waitingSince, askedAt };
};
const listed = async (voir: string) => (await getInbox((await as(leader)).actor, CLERMONT, { voir })).rows;

describe("since when a member waits for a place", () => {
  it("is when she wrote her second message, once she takes the first one back", async () => {
    const { id, messageIds, at } = await letter("???");
    await db.conversation.update({ where: { id }, data: { waitingSince: at[0] ?? null } });
    await takeBack(asker, messageIds[0]);
    expect(await stateOf(id)).toEqual({ waitingSince: at[1], askedAt: at[2] });
    await takeBack(asker, messageIds[2]);
    expect(await stateOf(id)).toEqual({ waitingSince: at[1], askedAt: at[1] });
    await takeBack(asker, messageIds[1]);
    expect(await stateOf(id)).toEqual({ waitingSince: null, askedAt: null });
    expect(await listed("toutes")).toEqual([]);
  });

  it("is when she first wrote, once the only answer is taken back: the letter is open again", async () => {
    const { id, messageIds, at } = await letter("??!");
    expect((await stateOf(id)).waitingSince).toBeNull();
    expect(await listed("attente")).toEqual([]);
    await takeBack(leader, messageIds[2]);
    expect(await stateOf(id)).toEqual({ waitingSince: at[0], askedAt: at[1] });
    expect(await listed("attente")).toMatchObject([{ id, waitingSince: at[0] }]);
    // Answered anew, she waits no more.
    const words = { conversationId: id, body: "Au 3, place de Jaude.", clientId: randomUUID() };
    await sendMessage(await as(leader), words);
    expect((await stateOf(id)).waitingSince).toBeNull();
  });

  it("is her first message after the last answer that is left; one that was answered since is none", async () => {
    const { id, messageIds, at } = await letter("?!?!?");
    await takeBack(leader, messageIds[3]);
    expect(await stateOf(id)).toEqual({ waitingSince: at[2], askedAt: at[4] });
    await takeBack(asker, messageIds[2]);
    expect(await stateOf(id)).toEqual({ waitingSince: at[4], askedAt: at[4] });
    await takeBack(leader, messageIds[1]);
    expect(await stateOf(id)).toEqual({ waitingSince: at[0], askedAt: at[4] });
  });

  it("stays what it is when what is taken back was answered, or changes nothing for her", async () => {
    const { id, messageIds, at } = await letter("?!!");
    await takeBack(leader, messageIds[1]);
    expect(await stateOf(id)).toEqual({ waitingSince: null, askedAt: at[0] });
    await takeBack(asker, messageIds[0]);
    expect(await stateOf(id)).toEqual({ waitingSince: null, askedAt: at[0] });
  });

  it("is read again when moderation hides a question or an answer, or shows it again", async () => {
    const hide = (objectId: string | undefined, hidden: boolean) =>
      db.$transaction((tx) =>
        messageReports.setHidden(tx as unknown as Tx, { objectId: objectId ?? "", hidden, byId: null }),
      );
    const { id, messageIds, at } = await letter("?!");
    await hide(messageIds[1], true);
    expect(await stateOf(id)).toEqual({ waitingSince: at[0], askedAt: at[0] });
    await hide(messageIds[0], true);
    expect(await stateOf(id)).toEqual({ waitingSince: null, askedAt: null });
    await hide(messageIds[0], false);
    expect((await stateOf(id)).waitingSince).toEqual(at[0]);
    await hide(messageIds[1], false);
    expect((await stateOf(id)).waitingSince).toBeNull();
    await hide(messageIds[0], true);
    await takeBack(leader, messageIds[1]);
    expect(await stateOf(id)).toEqual({ waitingSince: null, askedAt: null });
  });

  it("counts a word to all the members as no answer", async () => {
    const { id, messageIds, at } = await letter("?!");
    const broadcastId = newId();
    const sent = { id: broadcastId, scope: CLERMONT, words: "À jeudi", authorId: leader.id, sentAt: clock.now() };
    await db.broadcast.create({ data: { ...sent, doneAt: clock.now() } });
    const copy = { conversationId: id, seq: 3, authorId: leader.id, fromPlace: true, body: "À jeudi", broadcastId };
    await db.message.create({ data: { ...copy, id: newId(), clientId: randomUUID(), createdAt: clock.now() } });
    await db.conversation.update({ where: { id }, data: { lastSeq: 3 } });
    await takeBack(leader, messageIds[1]);
    expect(await stateOf(id)).toEqual({ waitingSince: at[0], askedAt: at[0] });
  });
});
