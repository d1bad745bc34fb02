import { describe, expect, it } from "vitest";
import { type Actor, system, visitor } from "@/core/actor.ts";
import { houseRules, isRule, ruleWords } from "@/core/house-rules.ts";
import { acknowledgementMail, authorMail, reporterMail, type ToldAuthor } from "@/features/moderation/mail.rules.ts";
import {
  canAppeal,
  canDecide,
  canGiveNotice,
  canReadFigures,
  canReport,
  canSettle,
} from "@/features/moderation/moderation.policy.ts";
import { decideInput, pageInput, reportInput } from "@/features/moderation/moderation.schema.ts";

const member = (id: string, grants: Actor["grants"] = []): Actor => ({
  kind: "member",
  id,
  sessionId: null,
  name: id,
  adherent: true,
  section: { id: "x", name: "x", scope: "national/63/63113" },
  grants,
});
const suspended: Actor = {
  kind: "suspended",
  id: "suzanne",
  sessionId: null,
  name: "Suzanne",
  suspension: { reason: "Règle 2.", endsAt: null },
  grants: [],
};
const refusal = (reason: string) => expect.objectContaining({ allowed: false, reason });
const allowed = { allowed: true };

describe("the rules of the house", () => {
  it("are numbered from one, without a hole, since decisions cite the number", () => {
    expect(houseRules.map(({ number }) => number)).toEqual(houseRules.map((_, index) => index + 1));
    expect(isRule(1)).toBe(true);
    for (const wrong of [0, houseRules.length + 1, 1.5, Number.NaN]) expect(isRule(wrong)).toBe(false);
    expect(ruleWords(3)).toBe("règle 3, «\u00a0Personne n’est harcelé\u00a0»");
  });
});

describe("who may do what about a report", () => {
  it("lets members report what they did not write, and visitors give notice", () => {
    expect(canReport(member("a"), { authorId: "b" })).toEqual(allowed);
    expect(canReport(member("a"), { authorId: null })).toEqual(allowed);
    expect(canReport(member("a"), { authorId: "a" })).toEqual(refusal("own_words"));
    expect(canReport(visitor, { authorId: null })).toEqual(refusal("sign_in_first"));
    for (const actor of [suspended, system]) expect(canReport(actor, { authorId: null })).toEqual(refusal("not_yours"));
    expect(canGiveNotice(visitor)).toEqual(allowed);
    for (const actor of [member("a"), suspended, system]) expect(canGiveNotice(actor).allowed).toBe(false);
  });

  it("lets one decide on what waits, but not on one’s own report", () => {
    expect(canDecide(member("a"), { reporterIds: ["b", null] })).toEqual(allowed);
    expect(canDecide(member("a"), { reporterIds: ["b", "a"] })).toEqual(refusal("own_report"));
    expect(canDecide(member("a"), { reporterIds: [] })).toEqual(refusal("already_decided"));
    expect(canDecide(system, { reporterIds: [null] })).toEqual(allowed);
  });

  it("lets the author answer once, and another person settle", () => {
    const now = new Date("2026-11-28T12:00:00Z");
    const hidden = { outcome: "hide", settles: false, appealed: false, decidedAt: new Date("2026-05-28T12:00:00Z") };
    expect(canAppeal(member("a"), hidden, now)).toEqual(allowed);
    const late = new Date(now.getTime() + 1);
    expect(canAppeal(member("a"), hidden, late)).toEqual(refusal("answer_too_late"));
    expect(canAppeal(member("a"), { ...hidden, outcome: "nothing" }, now)).toEqual(refusal("nothing_to_answer"));
    expect(canAppeal(member("a"), { ...hidden, appealed: true }, late)).toEqual(refusal("already_answered"));
    expect(canAppeal(member("a"), { ...hidden, settles: true }, now)).toEqual(refusal("already_answered"));
    const answer = { settled: false, deciderId: "d", reporterIds: ["r", null] };
    expect(canSettle(member("a"), answer)).toEqual(allowed);
    expect(canSettle(member("d"), answer)).toEqual(refusal("own_decision"));
    expect(canSettle(member("r"), answer)).toEqual(refusal("own_report"));
    expect(canSettle(member("a"), { ...answer, settled: true })).toEqual(refusal("already_decided"));
    expect(canSettle(system, { ...answer, deciderId: null })).toEqual(allowed);
  });

  it("shows the figures to those who answer for the whole", () => {
    const holding = (role: "moderator" | "national_admin" | "federation_admin", scope: string) =>
      canReadFigures(member("a", [{ role, scope }]));
    expect([holding("moderator", "national"), holding("national_admin", "national")]).toEqual([true, true]);
    expect([holding("moderator", "national/63"), holding("federation_admin", "national")]).toEqual([false, false]);
  });
});

