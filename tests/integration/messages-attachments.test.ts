import { createAttachments, createMessageRow } from "@tests/support/attachments-world.ts";
import { addPersonRow, createConversationRow, createInboxRow, typed } from "@tests/support/messages-world.ts";
import { createStoredFile } from "@tests/support/paper-inputs.ts";
import {
  blockInTheDatabase,
  createPerson,
  outcomeOf,
  type Person,
  refusalOf,
  suspendInTheDatabase,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { docxOf } from "@tests/support/zip.ts";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { dropAttachments } from "@/features/messages/commands/drop-attachments.ts";
import {
  attachmentJobs,
  attachmentsPersonalData,
  messageCommands,
  messageHistory,
  sendMessage,
} from "@/features/messages/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { attachmentDoors, given, refused, sendFile, sendPhoto, showFile, showPhoto } from "./attachment-doors.ts";
import { bytesOf, endless } from "./cover-door.ts";
import { jpeg, kinds, polyglots, strangers, telltale } from "./pictures.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);

let ines: Person;
let paul: Person;
let stranger: Person;
let asInes: Actor;
let asPaul: Actor;
let conversationId: string;
beforeAll(async () => {
  ines = await createPerson("Inès Bonnet");
  paul = await createPerson("Paul Garnier");
  stranger = await createPerson("Maryse Quintin", { section: "03185" });
  [asInes, asPaul] = [await actorOfMember(ines.id), await actorOfMember(paul.id)];
  conversationId = (await createConversationRow({ people: [ines.id, paul.id], messages: ["Bonjour."] })).id;
});
beforeEach(withoutLimits);

const counts = () =>
  Promise.all([db.image.count(), db.storedFile.count(), db.messagePhoto.count(), db.messageFile.count()]);
const sent = (more: object, to = conversationId) => sendMessage({ actor: asInes }, typed(to, more));
const lastOf = async (actor: Actor, id = conversationId) =>
  (await messageHistory(actor, { id })).entries
    .flatMap((entry) => (entry.kind === "message" ? [entry.message] : []))
    .at(-1);

describe("sending a photo for a message to come", () => {
  it("makes it anew in two sizes, for oneself alone, and tells nobody", async () => {
    const facts = await db.fact.count();
    const { id, status } = await sendPhoto(ines, await jpeg(1800, 900));
    expect(status).toBe(200);
    for (const [search, width] of [
      ["", 1600],
      ["?taille=petite", 640],
    ] as const) {
      const response = await showPhoto(ines, id, search);
      expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/webp"]);
      expect(await sharp(await bytesOf(response)).metadata()).toMatchObject({ width, height: width / 2 });
    }
    for (const other of [paul, stranger, null]) expect((await showPhoto(other, id)).status).toBe(404);
    expect(await db.fact.count()).toBe(facts);
  });

  it("is for members: others are refused before anything is read", async () => {
    const gone = await createPerson("Suzanne Suspendue");
    await suspendInTheDatabase(gone.id);
    for (const [person, status] of [
      [null, 401],
      [gone, 403],
    ] as const)
      for (const door of [sendPhoto, sendFile]) {
        const body = endless();
        expect((await door(person, body.stream)).status).toBe(status);
        expect(body.sent()).toBe(0);
      }
  });

  it.each(Object.entries(kinds))("takes %s", async (_, make) => {
    expect((await sendPhoto(ines, await make())).reason).toBe("ok");
  });

  it.each(Object.entries(strangers))("refuses %s, in words, and keeps nothing of it", async (_, [make, reason]) => {
    const before = await counts();
    expect((await sendPhoto(ines, await make())).reason).toBe(reason);
    expect(await counts()).toEqual(before);
  });

  it.each(Object.entries(polyglots))("keeps nothing but the picture of %s", async (_, make) => {
    const { id } = await sendPhoto(ines, await make());
    const bytes = (await bytesOf(await showPhoto(ines, id))).toString("latin1");
    expect(bytes.length).toBeGreaterThan(20);
    for (const trace of ["canary-payload", "<?php", "<script", "PK\x03\x04"]) expect(bytes.includes(trace)).toBe(false);
  });

  it("is counted with all that one sends in a day", async () => {
    singletons.limits = createLimits();
    const busy = await createPerson("Pressée Beaucoup");
    for (let count = 0; count < 15; count++) {
      expect((await sendPhoto(busy, Buffer.from("<svg/>"))).reason).toBe("image_of_another_kind");
      expect((await sendFile(busy, Buffer.from("<svg/>"))).reason).toBe("file_of_another_kind");
    }
    expect(await sendPhoto(busy, await jpeg())).toMatchObject({ status: 429, reason: "too_fast" });
    expect(await sendFile(busy, Buffer.from("Des mots."))).toMatchObject({ status: 429 });
    expect((await sendPhoto(ines, await jpeg())).reason).toBe("ok");
  });
});

describe("sending a file for a message to come", () => {
  it("keeps it for oneself, under a name that lies to nobody, and serves it to be kept", async () => {
    const { id } = await sendFile(ines, docxOf({ name: "word/styles.xml" }), "../..\\\u202ecod.exe.docx");
    const response = await showFile(ines, id);
    expect([response.status, response.headers.get("content-type")]).toEqual([
      200,
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ]);
    const named = response.headers.get("content-disposition") ?? "";
    expect(named).toMatch(/^attachment; /);
    expect(decodeURIComponent(named)).not.toMatch(/[/\\\u202e]/);
    const { name } = await db.messageFile.findUniqueOrThrow({ where: { id } });
    expect(name).toMatch(/\.docx$/);
    expect((await showFile(paul, id)).status).toBe(404);
  });

  it("cuts a name of 300 signs, and keeps its end", async () => {
    const { id } = await sendFile(ines, Buffer.from("Des mots."), `${"é".repeat(300)}.md`);
    const { name } = await db.messageFile.findUniqueOrThrow({ where: { id } });
    expect([[...name].length, name.endsWith(".md")]).toEqual([150, true]);
  });

  it("makes a picture anew: nothing of where and by whom it was taken is left", async () => {
    const { id } = await sendFile(ines, await telltale(), "marché.jpeg");
    const response = await showFile(ines, id);
    expect(response.headers.get("content-disposition")).toMatch(/^inline; /);
    const bytes = await bytesOf(response);
    expect(bytes.toString("latin1")).not.toMatch(/TelltaleCamera|Solène|secret/);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 200, height: 400 });
    expect(await db.storedFile.count({ where: { completedAt: null, uploadedById: ines.id } })).toBe(0);
  });

  it("is refused in words for what is not taken, and nothing of it stays", async () => {
    const before = await counts();
    const reasonOf = async (bytes: Uint8Array, name: string) => (await sendFile(ines, bytes, name)).reason;
    expect(await reasonOf(Buffer.from("<svg onload='1'/>"), "a.svg")).toBe("file_of_another_kind");
    expect(await reasonOf(Buffer.from("<script>alert(1)</script>"), "a.txt")).toBe("file_of_another_kind");
    expect(await reasonOf(docxOf({ name: "word/vbaProject.bin" }), "a.docx")).toBe("file_with_macros");
    expect(await reasonOf(Buffer.from("GIF89a, mais rien d’autre"), "a.gif")).toBe("image_unreadable");
    expect(await reasonOf(Buffer.alloc(0), "a.txt")).toBe("file_missing");
    expect(await reasonOf(Buffer.alloc(25 * 1024 * 1024 + 9000, "a"), "a.txt")).toBe("file_too_heavy");
    expect(await counts()).toEqual(before);
  });

  it("takes only what its sender has just sent, once", async () => {
    const asked = { name: "a.pdf", mime: "application/pdf" as const };
    const add = (fileId: string) => outcomeOf(messageCommands.addMessageFile({ actor: asInes }, { ...asked, fileId }));
    expect(await add(await createStoredFile(paul.id))).toBe("not_found");
    expect(await add(newId())).toBe("not_found");
    const own = await createStoredFile(ines.id);
    const outcomes = await Promise.all([add(own), add(own), add(own)]);
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
  });
});

