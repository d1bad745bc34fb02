// Reads back the text of a PDF that pdfkit wrote: what its embedded fonts say each glyph stands for, in the order of drawing.
import { inflateSync } from "node:zlib";

type Pdf = { objects: Map<number, { head: string; stream: Buffer | null }> };

function parse(file: Buffer): Pdf {
  const text = file.toString("latin1");
  const objects: Pdf["objects"] = new Map();
  for (const found of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = "", body = ""] = found;
    const at = body.indexOf("\nstream\n");
    const head = at === -1 ? body : body.slice(0, at);
    let stream: Buffer | null = null;
    if (at !== -1) {
      const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
      const raw = Buffer.from(body.slice(at + 8, at + 8 + length), "latin1");
      stream = /FlateDecode/.test(head) ? inflateSync(raw) : raw;
    }
    objects.set(Number(id), { head, stream });
  }
  return { objects };
}

const refs = (text: string, name: string): number[] =>
  [...text.matchAll(new RegExp(`/${name} (?:\\[)?((?:\\s*\\d+ 0 R)+)`, "g"))].flatMap(([, list = ""]) =>
    [...list.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id)),
  );

/** Glyph → text, from a ToUnicode map. */
function readMap(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  const text = (hex: string) => Buffer.from(hex.replace(/\s/g, ""), "hex").swap16().toString("utf16le");
  for (const [, from = "", , list = ""] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi))
    for (const [index, [, hex = ""]] of [...list.matchAll(/<([0-9a-f\s]*)>/gi)].entries())
      letters.set(Number.parseInt(from, 16) + index, text(hex));
  return letters;
}

/** The lines drawn on each page, in order; and whether every font stands in the file. */
export function readPdf(file: Buffer): { pages: string[][]; embedded: boolean; size: string } {
  const { objects } = parse(file);
  const all = [...objects.values()];
  const pages = all.filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  const fonts = new Map<string, Map<number, string>>();
  for (const { head } of all)
    for (const [, name = "", id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [mapId] = refs(objects.get(Number(id))?.head ?? "", "ToUnicode");
      fonts.set(name, readMap(objects.get(mapId ?? 0)?.stream?.toString("latin1") ?? ""));
    }
  const linesOf = (page: { head: string }) =>
    refs(page.head, "Contents").flatMap((id) => {
      const content = objects.get(id)?.stream?.toString("latin1") ?? "";
      return [...content.matchAll(/BT\n([\s\S]*?)\nET/g)].map(([, drawn = ""]) => {
        const letters = fonts.get(/\/(F\d+) /.exec(drawn)?.[1] ?? "") ?? new Map<number, string>();
        const glyphs = [...drawn.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []);
        return glyphs.map((glyph) => letters.get(Number.parseInt(glyph, 16)) ?? "?").join("");
      });
    });
  const used = all.filter(({ head }) => /\/Type \/FontDescriptor/.test(head));
  return {
    pages: pages.map(linesOf),
    embedded: used.length > 0 && used.every(({ head }) => refs(head, "FontFile2").length > 0),
    size: /\/MediaBox \[([^\]]*)\]/.exec(pages[0]?.head ?? "")?.[1] ?? "",
  };
}
