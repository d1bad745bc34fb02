import { describe, expect, it } from "vitest";
import { emailAddress, line, prose } from "@/core/text.ts";

describe("text that people type", () => {
  const name = line(2, 80);

  it("is trimmed, put on one line and composed (NFC)", () => {
    expect(name.parse("  Ine\u0300s \n  Bonnet ")).toBe("Inès Bonnet");
  });

  it("loses invisible signs that make it lie", () => {
    expect(name.parse("Ad\u200Bmin\u202E")).toBe("Admin");
  });

  it.each([
    ["a NUL", "Inès\u0000"],
    ["an escape sequence", "Inès\u001b[31m"],
    ["a lone surrogate", "Inès\ud800"],
    ["invisible signs alone", "\u200B\u200B\u200B"],
    ["nothing", ""],
    ["too much", "x".repeat(81)],
    ["a number", 12],
    ["a list", ["Inès"]],
    ["an object", { toString: () => "Inès" }],
    ["nothing at all", undefined],
  ])("refuses %s", (_, input) => {
    expect(name.safeParse(input).success).toBe(false);
  });

  it("keeps paragraphs, and no more than one empty line between them", () => {
    expect(prose(1, 100).parse("un\r\n\r\n\r\n\r\ndeux")).toBe("un\n\ndeux");
  });

  it("keeps the joiners that emoji need", () => {
    expect(prose(1, 100).parse("👩‍👩‍👧")).toBe("👩‍👩‍👧");
  });
});

describe("an e-mail address", () => {
  it("is one address however it is written", () => {
    expect(emailAddress.parse(" Ines@EXAMPLE.org ")).toBe("ines@example.org");
    expect(emailAddress.parse("ｉｎｅｓ@example.org")).toBe("ines@example.org");
  });

  it.each([
    "",
    "ines",
    "ines@",
    "a@b",
    "ines@exa mple.org",
    "ines@example.org\nBcc: x@y.org",
    "ines@example.org,paul@example.org",
    `${"x".repeat(250)}@example.org`,
  ])("refuses %j", (text) => {
    expect(emailAddress.safeParse(text).success).toBe(false);
  });
});