describe("a message with photos and files", () => {
  it("may have no words; both see them in their order, with what they show", async () => {
    const [one, two, three] = [
      await createAttachments(ines),
      await createAttachments(ines),
      await createAttachments(ines),
    ];
    await sent({
      body: "",
      photoIds: [two.photo, one.photo],
      descriptions: ["Le stand"],
      fileIds: [three.file, one.file],
    });
    for (const actor of [asInes, asPaul])
      expect(await lastOf(actor)).toMatchObject({
        body: "",
        photos: [
          { id: two.photo, description: "Le stand" },
          { id: one.photo, description: "" },
        ],
        files: [{ id: three.file, name: "plan.pdf", mime: "application/pdf" }, { id: one.file }],
      });
    expect(await attachmentDoors(paul, one)).toEqual(given);
    expect(await attachmentDoors(stranger, one)).toEqual(refused);
    expect(await attachmentDoors(null, one)).toEqual(refused);
  });

  it("takes one’s own alone, each in one message, and writes nothing otherwise", async () => {
    const [mine, his] = [await createAttachments(ines), await createAttachments(paul)];
    const before = await db.message.count();
    const refusal = async (more: object) => refusalOf(sent(more));
    for (const more of [
      { photoIds: [his.photo] },
      { fileIds: [his.file] },
      { photoIds: [mine.photo, newId()] },
      { photoIds: [mine.file] },
    ])
      expect(await refusal(more)).toMatchObject({ code: "not_found", reason: "attachment_gone" });
    for (const more of [
      { photoIds: [mine.photo, mine.photo] },
      { photoIds: Array.from({ length: 11 }, newId) },
      { fileIds: Array.from({ length: 6 }, newId) },
      { photoIds: [mine.photo], descriptions: ["é".repeat(301)] },
      { photoIds: "__proto__" },
    ])
      expect(await refusal(more)).toMatchObject({ code: "invalid" });
    expect(await db.message.count()).toBe(before);
    await sent({ photoIds: [mine.photo], fileIds: [mine.file] });
    expect(await refusal({ photoIds: [mine.photo] })).toMatchObject({ reason: "attachment_gone" });
    expect(await refusal({ fileIds: [mine.file] })).toMatchObject({ reason: "attachment_gone" });
  });

  it("gives what two messages want at once to one of them", async () => {
    const { photo, file } = await createAttachments(ines);
    const want = { photoIds: [photo], fileIds: [file] };
    const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(sent(want))));
    expect(outcomes.sort()).toEqual(["not_found", "not_found", "ok"]);
  });

  it("is sent once with one client id, though its photos are then taken", async () => {
    const { photo, file } = await createAttachments(ines);
    const input = typed(conversationId, { photoIds: [photo], fileIds: [file] });
    const answers = [];
    for (let again = 0; again < 2; again++) answers.push(await sendMessage({ actor: asInes }, input));
    expect(answers[1]).toEqual(answers[0]);
  });

  it("is not of who came after it, nor of who left", async () => {
    const late = await createPerson("Léa Tardive");
    const { id } = await createConversationRow({ people: [ines.id, paul.id, stranger.id], messages: ["Bonjour."] });
    const { photo, file } = await createAttachments(ines);
    await sent({ photoIds: [photo], fileIds: [file] }, id);
    expect(await attachmentDoors(stranger, { photo, file })).toEqual(given);
    await addPersonRow(id, late.id);
    expect(await attachmentDoors(late, { photo, file })).toEqual(refused);
    const there = { conversationId_memberId: { conversationId: id, memberId: stranger.id } };
    await db.participant.update({ where: there, data: { leftAt: clock.now() } });
    expect(await attachmentDoors(stranger, { photo, file })).toEqual(refused);
    const own = { conversationId_memberId: { conversationId: id, memberId: ines.id } };
    await db.participant.update({ where: own, data: { leftAt: clock.now() } });
    expect(await attachmentDoors(ines, { photo, file })).toEqual(refused);
  });

  it("stays with both when one blocks the other, and is nobody’s who is suspended", async () => {
    const [one, two] = [await createPerson("Une Amie"), await createPerson("Une Autre")];
    const { id } = await createConversationRow({ people: [one.id, two.id], messages: ["Bonjour."] });
    const of = await createAttachments(one, (await createMessageRow(id, one)).id);
    await blockInTheDatabase(one.id, two.id);
    for (const person of [one, two]) expect(await attachmentDoors(person, of)).toEqual(given);
    await suspendInTheDatabase(two.id);
    expect(await attachmentDoors(two, of)).toEqual(refused);
  });

  it("of an inbox is of those in charge of the place by their mandates", async () => {
    const mandates = [{ role: "section_leader" as const, scope: "national/63/63113" }];
    const leader = await createPerson("Lucie Locale", { adherent: true, mandates });
    const elsewhere = await createPerson("Félix Ailleurs", {
      adherent: true,
      mandates: [{ role: "section_leader", scope: "national/03/03185" }],
    });
    const { messageIds } = await createInboxRow("national/63/63113", paul.id, ["Où sont les tracts ?"]);
    const of = await createAttachments(paul, messageIds[0]);
    expect(await attachmentDoors(leader, of)).toEqual(given);
    expect(await attachmentDoors(elsewhere, of)).toEqual(refused);
    expect(await attachmentDoors(ines, of)).toEqual(refused);
    await db.mandate.updateMany({
      where: { memberId: leader.id },
      data: { beginsAt: new Date(0), endsAt: new Date(1000) },
    });
    expect(await attachmentDoors(leader, of)).toEqual(refused);
  });

  it("that is hidden or deleted gives nothing any more; what was deleted is gone, bytes and all", async () => {
    const hidden = await createMessageRow(conversationId, ines, { hiddenAt: clock.now() });
    const of = await createAttachments(ines, hidden.id);
    for (const person of [ines, paul]) expect(await attachmentDoors(person, of)).toEqual(refused);
    const { id } = await createMessageRow(conversationId, ines);
    const before = await counts();
    const gone = [await createAttachments(ines, id), await createAttachments(ines, id)];
    await db.message.update({ where: { id }, data: { deletedAt: clock.now(), body: "" } });
    for (const one of gone) expect(await attachmentDoors(paul, one)).toEqual(refused);
    await db.$transaction((tx) => dropAttachments(tx as unknown as Tx, [id]));
    expect(await counts()).toEqual(before);
  });
});

