import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import type { Frame } from "@/core/live.ts";
import { defineRoom } from "@/core/room.ts";
import { createPresence, type PresenceWord } from "@/live/presence.ts";

const member = (id: string) => ({ ...visitor, kind: "member", id, name: `Nom de ${id}` }) as unknown as Actor;
const all = new Set(["amel", "bruno", "chloe"]);
const salon = defineRoom("salon", ["in"], async () => "in" as const, {
  presence: { mayType: () => true, sees: async () => all },
});

let time: number;
let whispers: { socketId: string; frame: Frame }[];
beforeEach(() => {
  time = 0;
  whispers = [];
});
const open = (spread?: (word: PresenceWord) => void) =>
  createPresence({
    emit: () => {
      throw new Error("a room that shows names tells nobody the same");
    },
    whisper: (socketId, frame) => void whispers.push({ socketId, frame }),
    self: "here",
    now: () => time,
    ...(spread && { spread }),
  });
function pass(presence: ReturnType<typeof open>, seconds = 2): void {
  for (let n = 0; n < seconds; n++) {
    time += 1_000;
    presence.tick();
  }
}
const last = (socketId: string, kind: string) =>
  whispers.findLast((one) => one.socketId === socketId && one.frame.kind === kind)?.frame.data;

describe("who is there, by name", () => {
  it("is told to each of those whom she may see, without herself", () => {
    const presence = open();
    presence.enter("s1", salon, "c1", member("amel"), true, all);
    expect(presence.enter("s2", salon, "c1", member("bruno"), true, all)).toEqual({ here: ["amel"] });
    const seen = presence.enter("s3", salon, "c1", member("chloe"), true, new Set(["bruno"]));
    expect(seen).toEqual({ here: ["bruno"] });
    pass(presence);
    expect(last("s1", "presence")).toEqual({ here: ["bruno", "chloe"] });
    expect(last("s2", "presence")).toEqual({ here: ["amel", "chloe"] });
    expect(last("s3", "presence")).toBeUndefined(); // she knows
  });

  it("changes at once with whom she may see, and is told when it changed alone", () => {
    const presence = open();
    presence.enter("s1", salon, "c1", member("amel"), true, all);
    presence.enter("s2", salon, "c1", member("bruno"), true, all);
    pass(presence);
    const before = whispers.length;
    pass(presence, 6);
    expect(whispers).toHaveLength(before);
    presence.sees("s1", salon, "c1", new Set());
    pass(presence);
    expect(last("s1", "presence")).toEqual({ here: [] });
    expect(whispers).toHaveLength(before + 1);
  });

  it("ends with the last of her tabs", () => {
    const presence = open();
    presence.enter("s1", salon, "c1", member("amel"), true, all);
    for (const socket of ["s2", "s3"]) presence.enter(socket, salon, "c1", member("bruno"), true, all);
    presence.gone("s2");
    pass(presence);
    expect(last("s1", "presence")).toEqual({ here: ["bruno"] });
    presence.gone("s3");
    pass(presence);
    expect(last("s1", "presence")).toEqual({ here: [] });
    presence.gone("s1");
    expect(presence.size()).toBe(0);
  });

  it("says who writes, for six seconds, to those who may see her", () => {
    const presence = open();
    presence.enter("s1", salon, "c1", member("amel"), true, all);
    presence.enter("s2", salon, "c1", member("bruno"), true, new Set(["chloe"]));
    presence.writes("s1", salon, "c1", false);
    presence.writes("s2", salon, "c1", false);
    pass(presence, 1);
    expect(last("s1", "typing")).toEqual({ typing: ["bruno"] });
    expect(last("s2", "typing")).toBeUndefined();
    pass(presence, 7);
    expect(last("s1", "typing")).toEqual({ typing: [] });
  });

  it("passes from process to process: who has a tab in each is one", () => {
    const words: PresenceWord[] = [];
    const [here, away] = [open(), open((word) => void words.push(word))];
    here.enter("s1", salon, "c1", member("amel"), true, all);
    here.enter("s2", salon, "c1", member("bruno"), true, all);
    away.enter("s3", salon, "c1", member("bruno"), true, all);
    away.enter("s4", salon, "c1", member("chloe"), true, all);
    away.writes("s4", salon, "c1", false);
    pass(away, 1);
    for (const word of words) here.hear(word);
    pass(here);
    expect(last("s1", "presence")).toEqual({ here: ["bruno", "chloe"] });
    expect(last("s1", "typing")).toEqual({ typing: ["chloe"] });
  });

  it("gives what is told of one member to those who may see her, and to her own screens", () => {
    const presence = open();
    presence.enter("s1", salon, "c1", member("amel"), true, all);
    presence.enter("s2", salon, "c1", member("bruno"), true, new Set(["chloe"]));
    presence.enter("s3", salon, "c1", member("chloe"), true, new Set());
    expect(presence.whoSee("salon:c1:in", "chloe")).toEqual(["s1", "s2", "s3"]);
    expect(presence.whoSee("salon:c1:in", "amel")).toEqual(["s1"]);
    expect(presence.whoSee("salon:c2:in", "amel")).toEqual([]);
    expect(presence.whoSeeAnywhere("chloe")).toEqual(["s1", "s2"]);
  });
});
