import { createAttachments } from "@tests/support/attachments-world.ts";
import { createConversationRow } from "@tests/support/messages-world.ts";
import { createPerson, type Person } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { forgetReportedWords, forgetUnreadConversations } from "@/features/messages/attachment.jobs.ts";
import { forgetConversations } from "@/features/messages/commands/forget-conversations.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { judge, judgements } from "./judged-world.ts";
import { prepare } from "./moderation-world.ts";

let author: Person;
let reader: Person;
beforeAll(async () => {
  await prepare();
  author = await createPerson("Aline Autrice");
  reader = await createPerson("Rémi Lecteur");
});

/** A conversation that all have left, with a photo and a file. */
async function ended() {
  const { id, messageIds } = await createConversationRow({
    ...{ kind: "several", people: [author.id, reader.id], messages: ["Des mots.", "Et d’autres."] },
  });
  await db.participant.updateMany({ where: { conversationId: id }, data: { leftAt: clock.now() } });
  const messageId = messageIds[0] ?? "";
  return { id, messageId, of: await createAttachments(author, messageId) };
}
const bytes = async () => [await db.image.count(), await db.storedFile.count(), await db.storedFileChunk.count()];

describe("the end of conversations by night", () => {
  it("takes photos and files with it, whatever was judged long ago, and leaves what is contested as it is", async () => {
    const before = await bytes();
    const conversations = new Map<string, string>();
    for (const state of judgements) {
      const { id, messageId } = await ended();
      conversations.set(state, id);
      await judge({ kind: "message", objectId: messageId }, state);
    }
    for (let n = 0; n < 3; n++) await ended();
    await forgetUnreadConversations.run({});
    const left = await db.conversation.findMany({ where: { id: { in: [...conversations.values()] } } });
    const contested = judgements.filter((state) => state !== "decided long ago");
    expect(left.map(({ id }) => id).sort()).toEqual(contested.map((state) => conversations.get(state)).sort());
    expect(await bytes()).toEqual(before.map((many) => many + contested.length));
    await forgetReportedWords.run({});
    expect(await bytes()).toEqual(before.map((many) => many + contested.length));
  });

  it("has a bound for one run, a few at a time, and goes on the next night", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 27; n++) ids.push((await ended()).id);
    const left = () => db.conversation.count({ where: { id: { in: ids } } });
    await forgetConversations(12);
    expect(await left()).toBe(15);
    await forgetConversations(12);
    expect(await left()).toBe(3);
    await forgetConversations();
    expect(await left()).toBe(0);
  });

  it("keeps what was done when something stops it", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 15; n++) ids.push((await ended()).id);
    const [last = ""] = ids.toSorted().slice(-1);
    await db.$executeRawUnsafe(`create function refuse_end() returns trigger language plpgsql as
      $$ begin if old.id = '${last}' then raise exception 'refused'; end if; return old; end $$`);
    await db.$executeRawUnsafe(
      "create trigger refuse_end before delete on conversation for each row execute function refuse_end()",
    );
    await expect(forgetUnreadConversations.run({})).rejects.toThrow();
    await db.$executeRawUnsafe("drop trigger refuse_end on conversation");
    await db.$executeRawUnsafe("drop function refuse_end()");
    expect(await db.conversation.count({ where: { id: { in: ids } } })).toBe(5);
    await forgetUnreadConversations.run({});
    expect(await db.conversation.count({ where: { id: { in: ids } } })).toBe(0);
  });

  it("leaves no image and no file to nobody, though somebody holds a photo at that moment", async () => {
    const { id, of } = await ended();
    const { imageId } = await db.messagePhoto.findUniqueOrThrow({ where: { id: of.photo } });
    const { fileId } = await db.messageFile.findUniqueOrThrow({ where: { id: of.file } });
    let work: Promise<void> | undefined;
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`select id from message_photo where id = ${of.photo} for update`;
      await tx.$queryRaw`select id from message_file where id = ${of.file} for update`;
      work = forgetUnreadConversations.run({});
      await waitingForALock();
    });
    await work;
    expect(await db.conversation.count({ where: { id } })).toBe(0);
    expect(await db.image.count({ where: { id: imageId } })).toBe(0);
    expect(await db.storedFile.count({ where: { id: fileId } })).toBe(0);
  });
});

/** Until somebody in this database waits for a lock. */
async function waitingForALock(): Promise<void> {
  await expect
    .poll(
      async () => {
        const [row] = await db.$queryRaw<{ many: number }[]>`
          select count(*)::int as many from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        return row?.many ?? 0;
      },
      { timeout: 4_000 },
    )
    .toBeGreaterThan(0);
}
