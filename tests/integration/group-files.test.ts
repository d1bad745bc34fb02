import { buffer } from "node:stream/consumers";
import { createGroup } from "@tests/support/groups-world.ts";
import { createFileIn, createStoredFile } from "@tests/support/paper-inputs.ts";
import {
  blockInTheDatabase,
  createPerson,
  inBrowser,
  outcomeOf,
  type Person,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { docxOf } from "@tests/support/zip.ts";
import { NextRequest } from "next/server";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as preview } from "@/app/api/groupes/[id]/fichiers/[fichier]/apercu/route.ts";
import { GET as download } from "@/app/api/groupes/[id]/fichiers/[fichier]/route.ts";
import { POST } from "@/app/api/groupes/[id]/fichiers/route.ts";
import { newId } from "@/core/ids.ts";
import {
  addFile,
  drawPdf,
  getFile,
  groupFileReports,
  groupFilesPersonalData,
  listFiles,
  purgeFiles,
  removeFile,
} from "@/features/group-files/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { drawFirstPage } from "@/platform/pdf-page.ts";
import { actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { jpeg, telltale } from "./pictures.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);

let people: Record<"fatou" | "ines" | "manager" | "stranger" | "moderator", Person>;
let groupId: string;
let told: { name: string; ids: Record<string, unknown> }[] = [];

beforeAll(async () => {
  withoutLimits();
  people = {
    fatou: await createPerson("Fatou Fidèle", { adherent: true }),
    ines: await createPerson("Inès Intrépide", { adherent: true }),
    manager: await createPerson("Maël Méthodique", { adherent: true }),
    stranger: await createPerson("Paul Passant", { section: "03185" }),
    moderator: await createPerson("Maud Modératrice", {
      section: "03185",
      adherent: true,
      mandates: [{ role: "moderator", scope: "national" }],
    }),
  };
  const { fatou, ines, manager } = people;
  groupId = (await createGroup({ entry: "request", members: [fatou, ines], managers: [manager] })).id;
  singletons.publisher = (facts) => void told.push(...facts.map(({ name, ids }) => ({ name, ids })));
});
beforeEach(() => {
  told = [];
});
afterAll(() => {
  singletons.publisher = undefined;
});

const as = (who: keyof typeof people) => actorOfSession(people[who].session);
const by = async (who: keyof typeof people) => ({ actor: await as(who) });

/** Sends a file as a browser does; answers the status and what the door said. */
async function send(who: keyof typeof people, bytes: Uint8Array, name: string, group = groupId, script = true) {
  const form = new FormData();
  form.append("fichier", new File([new Uint8Array(bytes)], name));
  const made = new Response(form);
  const body = await made.arrayBuffer();
  const headers = {
    "content-type": made.headers.get("content-type") ?? "",
    "content-length": String(body.byteLength),
    accept: script ? "application/json" : "text/html",
  };
  const request = new NextRequest(`http://localhost/api/groupes/${group}/fichiers`, { method: "POST", headers, body });
  const response = await inBrowser(people[who].session, () =>
    POST(request, { params: Promise.resolve({ id: group }) }),
  );
  const said = script ? ((await response.json()) as { value?: { id: string }; error?: { reason: string } }) : {};
  return { status: response.status, location: response.headers.get("location"), ...said };
}

const fetched = (who: keyof typeof people | null, fichier: string, door: typeof download = download, query = "") =>
  inBrowser(who && people[who].session, () =>
    door(new NextRequest(`http://localhost/api/groupes/${groupId}/fichiers/${fichier}${query}`), {
      params: Promise.resolve({ id: groupId, fichier }),
    }),
  );

async function pdfOf(words: string, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const made = new PDFDocument({ size: "A4", ...options });
  made.fontSize(60).fillColor("#cc0022").text(words);
  made.end();
  return buffer(made);
}

describe("giving a group a file", () => {
  it("is for its members, who all have it then, and tells so", async () => {
    const sent = docxOf();
    const { status, value } = await send("fatou", sent, "Compte rendu d’été.docx");
    expect(status).toBe(200);
    const fileId = value?.id ?? "";
    expect(told).toEqual([{ name: "group-file.added", ids: { fileId, groupId, kind: "document" } }]);
    const { files, can } = await listFiles(await as("ines"), { groupId });
    expect(can.add).toBe(true);
    expect(files[0]).toMatchObject({
      id: fileId,
      name: "Compte rendu d’été.docx",
      word: "Document",
      size: sent.length,
      preview: null,
      by: { name: "Fatou Fidèle" },
      can: { remove: false, report: true },
    });
    const got = await fetched("ines", fileId);
    expect(Buffer.from(await got.arrayBuffer()).equals(sent)).toBe(true);
    expect(got.headers.get("content-type")).toMatch(/wordprocessingml/);
    expect(got.headers.get("content-disposition")).toBe(
      `attachment; filename="Compte rendu dete.docx"; filename*=UTF-8''Compte%20rendu%20d%E2%80%99%C3%A9t%C3%A9.docx`,
    );
    expect(got.headers.get("cache-control")).toContain("private");
  });

  it("is refused to who is not in it before a byte is read, and leaves nothing", async () => {
    const before = await db.storedFile.count();
    expect(await send("stranger", await pdfOf("x"), "a.pdf")).toMatchObject({ status: 404 });
    const open = await createGroup();
    expect(await send("stranger", await pdfOf("x"), "a.pdf", open.id)).toMatchObject({
      status: 403,
      error: { reason: "not_in_group" },
    });
    expect(await db.storedFile.count()).toBe(before);
    expect(told).toEqual([]);
  });

  it("is refused in words for what is not taken, and nothing of it stays", async () => {
    const before = [await db.storedFile.count(), await db.groupFile.count(), await db.image.count()];
    const reasonOf = async (bytes: Uint8Array, name: string) => (await send("fatou", bytes, name)).error?.reason;
    expect(await reasonOf(Buffer.from("<script>alert(1)</script>"), "a.txt")).toBe("file_of_another_kind");
    expect(await reasonOf(Buffer.from("<svg onload='1'/>"), "a.svg")).toBe("file_of_another_kind");
    expect(await reasonOf(docxOf({ name: "word/vbaProject.bin" }), "a.docx")).toBe("file_with_macros");
    expect(await reasonOf(Buffer.from("GIF89a, mais rien d’autre"), "a.gif")).toBe("image_unreadable");
    expect(await reasonOf(Buffer.alloc(0), "a.txt")).toBe("file_missing");
    // What begins as a text and goes on as something else.
    expect(await reasonOf(Buffer.concat([Buffer.alloc(300_000, "a"), Buffer.from([0])]), "a.txt")).toBe(
      "file_of_another_kind",
    );
    expect([await db.storedFile.count(), await db.groupFile.count(), await db.image.count()]).toEqual(before);
  });

  it("leads a form without scripts back to the files, with the reason when it was refused", async () => {
    const sent = await send("fatou", Buffer.from("Des mots."), "a.txt", groupId, false);
    expect(sent).toMatchObject({ status: 303 });
    expect(sent.location).toMatch(/\/fichiers#fichiers$/);
    expect((await send("fatou", Buffer.from("<html>"), "a.txt", groupId, false)).location).toContain(
      "?fichier=file_of_another_kind#fichiers",
    );
  });

  it("makes a picture anew: nothing of where and by whom it was taken is left, and it is shown", async () => {
    const sent = await telltale();
    const { value } = await send("fatou", sent, "marché.jpeg");
    const got = await fetched("ines", value?.id ?? "");
    expect(got.headers.get("content-disposition")).toMatch(/^inline; .*march%C3%A9\.jpeg$/);
    const bytes = Buffer.from(await got.arrayBuffer());
    expect(bytes.toString("latin1")).not.toMatch(/TelltaleCamera|Solène|secret/);
    const { exif, xmp, width, height, orientation } = await sharp(bytes).metadata();
    expect([exif, xmp, orientation]).toEqual([undefined, undefined, undefined]);
    expect([width, height]).toEqual([200, 400]);
    const [{ preview: shown } = { preview: null }] = (await listFiles(await as("ines"), { groupId })).files;
    expect(shown).toMatchObject({ width: 200, height: 400 });
    expect((await fetched("ines", value?.id ?? "", preview, "?taille=petite")).headers.get("content-type")).toBe(
      "image/webp",
    );
    expect(await db.storedFile.count({ where: { completedAt: null, uploadedById: people.fatou.id } })).toBe(0);
  });

  it("keeps a picture as large as it was sent", async () => {
    const { value } = await send("fatou", await jpeg(3000, 2000), "affiche.jpg");
    const bytes = Buffer.from(await (await fetched("ines", value?.id ?? "")).arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 3000, height: 2000 });
  });

  it("takes only what its sender has just sent, once", async () => {
    const asked = { groupId, name: "a.pdf", mime: "application/pdf" as const, preview: null };
    const foreign = await createStoredFile(people.ines.id);
    expect(await outcomeOf(addFile(await by("fatou"), { ...asked, fileId: foreign }))).toBe("not_found");
    const own = await createStoredFile(people.fatou.id);
    const twice = await Promise.all(
      [1, 2, 3].map(async () => outcomeOf(addFile(await by("fatou"), { ...asked, fileId: own }))),
    );
    expect(twice.filter((outcome) => outcome === "ok")).toHaveLength(1);
  });
});

describe("the first page of a PDF", () => {
  it("is drawn once the file is there, for those who have it", async () => {
    const { value } = await send("fatou", await pdfOf("Tractage"), "tract.pdf");
    const fileId = value?.id ?? "";
    expect(told[0]?.ids.kind).toBe("pdf");
    await drawPdf.run({ fileId });
    await drawPdf.run({ fileId });
    const [file] = (await listFiles(await as("ines"), { groupId })).files;
    expect(file?.preview).toMatchObject({ height: 1198 });
    const drawn = Buffer.from(await (await fetched("ines", fileId, preview, "?taille=grande")).arrayBuffer());
    const { channels } = await sharp(drawn).stats();
    // Red letters on white: blue and green were lost somewhere, red was not.
    expect(channels[0]?.mean ?? 0).toBeGreaterThan((channels[2]?.mean ?? 255) + 1);
    expect((await fetched("stranger", fileId, preview)).status).toBe(404);
    const got = await fetched("ines", fileId);
    expect(got.headers.get("content-disposition")).toMatch(/^attachment/);
  });

  it("of a damaged, protected or slow one is not drawn, and the file stays", async () => {
    expect(await drawFirstPage(Buffer.from("%PDF-1.7 pas davantage"))).toBeNull();
    expect(await drawFirstPage(await pdfOf("x", { userPassword: "secret" }))).toBeNull();
    expect(await drawFirstPage(await pdfOf("x"), 1)).toBeNull();
    const fileId = await createFileIn(groupId);
    await db.groupFile.update({ where: { id: fileId }, data: { previewId: null } });
    await drawPdf.run({ fileId });
    expect((await fetched("ines", fileId)).status).toBe(200);
    expect((await fetched("ines", fileId, preview)).status).toBe(404);
  });

  it("of an immense one is drawn small", async () => {
    expect(await drawFirstPage(await pdfOf("x", { size: [14_400, 7_200] }))).toMatchObject({
      width: 1200,
      height: 600,
    });
  });
});

describe("taking a file away", () => {
  it("is for who added it and who keeps the group; nobody has it any more", async () => {
    const fileId = await createFileIn(groupId, { addedById: people.fatou.id });
    expect(await outcomeOf(removeFile(await by("ines"), { fileId }))).toBe("forbidden");
    expect(await outcomeOf(removeFile(await by("stranger"), { fileId }))).toBe("not_found");
    expect(told).toEqual([]);
    await removeFile(await by("fatou"), { fileId });
    expect(told).toEqual([{ name: "group-file.removed", ids: { fileId, groupId } }]);
    expect(await outcomeOf(removeFile(await by("fatou"), { fileId }))).toBe("not_found");
    for (const who of ["fatou", "ines", "manager"] as const) {
      expect((await fetched(who, fileId)).status).toBe(404);
      expect((await fetched(who, fileId, preview)).status).toBe(404);
    }
    const another = await createFileIn(groupId, { addedById: people.fatou.id });
    expect(await outcomeOf(removeFile(await by("manager"), { fileId: another }))).toBe("ok");
  });

  it("is for good a month later, its bytes and its picture too", async () => {
    const [old, recent] = [await createFileIn(groupId), await createFileIn(groupId)];
    const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 24 * 3_600_000);
    await db.groupFile.update({ where: { id: old }, data: { removedAt: daysAgo(31) } });
    await db.groupFile.update({ where: { id: recent }, data: { removedAt: daysAgo(29) } });
    const { fileId, previewId } = await db.groupFile.findUniqueOrThrow({ where: { id: old } });
    await purgeFiles.run({});
    expect(await db.groupFile.count({ where: { id: { in: [old, recent] } } })).toBe(1);
    expect(await db.storedFileChunk.count({ where: { fileId } })).toBe(0);
    expect(await db.image.count({ where: { id: previewId ?? "" } })).toBe(0);
  });
});

