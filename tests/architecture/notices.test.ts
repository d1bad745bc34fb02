import { describe, expect, it } from "vitest";
import { facts } from "@/composition.ts";
import { noticeKind, noticeKindIds } from "@/core/notice-kinds.ts";
import { told } from "@/features/notifications/told.rules.ts";
import { sourceFiles } from "./source-files.ts";

/** What bursts are told by sweeps, not by one fact each. */
const SWEPT = [
  "debate.contributed",
  "debate.replied",
  "message.received",
  "message.requested",
  "inbox.received",
  "inbox.answered",
  "inbox.broadcast",
];

const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

describe("what members are told", () => {
  it("has somebody who tells it, for every kind that one may choose", () => {
    const offered = new Set<string>([...told.flatMap(({ sources }) => sources.map(({ kind }) => kind)), ...SWEPT]);
    expect(noticeKindIds.filter((kind) => !offered.has(kind))).toEqual([]);
  });

  it("has one law for each subject: of two by the same name, one would be forgotten", () => {
    expect(twice(told.flatMap(({ subjects }) => Object.keys(subjects)))).toEqual([]);
  });

  it("follows facts that are recorded", () => {
    const known = new Set(facts.map(({ factName }) => factName));
    const followed = told.flatMap(({ sources }) => sources.map(({ fact }) => fact));
    expect(followed.filter((fact) => !known.has(fact))).toEqual([]);
  });

  it("lists every feature that offers something to be told", () => {
    const offering = sourceFiles.filter(({ path }) => path.endsWith(".notices.ts"));
    expect(told).toHaveLength(offering.length);
  });

  it("says why to whom it reaches by mail, whatever the kind", () => {
    for (const id of noticeKindIds) expect(noticeKind(id).why, id).toMatch(/^\p{Lu}.*\.$/u);
  });

  it("leaves no mail to a member without her choice: only what opens an account, guards it, or goes to outsiders has none", () => {
    const without = sourceFiles.filter(
      ({ path, text }) =>
        path.startsWith("src/features/") && /\bsend(?:Mail|Once)\(/.test(text) && !/\babout\b/.test(text),
    );
    expect(without.map(({ path }) => path).sort()).toEqual([
      "src/features/accounts/account.jobs.ts",
      "src/features/coopains/coopain.jobs.ts",
      "src/features/participation/guest.jobs.ts",
    ]);
  });
});
