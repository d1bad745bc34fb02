import { beforeAll, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import type { Actor } from "@/core/actor.ts";
import { isAppError, publicError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import type { Command } from "@/platform/command.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { validInputs } from "./command-inputs.ts";
import { commandsOf, type FeatureWithCommands } from "./commands.ts";
import { countRows, createDebate, createPerson, withoutLimits } from "./worlds.ts";

/** A command with an input that it takes, and somebody who may run it. */
export type Entry = { command: Command; actor: Actor; input: Record<string, unknown> };

const deep = (depth: number, empty: unknown, wrap: (inner: unknown) => unknown) => {
  let value = empty;
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
};

/** What no one means to send, and some do. */
export const NASTY: Record<string, unknown> = {
  empty: "",
  absent: undefined,
  null: null,
  blank: "   \t  ",
  "a number": 3,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "2^53+1": 2 ** 53 + 1,
  "-0": -0,
  "a big integer": 10n ** 30n,
  "a boolean": true,
  "an array": ["x"],
  "an array of itself twice": ["national", "national"],
  "an operator": { not: "" },
  "another operator": { $ne: null },
  "an object with toString": { toString: () => "national" },
  "a function": () => "x",
  "a symbol": Symbol("x"),
  "a date": new Date(),
  "a date that is none": new Date(Number.NaN),
  "the last date there is": new Date(8.64e15),
  "the first date there is": new Date(-8.64e15),
  "the 30th of February": "2027-02-30",
  "the 13th month": "2027-13-01T00:00:00Z",
  "the year 10000": "10000-01-01T00:00:00Z",
  "the year 275760": "+275760-09-13T00:00:00Z",
  "a month of 99 days": "2027-01-99T25:61:61Z",
  "1 MB": "a".repeat(1_048_576),
  "1 MB of spaces": " ".repeat(1_048_576),
  "1 MB of digits": "1".repeat(1_048_576),
  "1 MB of @": "@".repeat(1_048_576),
  "1 MB of e-mail": `${"a.".repeat(524_288)}@example.org`,
  "a deep array": deep(10_000, [], (inner) => [inner]),
  "a deep object": deep(10_000, {}, (inner) => ({ a: inner })),
  NUL: "Inès\u0000Bonnet",
  "CR LF": "ines@example.org\r\nBcc: tous@example.org",
  "a lone surrogate": `Inès \ud83d Bonnet`,
  "the other lone surrogate": `Inès \ude00 Bonnet`,
  "an emoji cut in two": `${"a".repeat(299)}😀`,
  "right to left": "Inès \u202ekcab",
  "zero width": "i\u200bnes@exa\u200dmple.org",
  "only zero width": "\u200b\u200b\u200b",
  "a byte order mark": "\ufeffnational",
  homoglyphs: "nаtiоnal",
  "full width": "ｉｎｅｓ＠ｅｘａｍｐｌｅ．ｏｒｇ",
  decomposed: "Ine\u0300s Bonnet".repeat(3),
  "ten thousand accents": `e${"\u0301".repeat(10_000)}`,
  "a ligature that grows": "\ufdfa".repeat(500),
  HTML: "<script>alert(1)</script><img src=x onerror=alert(1)>",
  SQL: "'; drop table member; --",
  LIKE: "%_%\\",
  "a template": "{{7*7}} #{AUTH_SECRET} <%= 7 %>",
  "path traversal": "../../../etc/passwd\u2215..",
  "a scope too deep": "national/63/63113/x",
  "a scope with an edge": "national/",
  "a prototype’s name": "__proto__",
  "a constructor": "constructor",
  "a spreadsheet formula": '=HYPERLINK("https://evil.example")',
  "a URL": "javascript:alert(1)",
};

/** The rows as the refusal before left them; null once something may have changed. */
let counted: Awaited<ReturnType<typeof countRows>> | null = null;

/** Runs a command; answers its error as people see it, or null when it was accepted. A fault fails the test. */
export async function tryWith(name: string, { command, actor }: Entry, input: unknown, label: string) {
  const before = counted ?? (await countRows());
  counted = null;
  try {
    await command({ actor, address: "203.0.113.1" }, input);
    return null;
  } catch (error) {
    expect(isAppError(error), `${name}, ${label}: ${String(error)}`).toBe(true);
    if (!isAppError(error)) return null;
    const told = publicError(error);
    expect(told.code, `${name}, ${label}: ${String(error.cause)}`).not.toBe("unexpected");
    expect(told.message.length).toBeGreaterThan(5);
    // French words, and nothing of what was sent.
    expect(JSON.stringify(told).length, `${name}, ${label}`).toBeLessThan(3_000);
    expect(JSON.stringify(told), `${name}, ${label}`).not.toMatch(
      /Invalid (?:input|option|string)|expected |Unrecognized/i,
    );
    const after = await countRows();
    expect(after, `${name}, ${label}`).toEqual(before);
    counted = after; // nothing changed: the next one begins here
    return told;
  }
}

/** Ids that are somebody's or something's, and not hers to use. */
export async function foreignIds(): Promise<Record<string, string>> {
  const stranger = await createPerson("Paul Étranger", { section: "03185" });
  const hidden = await createDebate("members", "national/03/03185", stranger.id);
  return {
    "another member": stranger.id,
    "another member’s session": stranger.session,
    "a hidden debate": hidden.id,
    "a hidden contribution": hidden.contributionId,
    "no one": newId(),
  };
}

/** The features, in parts that workers share: bad-input.test.ts, bad-input-people, -events, -papers, -groups and -messages. */
export const shares = [
  ["accounts", "debates", "personal-data"],
  ["coopains", "desk", "mandates", "moderation", "profiles", "sections"],
  ["agenda", "events", "feed", "field-reports", "notifications", "participation"],
  ["group-files", "group-notes", "posts"],
  ["groups"],
  ["messages"],
] as const satisfies readonly (readonly FeatureWithCommands[])[];

/** Tries everything against every command of these features. */
export function holdsAgainstBadInput(features: readonly FeatureWithCommands[]) {
  const names = commandsOf(features).map(({ commandName }) => commandName);
  let valid: Record<string, Entry>;
  let foreign: Record<string, string>;
  beforeAll(async () => {
    withoutLimits();
    await prepareJobs(jobs, { working: false });
    valid = await validInputs();
    foreign = await foreignIds();
  });
  const entryOf = (name: string): Entry => {
    const entry = valid[name];
    if (!entry) throw new Error(`${name} has no input in command-inputs.ts`);
    return entry;
  };

  it.each(names)("%s answers each strange value of each field in words", { timeout: 120_000 }, async (name) => {
    const entry = entryOf(name);
    for (const field of Object.keys(entry.input))
      for (const [label, value] of Object.entries({ ...NASTY, ...foreign }))
        await tryWith(name, entry, { ...entry.input, [field]: value }, `${field} = ${label}`);
  });

  it.each(names)("%s answers strange wholes in words, and refuses what it does not know", async (name) => {
    const entry = entryOf(name);
    for (const [label, value] of Object.entries(NASTY)) {
      if (value instanceof Date || typeof value === "function") continue; // no door makes them
      const refused = await tryWith(name, entry, value, `the whole = ${label}`);
      expect(refused, `${name}, the whole = ${label}`).not.toBeNull();
    }
    for (const extra of ["authorId", "verifiedAt", "adherentSince", "actor", "__proto__x", "constructor"]) {
      const refused = await tryWith(name, entry, { ...entry.input, [extra]: "national_admin" }, `extra ${extra}`);
      expect(refused?.code, `${name}, extra ${extra}`).toBe("invalid");
    }
    const poisoned = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}');
    expect((await tryWith(name, entry, { ...entry.input, ...poisoned }, "prototype"))?.code).toBe("invalid");
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
}