describe("the files of a group", () => {
  it("come page by page, the newest first, each once", async () => {
    const { id } = await createGroup({ members: [people.fatou] });
    for (let n = 0; n < 33; n++) await createFileIn(id, { name: `affiche ${n}.pdf` });
    const first = await listFiles(await as("fatou"), { groupId: id });
    const second = await listFiles(await as("fatou"), { groupId: id, apres: first.after ?? "" });
    expect([first.files.length, second.files.length, second.after]).toEqual([30, 3, null]);
    expect(new Set([...first.files, ...second.files].map(({ name }) => name)).size).toBe(33);
  });

  it("keep the name of who added them for who may not see her card, without the way to it", async () => {
    await createFileIn(groupId, { addedById: people.fatou.id });
    await blockInTheDatabase(people.fatou.id, people.ines.id);
    const [file] = (await listFiles(await as("ines"), { groupId })).files;
    expect(file?.by).toEqual({ name: "Fatou Fidèle", href: null, photo: null });
    await db.block.deleteMany({ where: { blockerId: people.fatou.id } });
  });

  it("are had at their own address alone, and leave with the group", async () => {
    const fichier = await createFileIn(groupId);
    const other = await createGroup({ members: [people.ines] });
    expect(await outcomeOf(getFile(await as("ines"), { id: other.id, fichier }))).toBe("not_found");
    expect(await outcomeOf(getFile(await as("ines"), { id: groupId, fichier }))).toBe("ok");
    expect((await fetched(null, fichier)).status).toBe(404);
    expect((await fetched(null, fichier, preview)).status).toBe(404);
    await db.groupMembership.delete({ where: { groupId_memberId: { groupId, memberId: people.ines.id } } });
    expect(await outcomeOf(getFile(await as("ines"), { id: groupId, fichier }))).toBe("not_found");
    await db.groupMembership.create({
      data: { groupId, memberId: people.ines.id, role: "member", joinedAt: clock.now() },
    });
  });
});