describe("what a form sends", () => {
  const id = "0123456789ab";
  it("cites a rule that exists, and hides with one only", () => {
    const input = { caseId: id, words: "Une explication." };
    expect(decideInput.parse({ ...input, outcome: "nothing", rule: "" }).rule).toBeNull();
    expect(decideInput.parse({ ...input, outcome: "hide", rule: "10" }).rule).toBe(10);
    for (const rule of ["", undefined, null, "11", 1, ["1"]])
      expect(decideInput.safeParse({ ...input, outcome: "hide", rule }).success).toBe(false);
  });

  it("keeps a report’s words to their length, and asks for none", () => {
    const input = { kind: "contribution", objectId: id, rule: "1" };
    expect(reportInput.parse(input).words).toBe("");
    expect(reportInput.safeParse({ ...input, words: "x".repeat(2001) }).success).toBe(false);
    for (const words of ["a\u0000b", "\ud800", 12, { not: "" }])
      expect(reportInput.safeParse({ ...input, words }).success).toBe(false);
  });

  it("begins a page where the last one ended", () => {
    expect(pageInput.parse({ apres: `1700000000000-${id}` })).toEqual({ at: new Date(1_700_000_000_000), id });
    for (const wrong of [{}, undefined, { apres: "x" }, { apres: `99999999999999999-${id}` }, { apres: ["a"] }])
      expect(pageInput.parse(wrong)).toBeNull();
  });
});

describe("mails", () => {
  const told: ToldAuthor = {
    decisionId: "0123456789ab",
    outcome: "hide",
    settles: false,
    rule: 1,
    words: "On parle de la personne.",
    text: "Quel idiot.",
    place: "Faut-il des bus gratuits ?",
  };
  const said = ({ subject, paragraphs }: { subject: string; paragraphs: string[] }) =>
    [subject, ...paragraphs].join("\n");

  it("give an author the reasons, and the way to answer while there is one", () => {
    const first = authorMail(told);
    expect(said(first)).toMatch(/Quel idiot[\s\S]*règle 1[\s\S]*On parle de la personne[\s\S]*Réponds une fois/);
    expect(first.link?.path).toBe("/moderation/decisions/0123456789ab");
    const kept = said(authorMail({ ...told, settles: true }));
    expect(kept).toContain("la dernière");
    expect(kept).not.toContain("Réponds");
    for (const settles of [true, false]) {
      const left = said(authorMail({ ...told, outcome: "nothing", rule: null, settles }));
      expect(left).toMatch(/en ligne|comme avant/);
      expect(left).not.toMatch(/règle \d|Réponds/);
    }
  });

  it("give a reporter what was decided and why, and not the words again", () => {
    const report = {
      outcome: "hide" as const,
      rule: 1,
      words: told.words,
      reportedAt: new Date("2026-11-20T10:00:00Z"),
      place: null,
    };
    expect(said(reporterMail(report))).toMatch(/20.novembre.2026[\s\S]*règle 1[\s\S]*On parle de la personne/);
    expect(said(reporterMail({ ...report, place: told.place }))).toContain(told.place);
    expect(said(reporterMail({ ...report, outcome: "nothing", rule: null }))).toContain("restent en ligne");
    expect(said(acknowledgementMail(report))).toContain("Règle 1");
  });

  it("are in typographic French", () => {
    const mails = [true, false].flatMap((settles) =>
      (["hide", "nothing"] as const).map((outcome) => authorMail({ ...told, outcome, settles })),
    );
    for (const mail of mails) {
      expect(said(mail)).not.toMatch(/'|"|\.\.\.|« | »| [!;:]|undefined|null/);
      expect(mail.subject.length).toBeLessThan(70);
    }
  });
});
