import { describe, expect, it } from "vitest";
import type { Actor } from "@/core/actor.ts";
import { system, visitor } from "@/core/actor.ts";
import { ofPlace } from "@/core/french-places.ts";
import { canContribute, canOpenDebate, canTakePart } from "@/features/debates/debate.policy.ts";
import { movedTally, statusOf } from "@/features/debates/debate.rules.ts";
import {
  castVoteInput,
  catchUpInput,
  contributeInput,
  openDebateInput,
  pageInput,
} from "@/features/debates/debate.schema.ts";

const hours = { opensAt: 1000, closesAt: 2000 };
const member: Actor = {
  kind: "member",
  id: "0000member00",
  sessionId: null,
  name: "Inès",
  adherent: false,
  section: { id: "63113", name: "Clermont-Ferrand", scope: "national/63/63113" },
  grants: [],
};
const holding = (
  role: "section_leader" | "federation_admin" | "moderator" | "national_admin",
  scope: string,
): Actor => ({
  ...member,
  grants: [{ role, scope }],
});

describe("a debate's hours", () => {
  it("runs from its opening to the moment before its end", () => {
    expect([999, 1000, 1999, 2000].map((now) => statusOf(hours, now))).toEqual([
      "coming",
      "running",
      "running",
      "closed",
    ]);
  });

  it("can be written in by members, while it runs", () => {
    expect(canContribute(member, hours, new Date(1500)).allowed).toBe(true);
    expect(canContribute(member, hours, new Date(999))).toMatchObject({
      as: "conflict",
      reason: "debate_not_open_yet",
    });
    expect(canContribute(member, hours, new Date(2000))).toMatchObject({ as: "conflict", reason: "debate_closed" });
  });

  it("asks visitors to sign in, and gives the suspended their reason", () => {
    expect(canTakePart(visitor)).toMatchObject({ as: "unauthenticated", reason: "sign_in_first" });
    expect(canTakePart({ kind: "suspended", grants: [] } as never)).toMatchObject({
      as: "forbidden",
      reason: "suspended",
    });
    expect(canTakePart(system).allowed).toBe(false);
  });
});

describe("opening a debate", () => {
  it.each([
    [
      holding("section_leader", "national/63/63113"),
      { "national/63/63113": true, "national/63": false, national: false },
    ],
    [
      holding("federation_admin", "national/63"),
      { "national/63/63113": true, "national/63": true, "national/6": false, national: false },
    ],
    [holding("national_admin", "national"), { "national/63/63113": true, national: true }],
    [holding("moderator", "national"), { "national/63/63113": false, national: false }],
    [member, { "national/63/63113": false }],
    [visitor, { national: false }],
  ])("is for those answerable for the territory", (actor, expected) => {
    const found = Object.fromEntries(
      Object.keys(expected).map((scope) => [scope, canOpenDebate(actor, scope).allowed]),
    );
    expect(found).toEqual(expected);
  });
});

describe("a changed vote", () => {
  it("moves one from an answer to the other", () => {
    const tally = { agree: 3, disagree: 1, pass: 0 };
    expect(movedTally(tally, "agree", "pass")).toEqual({ agree: 2, disagree: 1, pass: 1 });
    expect(movedTally(tally, undefined, "disagree")).toEqual({ agree: 3, disagree: 2, pass: 0 });
    expect(movedTally(tally, "agree", "agree")).toBe(tally);
  });
});

