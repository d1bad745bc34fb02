import { describe, expect, it } from "vitest";
import { parisField, parisMoment } from "@/core/paris-time.ts";
import { usualDates } from "@/features/debates/components/schedule-fields.tsx";
import { duePhase, phases, rankOf, reachedSchedule } from "@/features/debates/debate.rules.ts";
import { openDebateInput } from "@/features/debates/debate.schema.ts";

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9));
const schedule = { opensAt: at(2), debateAt: at(9), voteAt: at(23), closesAt: at(30) };

describe("the phase whose date has come", () => {
  it("is the furthest one, from its very moment", () => {
    const dues = [1, 2, 8, 9, 22, 23, 29, 30].map((day) => duePhase(schedule, at(day)));
    expect(dues).toEqual(["upcoming", "ideas", "ideas", "debate", "debate", "vote", "vote", "synthesis"]);
    expect(duePhase(schedule, new Date(at(9).getTime() - 1))).toBe("ideas");
  });

  it("passes over phases that a host decides", () => {
    expect(duePhase({ ...schedule, debateAt: null }, at(10))).toBe("ideas");
    expect(duePhase({ ...schedule, debateAt: null }, at(24))).toBe("vote");
    expect(duePhase({ ...schedule, debateAt: null, voteAt: null }, at(29))).toBe("ideas");
  });

  it("is the later of two that begin together", () => {
    expect(duePhase({ ...schedule, voteAt: schedule.debateAt }, at(9))).toBe("vote");
  });

  it("never closes a debate by itself", () => {
    expect(duePhase(schedule, at(365))).toBe("synthesis");
  });
});

describe("the schedule once a phase has begun by hand", () => {
  const now = at(5);

  it("has nothing before it still to come, and leaves what is after", () => {
    expect(reachedSchedule(schedule, "vote", now)).toEqual({
      opensAt: at(2),
      debateAt: now,
      voteAt: now,
      closesAt: at(30),
    });
    expect(reachedSchedule(schedule, "synthesis", now).closesAt).toEqual(now);
  });

  it("leaves undecided what was", () => {
    expect(reachedSchedule({ ...schedule, debateAt: null }, "vote", now).debateAt).toBeNull();
  });

  it("never makes a later phase due, nor an earlier one", () => {
    for (const phase of phases.filter((one) => rankOf(one) > 0 && one !== "closed"))
      expect(rankOf(duePhase(reachedSchedule(schedule, phase, now), now))).toBeLessThanOrEqual(rankOf(phase));
  });
});

describe("a date field read in Paris", () => {
  it.each([
    ["2026-11-28T18:30", "2026-11-28T17:30:00.000Z"],
    ["2026-07-14T09:00", "2026-07-14T07:00:00.000Z"],
    // The eve and the morrow of the changes of time.
    ["2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25T01:59", "2026-10-24T23:59:00.000Z"],
    ["2026-10-25T03:00", "2026-10-25T02:00:00.000Z"],
    ["2028-02-29T00:00", "2028-02-28T23:00:00.000Z"],
  ])("%s is %s", (field, moment) => {
    expect(parisMoment(field)?.toISOString()).toBe(moment);
    expect(parisField(new Date(moment))).toBe(field);
  });

  it("is the first of an hour that happens twice", () => {
    expect(parisMoment("2026-10-25T02:30")?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(parisField(new Date("2026-10-25T01:30:00Z"))).toBe("2026-10-25T02:30");
  });

  it("is an hour later when summer time skips it", () => {
    expect(parisMoment("2026-03-29T02:30")?.toISOString()).toBe("2026-03-29T01:30:00.000Z");
  });

  it("keeps the seconds out, and is nothing when it is no date", () => {
    expect(parisMoment("2026-11-28T18:30:45")?.toISOString()).toBe("2026-11-28T17:30:00.000Z");
    const nothing = ["", "demain", "2026-13-01T10:00", "2026-11-28", "2026-11-28 18:30", "2026-11-28T25:00", "\u0000"];
    expect(nothing.map(parisMoment)).toEqual(nothing.map(() => null));
  });

  it("refuses a day that does not exist", () => {
    expect(parisMoment("2026-02-31T10:00")).toBeNull();
  });
});

describe("the dates that the form proposes", () => {
  it("are a week of ideas, two of debate, one of vote, at the same hour across a change of time", () => {
    const dates = usualDates("2026-10-20T09:00");
    expect(dates).toEqual({
      opensAt: "2026-10-20T09:00",
      debateAt: "2026-10-27T09:00",
      voteAt: "2026-11-10T09:00",
      closesAt: "2026-11-17T09:00",
    });
    const moments = Object.fromEntries(Object.entries(dates).map(([name, field]) => [name, parisMoment(field)]));
    const debate = { question: "Faut-il des bus gratuits ?", framing: "", scope: "national", audience: "open" };
    expect(openDebateInput.safeParse({ ...debate, ...moments }).success).toBe(true);
  });
});
