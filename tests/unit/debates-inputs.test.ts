import { describe, expect, it } from "vitest";
import {
  castVoteInput,
  catchUpInput,
  contributeInput,
  editContributionInput,
  listInput,
  openDebateInput,
  pageInput,
  threadInput,
} from "@/features/debates/debate.schema.ts";

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

  it("refuses a body that is not sound, and takes dangerous signs for words, published or edited", () => {
    const contributionId = "0123456789ab";
    for (const accepts of [
      (body: unknown) => contributeInput.safeParse({ ...contribution, body }).success,
      (body: unknown) => editContributionInput.safeParse({ contributionId, body }).success,
    ])
      expect([...bad, ...words].filter(accepts)).toEqual(words);
  });

  it.each([
    ["9 characters", "x".repeat(9), false],
    ["10 characters", "x".repeat(10), true],
    ["2,000 characters", "x".repeat(2000), true],
    ["2,001 characters", "x".repeat(2001), false],
    ["2,001 characters once cleaned to 2,000", `${"x".repeat(2000)}\u200b`, true],
    ["10 characters, half of them spaces around", `${"x".repeat(5)}     `, false],
    ["half an emoji", `${"x".repeat(20)}\ud83d`, false],
    ["the other half", `\ude00${"x".repeat(20)}`, false],
    ["2,000 characters, the last of two units", `${"x".repeat(1999)}🌹`, true],
    ["2,001 characters, the last of two units", `${"x".repeat(2000)}🌹`, false],
    ["a control character", `${"x".repeat(20)}\u0007`, false],
    ["an escape of a terminal", `\u001b[31m${"x".repeat(20)}`, false],
    ["right to left", `\u202e${"x".repeat(10)}`, true],
    ["only zero-width signs", "\u200b".repeat(20), false],
    ["only joiners", "\u200d".repeat(20), false],
    ["only invisible letters", "\u3164".repeat(20), false],
    ["only blanks of Braille", "\u2800".repeat(20), false],
    ["only accents on nothing", "\u0301".repeat(20), false],
    ["ten signs", "!?!?!?!?!?", true],
    ["another script", "これは議論に値する意見です。", true],
    ["5 links", "https://a.fr ".repeat(5), true],
    ["6 links", "https://a.fr ".repeat(6), false],
    ["6 links, some in capitals", `${"HTTP://a.fr ".repeat(3)}${"https://a.fr ".repeat(3)}`, false],
    ["5 links to www, written in full", "https://www.a.fr ".repeat(5), true],
    ["6 links without their scheme", "www.exemple.fr ".repeat(6), false],
  ])("a body of %s: %#", (_, body, accepted) => {
    expect(contributeInput.safeParse({ ...contribution, body }).success).toBe(accepted);
    expect(editContributionInput.safeParse({ contributionId: "0123456789ab", body }).success).toBe(accepted);
  });

  it("takes a side or a parent: not both, not neither, no array, nothing deep", () => {
    const { side: _, ...rest } = contribution;
    const parentId = "0123456789ab";
    const accepts = (input: object) => contributeInput.safeParse({ ...rest, ...input }).success;
    let deep: unknown = [];
    for (let depth = 0; depth < 10_000; depth++) deep = [deep];
    expect([{ side: "pour" }, { side: "neutre" }, { parentId }].filter((one) => !accepts(one))).toEqual([]);
    const wrong = [
      {},
      { side: "contre", parentId },
      { side: null, parentId },
      { side: "pour", parentId: null },
      { side: ["pour"] },
      { parentId: [parentId] },
      { parentId: { not: "" } },
      { parentId: deep },
      { side: deep },
      { side: "pour", parentId: "" },
      { side: "constructor" },
      { parentId: 2 ** 53 + 1 },
      { parentId: Number.NaN },
    ];
    expect(wrong.filter(accepts)).toEqual([]);
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

  it("shows the newest page when another is asked for badly", () => {
    const asked = { ordre: "meilleures", pour: "x", contre: ["1", "2"], neutre: "-3", autre: "" };
    expect(pageInput.parse(asked)).toEqual({ ordre: "newest" });
    for (const ordre of [["partagees", "recentes"], "constructor", "__proto__", "agreed", 3, null])
      expect(pageInput.parse({ ordre })).toEqual({ ordre: "newest" });
    const orders = ["recentes", "partagees", "debattues", "a-voter"].map((ordre) => pageInput.parse({ ordre }).ordre);
    expect(orders).toEqual(["newest", "agreed", "divided", "awaiting"]);
  });

  it("shows all debates when a choice of the list is none", () => {
    expect(listInput.parse({ voir: "tout", statut: "vieux", apres: "x" })).toEqual({ voir: "tous" });
    expect(listInput.parse({ voir: ["miens"], statut: ["clos"], apres: ["0123456789ab"] })).toEqual({ voir: "tous" });
  });

  it("opens a contribution's page by a number of the log alone", () => {
    const opens = (seq: unknown) => threadInput.safeParse({ id: "0123456789ab", seq }).success;
    expect(["1", 7].filter((seq) => !opens(seq))).toEqual([]);
    expect(["0", "-1", "1.5", "x", "9999999999", 2 ** 53 + 1, Number.NaN, {}, null, undefined].filter(opens)).toEqual(
      [],
    );
    expect(threadInput.parse({ id: "0123456789ab", seq: "1", apres: "x" }).apres).toBeUndefined();
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
