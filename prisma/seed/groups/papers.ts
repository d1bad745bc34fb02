import { readFileSync } from "node:fs";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import { newId } from "@/core/ids.ts";
import { db } from "@/platform/db/client.ts";
import { typeset } from "../stories/tale.ts";
import { drawScene } from "./scenes.ts";
import type { FileStory, GroupStory, NoteStory } from "./story.ts";
import { ago, type casting, keepScene } from "./tell.ts";

const DAY_MS = 24 * 3_600_000;
type Telling = { groupId: string; cast: ReturnType<typeof casting>; now: Date };

/** The files that a group keeps, and the notes that it writes together, with what they said before. */
export async function tellPapers({ notes = [], files = [] }: GroupStory, telling: Telling): Promise<void> {
  for (const note of notes) await tellNote(note, telling);
  for (const file of files) await tellFile(file, telling);
}

async function tellNote(story: NoteStory, { groupId, cast, now }: Telling): Promise<void> {
  const [id, updatedAt] = [newId(), ago(now, story.ago)];
  const title = typeset(story.title);
  const states = [...(story.before ?? []), story.body].map(typeset);
  const savedAt = (index: number) => new Date(updatedAt.getTime() - (states.length - 1 - index) * 2 * DAY_MS);
  const authors = states.map(
    (_, index) => (index % 2 === 1 && index < states.length - 1 ? cast("x") : cast(story.by)).id,
  );
  await db.groupNote.create({
    data: {
      ...{ id, groupId, title, body: states.at(-1) ?? "", version: states.length },
      ...{ createdById: authors[0] ?? null, createdAt: savedAt(0), updatedAt },
    },
  });
  await db.groupNoteRevision.createMany({
    data: states.map((body, index) => ({
      ...{ noteId: id, number: index + 1, title, body },
      ...{ byId: authors[index] ?? null, savedAt: savedAt(index) },
    })),
  });
}

async function tellFile(story: FileStory, { groupId, cast, now }: Telling): Promise<void> {
  const [fileId, addedAt, addedById] = [newId(), ago(now, story.ago), cast(story.by).id];
  const bytes = "scene" in story ? await pictureOf(story) : await documentOf(story.lines.map(typeset));
  const mime = "scene" in story ? "image/png" : "application/pdf";
  await db.storedFile.create({
    data: {
      ...{ id: fileId, mime, size: bytes.length, completedAt: addedAt, uploadedById: addedById, uploadedAt: addedAt },
      chunks: { create: { number: 0, bytes: new Uint8Array(bytes) } },
    },
  });
  const previewId = "scene" in story ? await keepScene(story.scene, { by: addedById, at: addedAt }) : null;
  await db.groupFile.create({
    data: { id: newId(), groupId, name: story.name, fileId, previewId, addedById, addedAt },
  });
}

const pictureOf = async ({ scene }: { scene: Parameters<typeof drawScene>[0] }) =>
  sharp((await drawScene(scene)).small)
    .png({ palette: true })
    .toBuffer();

/** A page with a title and lines, its font within it. */
async function documentOf([title = "", ...lines]: readonly string[]): Promise<Buffer> {
  const font = readFileSync(join(process.cwd(), "node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf"));
  const page = new PDFDocument({
    size: "A4",
    margin: 56,
    lang: "fr",
    font: font as unknown as string,
    info: { Title: title },
  });
  const pieces: Buffer[] = [];
  page.on("data", (piece: Buffer) => pieces.push(piece));
  const ended = new Promise((resolve) => page.on("end", resolve));
  page.fontSize(20).text(title).moveDown();
  for (const line of lines) page.fontSize(12).text(line).moveDown(1.2);
  page.end();
  await ended;
  return Buffer.concat(pieces);
}