describe("what comes in", () => {
  const contribution = {
    debateId: "0123456789ab",
    clientId: "6f9619ff-8b86-4d11-b42d-00c04fc964ff",
    side: "pour",
    body: "Un argument assez long.",
  };
  const bad: unknown[] = [
    undefined,
    null,
    "",
    0,
    Number.NaN,
    2 ** 53 + 1,
    [],
    ["a", "a"],
    {},
    { not: "" },
    "\u0000",
    "a\u0000 un texte assez long",
    "\ud800 un texte assez long",
    "<script>".repeat(500),
    "x".repeat(1_000_000),
  ];
  /** Dangerous only where they would be obeyed: as a body they are words. */
  const words = ["' or 1=1 --", "../../etc/passwd", "=cmd|' /C calc'!A0"];

  it("accepts a contribution and cleans its words", () => {
    const parsed = contributeInput.parse({
      ...contribution,
      body: "  E\u0301te\u0301 \u202Eà Gerzat\u200B\r\n\r\n\r\n\r\noui ",
    });
    expect(parsed.body).toBe("Été à Gerzat\n\noui");
  });

  it.each(["debateId", "clientId", "side"])("refuses a contribution whose %s is not sound", (field) => {
    const accepts = (value: unknown) => contributeInput.safeParse({ ...contribution, [field]: value }).success;
    expect([...bad, ...words].filter(accepts)).toEqual([]);
  });

  it("refuses a contribution whose body is not sound, and takes dangerous signs for words", () => {
    const accepts = (body: unknown) => contributeInput.safeParse({ ...contribution, body }).success;
    expect([...bad, ...words].filter(accepts)).toEqual(words);
  });

  it("counts characters as the database does: nine signs of two units are too few", () => {
    expect(contributeInput.safeParse({ ...contribution, body: "🌹".repeat(9) }).success).toBe(false);
    expect(contributeInput.safeParse({ ...contribution, body: "🌹".repeat(10) }).success).toBe(true);
  });

  it.each([{ authorId: "0123456789ab" }, { seq: 1 }, { hiddenAt: null }, { role: "moderator" }])(
    "refuses %o beside it",
    (extra) => {
      expect(contributeInput.safeParse({ ...contribution, ...extra }).success).toBe(false);
    },
  );

  it("refuses a prototype as an input", () => {
    const input = JSON.parse(`{"__proto__": {"value": "agree"}, "contributionId": "0123456789ab"}`);
    expect(castVoteInput.safeParse(input).success).toBe(false);
  });

  it.each(["contributionId", "value"])("refuses a vote whose %s is not sound", (field) => {
    const vote = { contributionId: "0123456789ab", value: "agree" };
    expect(bad.filter((value) => castVoteInput.safeParse({ ...vote, [field]: value }).success)).toEqual([]);
    expect(castVoteInput.safeParse(vote).success).toBe(true);
  });

  it("refuses to catch up from anything but a number of the log", () => {
    const from = (apres: unknown) => catchUpInput.safeParse({ id: "0123456789ab", apres }).success;
    expect(["0", "12", 7].filter((apres) => !from(apres))).toEqual([]);
    expect(["-1", "1.5", "abc", "9999999999", Number.NaN, {}].filter(from)).toEqual([]);
  });

  it("shows the newest page when an older one is asked for badly", () => {
    expect(pageInput.parse({ pour: "x", contre: ["1", "2"], autre: "" })).toEqual({
      pour: undefined,
      contre: undefined,
    });
  });

  it("refuses a debate without a question, a known place or sensible dates", () => {
    const debate = {
      question: "Faut-il rendre les bus gratuits ?",
      framing: "",
      scope: "national",
      audience: "open",
      opensAt: new Date(1000),
      closesAt: new Date(2000),
    };
    expect(openDebateInput.safeParse(debate).success).toBe(true);
    expect(
      openDebateInput.safeParse({ ...debate, opensAt: "2026-12-01T10:00:00Z", closesAt: "2026-12-02T10:00:00Z" })
        .success,
    ).toBe(true);
    const wrongs = [
      { question: "Trop court".slice(0, 9) },
      { scope: "national/63/63113/1" },
      { scope: "world" },
      { audience: "everyone" },
      { closesAt: new Date(1000) },
      { opensAt: new Date(Number.NaN) },
      { opensAt: "2026-02-31T10:00:00Z" },
      { opensAt: null },
    ];
    expect(wrongs.filter((wrong) => openDebateInput.safeParse({ ...debate, ...wrong }).success)).toEqual([]);
  });
});

describe("a place after « de »", () => {
  it.each([
    ["Puy-de-Dôme", "du Puy-de-Dôme"],
    ["Ain", "de l’Ain"],
    ["Hérault", "de l’Hérault"],
    ["Landes", "des Landes"],
    ["Ille-et-Vilaine", "d’Ille-et-Vilaine"],
    ["Tarn-et-Garonne", "de Tarn-et-Garonne"],
    ["Haute-Loire", "de la Haute-Loire"],
    ["Paris", "de Paris"],
    ["Français de l’étranger", "des Français de l’étranger"],
  ])("says %s as French does", (name, expected) => {
    expect(ofPlace(name)).toBe(expected);
  });
});