describe("an answer about what is hidden", () => {
  it("is the answer about what does not exist, word for word, however it is asked", async () => {
    const secret = await createConversationRow({ people: [paul.id, stranger.id], messages: ["Entre nous."] });
    const { photo, file } = await createAttachments(paul, secret.messageIds[0]);
    const text = async (response: Response) => [response.status, await response.text(), [...response.headers].sort()];
    for (const search of ["", "?taille=petite", "?taille=enorme", "?id=x"])
      expect(await text(await showPhoto(ines, photo, search))).toEqual(
        await text(await showPhoto(ines, newId(), search)),
      );
    for (const headers of [{}, { range: "bytes=0-1" }, { range: "bytes=9999-" }] as Record<string, string>[])
      expect(await text(await showFile(ines, file, headers))).toEqual(
        await text(await showFile(ines, newId(), headers)),
      );
    for (const id of ["__proto__", "..", "%00", "a".repeat(500), "0123456789aB"]) {
      expect((await showPhoto(ines, encodeURIComponent(id))).status).toBe(404);
      expect((await showFile(ines, encodeURIComponent(id))).status).toBe(404);
    }
    expect((await showFile(ines, photo)).status).toBe(404);
    expect((await showPhoto(paul, file)).status).toBe(404);
  });
});

describe("what went with no message", () => {
  it("is gone after a day; the rest stays", async () => {
    const ago = new Date(Date.now() - 25 * 3_600_000);
    const { id } = await createMessageRow(conversationId, ines);
    const [stray, fresh, kept] = [
      await createAttachments(ines),
      await createAttachments(ines),
      await createAttachments(ines, id),
    ];
    for (const { photo, file } of [stray, kept]) {
      await db.messagePhoto.update({ where: { id: photo }, data: { addedAt: ago } });
      await db.messageFile.update({ where: { id: file }, data: { addedAt: ago } });
    }
    const [images, files] = await counts();
    for (const job of attachmentJobs) await job.run({});
    const left = async ({ photo, file }: { photo: string; file: string }) =>
      (await db.messagePhoto.count({ where: { id: photo } })) + (await db.messageFile.count({ where: { id: file } }));
    expect(await Promise.all([stray, fresh, kept].map(left))).toEqual([0, 2, 2]);
    expect((await counts()).slice(0, 2)).toEqual([images - 1, files - 1]);
  });
});