describe("a reported file", () => {
  it("is opened by who judges it, without reading its group; hidden, it is nobody else’s", async () => {
    const fileId = await createFileIn(groupId, { addedById: people.fatou.id });
    expect((await fetched("moderator", fileId)).status).toBe(404);
    expect(await groupFileReports.find(db, await as("stranger"), fileId)).toBeNull();
    const found = await groupFileReports.find(db, await as("ines"), fileId);
    expect(found).toMatchObject({ authorId: people.fatou.id, scope: "national/63/63113" });
    const opened = { kind: "group-file", objectId: fileId, scope: "national/63/63113", openedAt: clock.now() };
    await db.moderationCase.create({ data: { id: newId(), ...opened } });
    expect((await fetched("moderator", fileId)).status).toBe(200);
    expect((await fetched("stranger", fileId)).status).toBe(404);
    const hide = (hidden: boolean) => groupFileReports.setHidden(db, { objectId: fileId, hidden, byId: null });
    expect(await hide(true)).toMatchObject({ name: "group-file.hidden" });
    expect(await hide(true)).toBeNull();
    for (const who of ["fatou", "ines", "manager"] as const) expect((await fetched(who, fileId)).status).toBe(404);
    expect((await fetched("moderator", fileId)).status).toBe(200);
    const [line] = await groupFileReports.list(await as("moderator"), [fileId]);
    expect(line).toMatchObject({ hidden: true, author: "Fatou Fidèle", place: { label: "affiche.pdf" } });
    expect(await groupFileReports.read(await as("moderator"), fileId)).toMatchObject({ history: [] });
    expect(await hide(false)).toMatchObject({ name: "group-file.shown" });
    expect((await fetched("ines", fileId)).status).toBe(200);
  });
});

describe("the files that a member gave", () => {
  it("are in her export by name, and stay without hers when she leaves; what had no place goes", async () => {
    const her = await createPerson("Léa Partante", { adherent: true });
    await createFileIn(groupId, { addedById: her.id, name: "tract.pdf" });
    await createStoredFile(her.id);
    expect(await groupFilesPersonalData.read(her.id)).toMatchObject({ fichiers: [{ nom: "tract.pdf" }] });
    await groupFilesPersonalData.erase(db, her);
    expect(await db.storedFile.count({ where: { uploadedById: her.id } })).toBe(0);
    const [file] = (await listFiles(await as("ines"), { groupId })).files;
    expect(file).toMatchObject({ name: "tract.pdf", by: null });
  });
});
