import { describe, expect, it } from "vitest";
import { dayHeading } from "@/core/french-dates.ts";
import { noticesLive, noticesMoved } from "@/features/notifications/notice.live.ts";
import { badgeWords, readTopic } from "@/features/notifications/notice.rules.ts";

describe("the headings of the centre", () => {
  const now = new Date("2026-11-28T10:00:00Z");
  it.each([
    ["2026-11-28T09:00:00Z", "Aujourd’hui"],
    // It is the 28th in Paris already.
    ["2026-11-27T23:30:00Z", "Aujourd’hui"],
    ["2026-11-27T22:30:00Z", "Hier"],
    ["2026-11-26T12:00:00Z", "Jeudi 26 novembre"],
    ["2026-11-01T12:00:00Z", "Dimanche 1er novembre"],
    ["2025-12-31T12:00:00Z", "Mercredi 31 décembre 2025"],
  ])("%s is %s", (at, words) => {
    expect(dayHeading(new Date(at), now)).toBe(words);
  });
});

describe("the bell", () => {
  it("has room for two signs", () => {
    expect([1, 99, 100].map(badgeWords)).toEqual(["1", "99", "99+"]);
  });

  it("knows what may be muted, and nothing else", () => {
    expect(readTopic("debate:0123456789ab")).toEqual({ sort: "debate", id: "0123456789ab" });
    for (const topic of [
      "",
      "debate:",
      "debate:x",
      "message:0123456789ab",
      "constructor:0123456789ab",
      "group:0123456789AB",
    ])
      expect(readTopic(topic), topic).toBeNull();
  });
});

describe("the signal to screens", () => {
  const members = (count: number) => Array.from({ length: count }, (_, n) => `m${n}`);
  const framesOf = (data: unknown) => noticesLive.frames({}, data);

  it("goes to each once, to her own room, with nothing in it but when to ask", () => {
    const one = noticesMoved(["ada", "bob", "ada"]);
    expect(framesOf(one.data)).toEqual(
      ["ada", "bob"].map((id) => ({ room: `person:${id}:self`, kind: "notices", data: { within: 0 } })),
    );
  });

  it("spreads thousands of questions over time, and forgets nobody when two tellings meet", () => {
    const many = noticesMoved(members(1_000));
    expect(many.data).toMatchObject({ within: 5_000 });
    const both = noticesLive.merge(many.data, noticesMoved(["ada"]).data);
    expect(framesOf(both)).toHaveLength(1_001);
    expect(both).toMatchObject({ within: 5_000 });
  });
});
