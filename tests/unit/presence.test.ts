import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import type { Frame } from "@/core/live.ts";
import { defineRoom } from "@/core/room.ts";
import { createBudget, createTally } from "@/live/caps.ts";
import { createPresence, type PresenceWord } from "@/live/presence.ts";

const member = (id: string) => ({ ...visitor, kind: "member", id, name: `Nom de ${id}` }) as unknown as Actor;
const gate = async () => "public" as const;
const square = defineRoom("square", ["public", "members"], gate, {
  presence: { mayType: (actor) => actor.kind === "member" },
});
const silent = defineRoom("silent", ["public"], gate);

let time: number;
let frames: Frame[];
beforeEach(() => {
  time = 0;
  frames = [];
});
const emit = (frame: Frame) => void frames.push(frame);
const open = (self = "here", spread?: (word: PresenceWord) => void) =>
  createPresence({ emit, self, now: () => time, ...(spread && { spread }) });
/** A second passes. */
function pass(presence: ReturnType<typeof open>, seconds = 1): void {
  for (let n = 0; n < seconds; n++) {
    time += 1_000;
    presence.tick();
  }
}
const told = (kind: string) => frames.filter((frame) => frame.kind === kind && frame.room === "square:d1:public");

describe("who is there", () => {
  it("counts each member once, however many tabs, and each visitor's socket", () => {
    const presence = open();
    expect(presence.enter("s1", square, "d1", member("amel"))).toEqual({ here: 1 });
    expect(presence.enter("s2", square, "d1", member("amel"))).toEqual({ here: 1 });
    expect(presence.enter("s3", square, "d1", member("bruno"))).toEqual({ here: 2 });
    expect(presence.enter("s4", square, "d1", visitor)).toEqual({ here: 3 });
    expect(presence.enter("s5", square, "d1", visitor)).toEqual({ here: 4 });
    expect(presence.enter("s6", square, "d2", visitor)).toEqual({ here: 1 });
    presence.gone("s1");
    pass(presence, 2);
    expect(told("presence").at(-1)?.data).toEqual({ here: 4 });
    presence.gone("s2");
    pass(presence, 2);
    expect(told("presence").at(-1)?.data).toEqual({ here: 3 });
  });

  it("does not count twice a socket that joins again", () => {
    const presence = open();
    for (let n = 0; n < 3; n++) presence.enter("s1", square, "d1", visitor);
    expect(presence.enter("s2", square, "d1", visitor)).toEqual({ here: 2 });
    presence.leave("s1", square, "d1");
    presence.leave("s1", square, "d1");
    expect(presence.enter("s3", square, "d1", visitor)).toEqual({ here: 2 });
  });

  it("does not count who only looks on from a list, and tells her all the same", () => {
    const presence = open();
    expect(presence.enter("s1", square, "d1", member("amel"), false)).toEqual({ here: 0 });
    presence.writes("s1", square, "d1", false);
    presence.enter("s2", square, "d1", visitor);
    pass(presence, 2);
    expect(frames.filter(({ kind }) => kind === "typing")).toEqual([]);
    expect(told("presence").at(-1)?.data).toEqual({ here: 1 });
    expect(presence.enter("s1", square, "d1", member("amel"))).toEqual({ here: 2 }); // she opens it
    presence.leave("s2", square, "d1");
    presence.leave("s1", square, "d1");
    expect(presence.idsOf(square)).toEqual([]);
  });

  it("is told at most once in two seconds, to every audience, and only when it changed", () => {
    const presence = open();
    for (let n = 0; n < 100; n++) presence.enter(`s${n}`, square, "d1", visitor);
    pass(presence, 2);
    expect(frames).toEqual([
      { room: "square:d1:public", kind: "presence", data: { here: 100 } },
      { room: "square:d1:members", kind: "presence", data: { here: 100 } },
    ]);
    presence.gone("s1");
    presence.enter("s1", square, "d1", visitor);
    pass(presence, 10);
    expect(told("presence")).toHaveLength(1);
  });

  it("is told of no room that does not ask for it", () => {
    const presence = open();
    expect(presence.enter("s1", silent, "d1", visitor)).toEqual({});
    pass(presence, 4);
    expect(frames).toEqual([]);
    expect(presence.idsOf(silent)).toEqual(["d1"]);
    expect(presence.idsOf(square)).toEqual([]);
  });

  it("remembers nothing once everybody is gone, and refuses a socket that is everywhere", () => {
    const presence = open();
    const entered = Array.from({ length: 60 }, (_, n) => presence.enter("s1", square, `d${n}`, visitor));
    expect(entered.filter((answer) => answer === null)).toHaveLength(10);
    presence.writes("s1", square, "d1", false);
    presence.gone("s1");
    presence.gone("never seen");
    pass(presence);
    expect(presence.size()).toBe(0);
  });
});

