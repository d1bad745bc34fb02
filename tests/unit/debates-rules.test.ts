import { describe, expect, it } from "vitest";
import type { Actor } from "@/core/actor.ts";
import { system, visitor } from "@/core/actor.ts";
import { ofPlace } from "@/core/french-places.ts";
import {
  canContribute,
  canEdit,
  canOpenDebate,
  canRunDebate,
  canTakePart,
  canVote,
} from "@/features/debates/debate.policy.ts";
import {
  duePhase,
  EDIT_MS,
  movedTally,
  phases,
  reachedSchedule,
  type Side,
  statusOf,
} from "@/features/debates/debate.rules.ts";

const member: Actor = {
  kind: "member",
  id: "0000member00",
  sessionId: null,
  name: "Inès",
  adherent: false,
  section: { id: "63113", name: "Clermont-Ferrand", scope: "national/63/63113" },
  grants: [],
};
const suspended = { kind: "suspended", id: "0000member00", grants: [] } as never;
const holding = (
  role: "section_leader" | "federation_admin" | "moderator" | "national_admin",
  scope: string,
): Actor => ({
  ...member,
  grants: [{ role, scope }],
});
const said = (decision: ReturnType<typeof canTakePart>) => (decision.allowed ? "ok" : decision.reason);

describe("what each phase of a debate takes", () => {
  const sides: (Side | null)[] = ["pour", "contre", "neutre", null];
  it.each([
    ["upcoming", Array(4).fill("debate_not_open_yet"), "debate_not_open_yet"],
    ["ideas", ["ok", "ok", "ok", "no_replies_yet"], "no_votes_yet"],
    ["debate", ["ok", "ok", "take_a_side", "ok"], "ok"],
    ["vote", Array(4).fill("only_votes_now"), "ok"],
    ["synthesis", Array(4).fill("debate_closed"), "debate_closed"],
    ["closed", Array(4).fill("debate_closed"), "debate_closed"],
  ] as const)("%s: for, against, neither, a reply; a vote", (phase, contributions, vote) => {
    expect(sides.map((side) => said(canContribute(member, phase, side)))).toEqual(contributions);
    expect(said(canVote(member, phase))).toBe(vote);
    for (const refused of [canContribute(member, phase, "neutre"), canVote(member, phase)])
      if (!refused.allowed) expect(refused.as).toBe("conflict");
  });

  it("asks visitors to sign in, and gives the suspended their reason, whatever the phase", () => {
    for (const phase of phases)
      for (const decide of [
        canTakePart,
        (actor: Actor) => canContribute(actor, phase, "pour"),
        (actor: Actor) => canVote(actor, phase),
        (actor: Actor) => canEdit(actor, { authorId: null, createdAt: new Date(), phase }, new Date()),
      ]) {
        expect(decide(visitor)).toMatchObject({ as: "unauthenticated", reason: "sign_in_first" });
        expect(decide(suspended)).toMatchObject({ as: "forbidden", reason: "suspended" });
        expect(decide(system).allowed).toBe(false);
      }
  });

  it("makes a debate come, run and end", () => {
    expect(phases.map(statusOf)).toEqual(["coming", "running", "running", "running", "closed", "closed"]);
  });
});

describe("editing a contribution", () => {
  const at = (ms: number) => new Date(1_000_000 + ms);
  const published = { authorId: member.id, createdAt: at(0), phase: "debate" as const };
  it("is for its author, for ten minutes, while contributions are taken", () => {
    expect(said(canEdit(member, published, at(EDIT_MS - 1)))).toBe("ok");
    expect(said(canEdit(member, published, at(EDIT_MS)))).toBe("too_late_to_edit");
    expect(said(canEdit(member, { ...published, authorId: "0000another0" }, at(0)))).toBe("not_yours");
    expect(said(canEdit(member, { ...published, authorId: null }, at(0)))).toBe("not_yours");
    const answers = phases.map((phase) => said(canEdit(member, { ...published, phase }, at(0))));
    expect(answers).toEqual(["debate_closed", "ok", "ok", "debate_closed", "debate_closed", "debate_closed"]);
  });

  it("is not for those who run the debate", () => {
    const host = holding("national_admin", "national");
    expect(said(canEdit(host, { ...published, authorId: "0000another0" }, at(0)))).toBe("not_yours");
  });
});

describe("running a debate", () => {
  const debate = { scope: "national/63/63113", isHost: false };
  const adherent: Actor = { ...member, adherent: true };
  it.each([
    ["a host who is a verified adherent", adherent, { ...debate, isHost: true }, true],
    ["a host who no longer is one", member, { ...debate, isHost: true }, false],
    ["an adherent who is no host", adherent, debate, false],
    ["the leader of its section", holding("section_leader", "national/63/63113"), debate, true],
    ["the leader of another", holding("section_leader", "national/63/63-autres"), debate, false],
    ["its federation", holding("federation_admin", "national/63"), debate, true],
    ["a federation whose number begins alike", holding("federation_admin", "national/6"), debate, false],
    ["the national level", holding("national_admin", "national"), debate, true],
    ["a moderator", holding("moderator", "national"), debate, false],
    ["a visitor", visitor, { ...debate, isHost: true }, false],
    ["a suspended host", suspended, { ...debate, isHost: true }, false],
  ] as const)("%s: %#", (_, actor, of, expected) => {
    expect(canRunDebate(actor, of).allowed).toBe(expected);
  });
});

describe("the dates of a debate", () => {
  const at = (n: number) => new Date(n * 1000);
  const schedule = { opensAt: at(1), debateAt: at(2), voteAt: at(3), closesAt: at(4) };
  it("say which phase is due, from its first moment", () => {
    const due = [0.999, 1, 1.999, 2, 3, 4, 9].map((now) => duePhase(schedule, at(now)));
    expect(due).toEqual(["upcoming", "ideas", "ideas", "debate", "vote", "synthesis", "synthesis"]);
  });

  it("pass over the phases that have none", () => {
    const without = { ...schedule, debateAt: null, voteAt: null };
    expect([0, 1, 3, 4].map((now) => duePhase(without, at(now)))).toEqual(["upcoming", "ideas", "ideas", "synthesis"]);
  });

  it("never lie ahead of a phase that began by hand", () => {
    expect(reachedSchedule(schedule, "vote", at(0))).toEqual({
      opensAt: at(0),
      debateAt: at(0),
      voteAt: at(0),
      closesAt: at(4),
    });
    expect(reachedSchedule(schedule, "debate", at(1.5))).toEqual({ ...schedule, debateAt: at(1.5) });
    expect(reachedSchedule({ ...schedule, voteAt: null }, "synthesis", at(2.5))).toEqual({
      ...schedule,
      voteAt: null,
      closesAt: at(2.5),
    });
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
