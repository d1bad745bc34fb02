import { readFileSync } from "node:fs";
import { join } from "node:path";
import PDFDocument from "pdfkit";

/** What is written on a sheet. Names and hours, nothing by which somebody can be reached. */
export type Sheet = {
  title: string;
  /** Under the title: when, where. */
  lines: readonly string[];
  shifts: readonly { title: string; names: readonly string[] }[];
};

/** Empty lines under each shift, for those who come without having signed up. */
export const BLANK_LINES = 8;

const MARGIN = 48;
const ROW = 26;
const NUMBER_WIDTH = 30;
const SIZE = { title: 18, heading: 12, text: 10.5, foot: 8.5 } as const;
const INK = "#221a1c";
const RULE = "#b9aca0";

const fontFile = (name: string) =>
  readFileSync(join(/* turbopackIgnore: true */ process.cwd(), "node_modules/dejavu-fonts-ttf/ttf", `${name}.ttf`));
let fonts: { plain: Buffer; bold: Buffer } | undefined;
/** Read once: they hold the letters of every name. */
function readFonts() {
  fonts ??= { plain: fontFile("DejaVuSans"), bold: fontFile("DejaVuSans-Bold") };
  return fonts;
}

/** The sheet as an A4 PDF, its fonts within it (only the letters that it uses). `compress` off: for reading it back. */
export async function drawSheet(sheet: Sheet, { compress = true }: { compress?: boolean } = {}): Promise<Buffer> {
  const { plain, bold } = readFonts();
  const page = new PDFDocument({
    ...{ size: "A4", margin: MARGIN, bufferPages: true, compress, lang: "fr", displayTitle: true },
    // Named at once: otherwise the part's own font would be looked for.
    font: plain as unknown as string,
    info: { Title: `Émargement : ${sheet.title}`, Creator: "La Coopol" },
  });
  page.registerFont("plain", plain).registerFont("bold", bold);
  const chunks: Buffer[] = [];
  page.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => page.once("end", resolve).once("error", reject));
  const width = page.page.width - 2 * MARGIN;
  page.fillColor(INK).font("bold").fontSize(SIZE.title).text(sheet.title, MARGIN, MARGIN, { width });
  page.font("plain").fontSize(SIZE.text);
  for (const line of sheet.lines) page.text(line, { width });
  for (const shift of sheet.shifts) drawShift(page, shift, width);
  numberPages(page, sheet.title);
  page.end();
  await ended;
  return Buffer.concat(chunks);
}

type Page = InstanceType<typeof PDFDocument>;

function drawShift(page: Page, shift: Sheet["shifts"][number], width: number): void {
  page.moveDown(1.2);
  // A title never stands alone at the foot of a page.
  if (page.y + 3 * ROW > bottomOf(page)) page.addPage();
  page.font("bold").fontSize(SIZE.heading).text(shift.title, MARGIN, page.y, { width });
  page.moveDown(0.4);
  drawRow(page, width, ["", "Nom", "Signature"], "bold");
  for (const [index, name] of shift.names.entries()) drawRow(page, width, [String(index + 1), name, ""], "plain");
  for (let line = 0; line < BLANK_LINES; line++) drawRow(page, width, ["", "", ""], "plain");
}

const bottomOf = (page: Page) => page.page.height - MARGIN - ROW;

function drawRow(page: Page, width: number, cells: readonly [string, string, string], font: "plain" | "bold"): void {
  if (page.y + ROW > bottomOf(page)) page.addPage();
  const top = page.y;
  const nameWidth = (width - NUMBER_WIDTH) * 0.55;
  const lefts = [MARGIN, MARGIN + NUMBER_WIDTH, MARGIN + NUMBER_WIDTH + nameWidth];
  const widths = [NUMBER_WIDTH, nameWidth, width - NUMBER_WIDTH - nameWidth];
  page.lineWidth(0.6).strokeColor(RULE);
  for (const [index, left] of lefts.entries()) page.rect(left, top, widths[index] ?? 0, ROW).stroke();
  page.font(font).fontSize(SIZE.text).fillColor(INK);
  for (const [index, text] of cells.entries()) {
    if (!text) continue;
    const room = { width: (widths[index] ?? 0) - 12, height: ROW - 8, ellipsis: true, lineBreak: false };
    page.text(text, (lefts[index] ?? 0) + 6, top + 7, room);
  }
  page.x = MARGIN;
  page.y = top + ROW;
}

/** "2 / 3" at the foot of each page, with the title: sheets part on a table. */
function numberPages(page: Page, title: string): void {
  const { start, count } = page.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    page.switchToPage(index);
    // Below the margin: without this, writing there begins another page.
    page.page.margins.bottom = 0;
    const top = page.page.height - MARGIN + 8;
    const room = { width: page.page.width - 2 * MARGIN, height: 12, lineBreak: false, ellipsis: true };
    page.font("plain").fontSize(SIZE.foot).fillColor(INK);
    page.text(title, MARGIN, top, { ...room, width: room.width - 80 });
    page.text(`${index - start + 1} / ${count}`, page.page.width - MARGIN - 70, top, {
      width: 70,
      align: "right",
      lineBreak: false,
    });
  }
}