describe("who writes", () => {
  it("counts members of the room for six seconds after their last signal, once each", () => {
    const presence = open();
    for (const [socket, id] of [
      ["s1", "amel"],
      ["s2", "amel"],
      ["s3", "bruno"],
    ] as const)
      presence.enter(socket, square, "d1", member(id));
    for (const socket of ["s1", "s2", "s3"]) for (let n = 0; n < 50; n++) presence.writes(socket, square, "d1", false);
    pass(presence);
    expect(told("typing").at(-1)?.data).toEqual({ typing: 2 });
    presence.writes("s3", square, "d1", false);
    pass(presence, 6);
    expect(told("typing").at(-1)?.data).toEqual({ typing: 1 });
    pass(presence, 2);
    expect(told("typing").at(-1)?.data).toEqual({ typing: 0 });
    expect(told("typing")).toHaveLength(3);
  });

  it("ends when she says so, leaves, or closes her last tab", () => {
    const presence = open();
    for (const id of ["amel", "bruno", "chloe"]) presence.enter(id, square, "d1", member(id));
    presence.enter("visitor", square, "d1", visitor);
    for (const id of ["amel", "bruno", "chloe"]) presence.writes(id, square, "d1", false);
    pass(presence);
    presence.writes("amel", square, "d1", true);
    presence.leave("bruno", square, "d1");
    presence.gone("chloe");
    pass(presence);
    expect(told("typing").map(({ data }) => data)).toEqual([{ typing: 3 }, { typing: 0 }]);
  });

  it("ignores visitors, strangers to the room, and rooms that show none", () => {
    const presence = open();
    presence.enter("s1", square, "d1", visitor);
    presence.enter("s2", square, "d2", member("amel"));
    presence.enter("s2", silent, "d1", member("amel"));
    presence.writes("s1", square, "d1", false);
    presence.writes("s2", square, "d1", false);
    presence.writes("s2", silent, "d1", false);
    presence.writes("nobody", square, "d1", false);
    pass(presence, 3);
    expect(frames.filter(({ kind }) => kind === "typing")).toEqual([]);
  });

  it("tells no name and no id", () => {
    const presence = open();
    presence.enter("s1", square, "d1", member("amel"));
    presence.writes("s1", square, "d1", false);
    pass(presence, 2);
    expect(JSON.stringify(frames)).not.toContain("amel");
  });
});

describe("several processes", () => {
  function two() {
    const words: PresenceWord[] = [];
    const away = open("away", (word) => void words.push(word));
    const here = open("here");
    const hear = () => {
      for (const word of words.splice(0)) here.hear(word);
    };
    return { away, here, hear, words };
  }

  it("add up, and forget one that fell silent", () => {
    const { away, here, hear } = two();
    here.enter("s1", square, "d1", visitor);
    away.enter("t1", square, "d1", member("amel"));
    away.writes("t1", square, "d1", false);
    pass(away);
    hear();
    expect(here.enter("s2", square, "d1", visitor)).toEqual({ here: 3 });
    frames = [];
    pass(here, 2);
    expect(told("presence").at(-1)?.data).toEqual({ here: 3 });
    expect(told("typing").at(-1)?.data).toEqual({ typing: 1 });
    pass(here, 16);
    expect(told("presence").at(-1)?.data).toEqual({ here: 2 });
    expect(told("typing").at(-1)?.data).toEqual({ typing: 0 });
  });

  it("tell what moved, rooms that emptied too, and everything every five seconds", () => {
    const { away, here, hear, words } = two();
    away.enter("t1", square, "d1", visitor);
    away.enter("t2", square, "d2", visitor);
    pass(away);
    expect(words.at(-1)?.rooms).toHaveLength(2);
    pass(away);
    expect(words).toHaveLength(1);
    hear();
    away.gone("t1");
    pass(away);
    expect(words.at(-1)).toEqual({ from: "away", whole: false, rooms: [["square:d1", { here: 0, typing: 0 }]] });
    hear();
    expect(here.enter("s1", square, "d1", visitor)).toEqual({ here: 1 });
    pass(away, 2);
    expect(words.at(-1)).toEqual({ from: "away", whole: true, rooms: [["square:d2", { here: 1, typing: 0 }]] });
  });
});

describe("what one may take of a process", () => {
  it("is counted by key, and given back", () => {
    const tally = createTally(2);
    tally.take("a");
    expect(tally.isFull("a")).toBe(false);
    tally.take("a");
    expect([tally.isFull("a"), tally.isFull("b")]).toEqual([true, false]);
    tally.give("a");
    tally.give("b");
    expect(tally.isFull("a")).toBe(false);
  });

  it("is a budget of events that comes back after ten seconds", () => {
    const within = createBudget(3, () => time);
    expect([within(), within(), within(), within()]).toEqual([true, true, true, false]);
    time = 9_000;
    expect(within()).toBe(false);
    time = 10_001;
    expect(within()).toBe(true);
  });
});
