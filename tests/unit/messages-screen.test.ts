import { describe, expect, it } from "vitest";
import { happenedWords } from "@/features/messages/components/happened-words.ts";
import { daysOf, dayWords, type Line, linesOf } from "@/features/messages/components/log-blocks.ts";
import { momentWords } from "@/features/messages/components/moment-words.ts";
import { someNames, typingWords } from "@/features/messages/components/name-words.ts";
import type { ChangeEntry, LogEntry, MessageView } from "@/features/messages/message.views.ts";

const [INES, SAMIR, LOU] = [
  { id: "i", name: "Inès Bonnet" },
  { id: "s", name: "Samir Haddad" },
  { id: "l", name: "Lou Ferrand" },
];
const message = (seq: number, author: { id: string; name: string }, at: string): Line => ({
  kind: "message",
  seq,
  message: { id: `m${seq}`, seq, author, at, body: "…", replyTo: null, photos: [], files: [] } satisfies MessageView,
});
const change = (changes: Partial<ChangeEntry> & Pick<ChangeEntry, "kind">): ChangeEntry => ({
  ...{ seq: 9, at: "2026-11-28T12:00:00.000Z", by: INES, whom: null },
  ...changes,
});
const shape = (lines: readonly Line[], unreadAfter: number | null = null) =>
  daysOf(lines, "i", unreadAfter).map(({ day, runs }) => [
    day,
    runs.map((run) => (run.kind === "said" ? run.messages.map(({ seq }) => seq) : run.kind)),
  ]);

describe("a conversation laid out", () => {
  it("puts what one said in one go together, and begins anew after five minutes or with another author", () => {
    expect(
      shape([
        message(1, SAMIR, "2026-11-28T12:00:00.000Z"),
        message(2, SAMIR, "2026-11-28T12:04:00.000Z"),
        message(3, SAMIR, "2026-11-28T12:09:30.000Z"),
        message(4, INES, "2026-11-28T12:09:40.000Z"),
      ]),
    ).toEqual([["2026-11-28", [[1, 2], [3], [4]]]]);
  });

  it("changes day at midnight in Paris", () => {
    const days = shape([message(1, SAMIR, "2026-11-27T22:59:00.000Z"), message(2, SAMIR, "2026-11-27T23:01:00.000Z")]);
    expect(days.map(([day]) => day)).toEqual(["2026-11-27", "2026-11-28"]);
  });

  it("marks once where what is new begins: others' words, never one's own", () => {
    const lines = [
      message(1, SAMIR, "2026-11-28T12:00:00.000Z"),
      message(2, INES, "2026-11-28T12:00:10.000Z"),
      message(3, SAMIR, "2026-11-28T12:00:20.000Z"),
      message(4, SAMIR, "2026-11-28T12:00:30.000Z"),
    ];
    expect(shape(lines, 1)).toEqual([["2026-11-28", [[1], [2], "unread", [3, 4]]]]);
    expect(shape(lines, 4)).toEqual([["2026-11-28", [[1], [2], [3, 4]]]]);
    expect(shape(lines)).toEqual([["2026-11-28", [[1], [2], [3, 4]]]]);
  });

  it("shows messages and what happened, not what became of a message", () => {
    const said = message(1, SAMIR, "2026-11-28T12:00:00.000Z");
    const entries: LogEntry[] = [
      said as LogEntry,
      { kind: "edited", seq: 2, message: (said as Line & { kind: "message" }).message },
      { kind: "gone", seq: 3 },
      change({ kind: "added", whom: LOU, seq: 4 }),
    ];
    expect(linesOf(entries).map(({ seq }) => seq)).toEqual([1, 4]);
  });
});

describe("what happened, in words", () => {
  it("says it as whoever reads would", () => {
    expect(happenedWords(change({ kind: "added", whom: SAMIR }), "l")).toBe("Inès Bonnet a ajouté Samir Haddad");
    expect(happenedWords(change({ kind: "added", whom: SAMIR }), "i")).toBe("Tu as ajouté Samir Haddad");
    expect(happenedWords(change({ kind: "added", whom: SAMIR }), "s")).toBe("Inès Bonnet t’a fait entrer ici");
    expect(happenedWords(change({ kind: "left", by: SAMIR, whom: SAMIR }), "i")).toBe(
      "Samir Haddad a quitté la conversation",
    );
    expect(happenedWords(change({ kind: "removed", whom: SAMIR, by: null }), "i")).toBe(
      "Quelqu’un a retiré Samir Haddad",
    );
    expect(happenedWords(change({ kind: "named", words: "Marché" }), "i")).toContain("Marché");
    expect(happenedWords(change({ kind: "assigned", whom: INES }), "i")).toBe("Tu t’occupes de répondre");
    expect(happenedWords(change({ kind: "assigned", whom: SAMIR }), "s")).toBe(
      "Inès Bonnet t’a confié cette conversation",
    );
    expect(happenedWords(change({ kind: "assigned" }), "l")).toContain("à qui voudra répondre");
  });
});

describe("moments and names", () => {
  const now = new Date("2026-11-28T13:40:00.000Z");

  it("says when in the least room", () => {
    expect(momentWords(new Date("2026-11-28T13:32:00.000Z"), now)).toMatch(/^14\sh\s32$/);
    expect(momentWords(new Date("2026-11-27T13:32:00.000Z"), now)).toBe("hier");
    expect(momentWords(new Date("2026-11-25T13:32:00.000Z"), now)).toBe("mercredi");
    expect(momentWords(new Date("2026-11-01T13:32:00.000Z"), now)).toMatch(/^1er\snovembre$/);
    expect(momentWords(new Date("2025-11-02T13:32:00.000Z"), now)).toMatch(/^2\snovembre\s2025$/);
  });

  it("names days as one would", () => {
    expect(dayWords("2026-11-28", now.getTime())).toBe("Aujourd’hui");
    expect(dayWords("2026-11-27", now.getTime())).toBe("Hier");
    expect(dayWords("2026-11-21", now.getTime())).toMatch(/^samedi\s21\snovembre$/);
    expect(dayWords("2025-11-01", now.getTime())).toMatch(/^samedi\s1er\snovembre\s2025$/);
  });

  it("says who writes, up to three", () => {
    expect(typingWords([])).toBe("");
    expect(typingWords(["Samir Haddad"])).toBe("Samir écrit…");
    expect(typingWords(["Samir Haddad", "Inès Bonnet"])).toBe("Samir et Inès écrivent…");
    expect(typingWords(["a", "b", "c", "d"])).toBe("Plusieurs personnes écrivent…");
    expect(someNames(["Samir Haddad", "Inès Bonnet", "Lou Ferrand", "Maryse Quintin"])).toBe("Samir, Inès et 2 autres");
  });
});
