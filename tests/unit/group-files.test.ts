import { fc } from "@tests/support/properties.ts";
import { docxOf, odtOf, zipOf } from "@tests/support/zip.ts";
import { describe, expect, it } from "vitest";
import { isAppError } from "@/core/app-error.ts";
import { fileMimes, fileTypes, keptName, sizeWords } from "@/core/file-kinds.ts";
import { inspectFile, seemsToBe } from "@/platform/inspect-file.ts";
import { zipEntries } from "@/platform/zip-entries.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const ODT = "application/vnd.oasis.opendocument.text";

/** What a file is, or why it is not taken. */
function told(bytes: Uint8Array | string, name = "fichier"): string {
  try {
    const found = inspectFile(Buffer.from(bytes as string), name);
    return found.kind === "image" ? "image" : found.mime;
  } catch (error) {
    return isAppError(error) ? error.reason : `fault: ${String(error)}`;
  }
}

describe("a file that is sent", () => {
  it("is what its bytes say, whatever its name says", () => {
    expect(told("%PDF-1.7\n…", "photo.jpg")).toBe("application/pdf");
    expect(told(docxOf(), "virus.exe")).toBe(DOCX);
    expect(told(odtOf())).toBe(ODT);
    expect(told("nom;prénom\nFatou;F", "liste.CSV")).toBe("text/csv");
    expect(told("nom;prénom\nFatou;F", "liste.html")).toBe("text/plain");
    expect(told(Buffer.from("Présents : dix, à Riom", "latin1"))).toBe("text/plain");
    expect(told(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))).toBe("image");
    expect(told(zipOf([{ name: "[Content_Types].xml" }, { name: "xl/workbook.xml" }]))).toMatch(/spreadsheetml.sheet$/);
    expect(told(zipOf([{ name: "[Content_Types].xml" }, { name: "ppt/presentation.xml" }]))).toMatch(/presentation$/);
  });

  it("is not taken when it is a page, a drawing, a program, an archive or an old document", () => {
    for (const page of [
      "<!DOCTYPE html><script>1</script>",
      "  \n<html>",
      '<svg xmlns="http://www.w3.org/2000/svg" onload="1">',
      "<?xml version='1.0'?><svg/>",
      "\ufeff<script>alert(1)</script>",
      "<!-- x --><html>",
    ])
      expect(told(page, "note.txt"), page).toBe("file_of_another_kind");
    for (const start of [
      "MZ\x90\x00",
      "\x7fELF\x02\x01",
      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
      "Rar!\x1a\x07\x00",
      "\x1f\x8b\x08\x00",
    ])
      expect(told(Buffer.from(`${start}\x00\x00`, "latin1")), start).toBe("file_of_another_kind");
    expect(told(zipOf([{ name: "photo.jpg" }]))).toBe("file_of_another_kind");
    expect(told(Buffer.from("a\x00b", "latin1"))).toBe("file_of_another_kind");
  });

  it("is looked into: a document that holds or fetches programs is not taken", () => {
    expect(told(docxOf({ name: "word/vbaProject.bin", text: "x" }))).toBe("file_with_macros");
    expect(told(docxOf({ name: "word/VBAPROJECT.BIN", text: "x" }))).toBe("file_with_macros");
    expect(told(docxOf({ name: "word/activeX/activeX1.xml", text: "x" }))).toBe("file_with_macros");
    expect(told(odtOf({ name: "Basic/Standard/Module1.xml", text: "x" }))).toBe("file_with_macros");
    expect(told(odtOf({ name: "Scripts/python/x.py", text: "x" }))).toBe("file_with_macros");
    const named = zipOf([
      { name: "[Content_Types].xml", text: "application/vnd.ms-word.document.macroEnabled.main+xml" },
      { name: "word/document.xml" },
    ]);
    expect(told(named)).toBe("file_with_macros");
    const link = (how: string) =>
      docxOf({
        name: "word/_rels/settings.xml.rels",
        text: `<Relationship Type="http://x/attachedTemplate" Target="https://example.org/a.dotm"${how}/>`,
      });
    expect(told(link(' TargetMode="External"'))).toBe("file_with_macros");
    expect(told(link(""))).toBe(DOCX);
  });

  it("is not taken when its container is not one container from end to end", () => {
    const document = docxOf();
    expect(zipEntries(document)).toHaveLength(3);
    expect(told(Buffer.concat([document, Buffer.from("behind")]))).toBe("file_of_another_kind");
    expect(told(Buffer.concat([Buffer.from("PK\x03\x04before", "latin1"), document]))).toBe("file_of_another_kind");
    expect(told(docxOf({ name: "word/document.xml" }))).toBe("file_of_another_kind");
    expect(told(docxOf({ name: "WORD/document.xml" }))).toBe("file_of_another_kind");
    expect(told(docxOf({ name: "../../etc/passwd" }))).toBe("file_of_another_kind");
    expect(told(docxOf({ name: "xl/workbook.xml" }))).toBe("file_of_another_kind");
    expect(told(docxOf({ name: "secret", flags: 1 }))).toBe("file_of_another_kind");
    const bomb = zipOf([{ name: "[Content_Types].xml", text: "x".repeat(20_000_000) }, { name: "word/document.xml" }]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(told(bomb)).toBe("file_of_another_kind");
  });

  it("is never a fault, whatever its bytes are, nor when a document was changed anywhere", () => {
    const document = docxOf();
    const spoiled = fc
      .tuple(fc.nat(document.length - 1), fc.nat(255))
      .map(([at, byte]) => Buffer.from(document).fill(byte, at, at + 1));
    const cut = fc.nat(document.length).map((length) => document.subarray(0, length));
    fc.assert(
      fc.property(fc.oneof(spoiled, cut, fc.uint8Array({ maxLength: 400 })), (bytes) => {
        expect(told(bytes)).not.toMatch(/^fault/);
        seemsToBe(bytes);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the name of a file", () => {
  it("ends as what the file is", () => {
    expect(keptName("Affiche marché.PDF", "application/pdf")).toBe("Affiche marché.pdf");
    expect(keptName("page.html", "text/plain")).toBe("page.txt");
    expect(keptName("page.html.txt", "text/plain")).toBe("page.html.txt");
    expect(keptName("photo.avif", "image/jpeg")).toBe("photo.jpg");
    expect(keptName("Compte rendu du 12.11", "application/pdf")).toBe("Compte rendu du 12.11.pdf");
    expect(keptName("LISEZ-MOI.md", "text/plain")).toBe("LISEZ-MOI.md");
    expect(keptName("", "text/csv")).toBe("fichier.csv");
    expect(keptName("...", "text/csv")).toBe("fichier.csv");
    expect(keptName(".htaccess", "text/plain")).toBe("htaccess.txt");
  });

  it("is one line that lies to nobody and leads nowhere, whatever was sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.constantFrom(...fileMimes), (sent, mime) => {
        const name = keptName(sent, mime);
        expect(name).not.toMatch(/[/\\:*?"<>|\r\n]|[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect([...name].length).toBeLessThanOrEqual(150);
        expect(fileTypes[mime].ends.some((end) => name.endsWith(`.${end}`) && name.length > end.length + 1)).toBe(true);
        expect(name.startsWith(".")).toBe(false);
      }),
    );
    expect(keptName("facture\u202Efdp.exe", "application/pdf")).toBe("facturefdp.pdf");
  });

  it("has its size beside it in French", () => {
    expect([1, 999, 1200, 340_000, 1_250_000, 25_000_000].map(sizeWords)).toEqual([
      "1\u00a0octet",
      "999\u00a0octets",
      "1,2\u00a0ko",
      "340\u00a0ko",
      "1,3\u00a0Mo",
      "25\u00a0Mo",
    ]);
  });
});
