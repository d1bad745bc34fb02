import { describe, expect, it } from "vitest";
import { sourceFiles } from "./source-files.ts";

/** What French words of a line are: texts between quotes, and text between tags that stands alone on its line. */
function wordsOf(line: string): string[] {
  if (/^\s*(?:\/\/|\/?\*|import\b|export \{)/.test(line)) return [];
  const quoted = [...line.matchAll(/"([^"\\]*)"/g)].map((match) => match[1] ?? "");
  const alone = /^\s*([A-ZÀ-Ýa-zà-ÿ«][^=(){}<>"`_]*)$/.exec(line)?.[1];
  return [...quoted, ...(alone?.match(/[à-ÿ’]/) ? [alone] : [])].filter((text) => /[a-zà-ÿ]/.test(text));
}

const faults = [
  { what: "a plain space before a high sign", found: /[\p{L}\d)’»…%] (?:[?!;»]|:(?: |$))/u },
  { what: "no space before a high sign", found: /[a-zà-ÿ](?:[?!](?:[ "]|$)|»)/ },
  { what: "a plain space after «", found: /« |«$/ },
  { what: "a straight apostrophe", found: /[\p{L}]'[\p{L}]/u },
  { what: "three points for one", found: /[\p{L}]\.\.\./u },
];

describe("what screens and mails say", () => {
  // A mandat is what voters give an elected person, in debates; what the organisation entrusts is a responsabilité.
  it("has one word for what is entrusted to a member: responsabilité", () => {
    expect(sourceFiles.filter(({ text }) => /\bmandats?\b/i.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it.each(faults)("never has $what", ({ found }) => {
    const lines = sourceFiles.flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) =>
        wordsOf(line)
          .filter((words) => /[à-ÿ’«]|\b(?:tu|ta|ton|une|des|les)\b/.test(words) && found.test(words))
          .map((words) => `${path}:${index + 1} ${words}`),
      ),
    );
    expect(lines).toEqual([]);
  });
});