describe("one’s own data", () => {
  it("holds one’s photos and files and nobody else’s; photos go with the account, files stay without its name", async () => {
    const leaving = await createPerson("Lou Partante");
    const { id, messageIds } = await createConversationRow({ people: [leaving.id, paul.id], messages: ["Bonjour."] });
    const [mine, waiting, his] = [
      await createAttachments(leaving, messageIds[0]),
      await createAttachments(leaving),
      await createAttachments(paul, (await createMessageRow(id, paul)).id),
    ];
    const { photos, fichiers } = await attachmentsPersonalData.read(leaving.id);
    expect([photos, fichiers].map((list) => (list as unknown[]).length)).toEqual([2, 2]);
    expect(JSON.stringify(photos)).toContain("data:image/webp;base64,");
    await db.$transaction((tx) => attachmentsPersonalData.erase(tx as unknown as Tx, { id: leaving.id, email: "" }));
    for (const [{ photo, file }, photoCount, fileCount] of [
      [mine, 0, 1],
      [waiting, 0, 0],
      [his, 1, 1],
    ] as const) {
      expect(await db.messagePhoto.count({ where: { id: photo } })).toBe(photoCount);
      expect(await db.messageFile.count({ where: { id: file } })).toBe(fileCount);
    }
    expect(await db.storedFile.count({ where: { uploadedById: leaving.id } })).toBe(0);
    expect((await showFile(paul, mine.file)).status).toBe(200);
  });

  it("holds nothing that a decision hid", async () => {
    const { id } = await createMessageRow(conversationId, stranger, { hiddenAt: clock.now() });
    await createAttachments(stranger, id);
    expect(await attachmentsPersonalData.read(stranger.id)).toMatchObject({ photos: [], fichiers: [] });
  });
});
