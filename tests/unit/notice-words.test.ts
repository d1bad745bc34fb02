import { describe, expect, it } from "vitest";
import { did, doers, quoted } from "@/core/notice-words.ts";
import { groupHeading, groupWords } from "@/features/groups/group.rules.ts";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("the words of notices", () => {
  it("agree with how many did it, and name nobody whose card is not seen", () => {
    const say = (name: string | null, count?: number) =>
      plain(did(doers(name, count), "a", "ont", "commenté ta publication"));
    expect(say("Inès Bonnet")).toBe("Inès Bonnet a commenté ta publication");
    expect(say("Inès Bonnet", 2)).toBe("Inès Bonnet et une autre personne ont commenté ta publication");
    expect(say("Inès Bonnet", 4)).toBe("Inès Bonnet et 3 autres personnes ont commenté ta publication");
    expect(say(null)).toBe("Un·e membre a commenté ta publication");
    expect(say(null, 1240)).toBe("1 240 personnes ont commenté ta publication");
  });

  it("quote a question on one line, its end left out at a word", () => {
    expect(plain(quoted("Faut-il\n des bus gratuits ?"))).toBe("« Faut-il des bus gratuits ? »");
    expect(plain(quoted("Un deux trois quatre", 12))).toBe("« Un deux… »");
  });

  it("call a place's group by its place, and others by their name", () => {
    const of = (name: string, place: string | null) => [
      plain(groupWords({ name, place })),
      groupHeading({ name, place }),
    ];
    expect(of("Riom", "national/63/63300")).toEqual(["la section Riom", "Section Riom"]);
    expect(of("Puy-de-Dôme", "national/63")).toEqual(["la fédération du Puy-de-Dôme", "Fédération du Puy-de-Dôme"]);
    expect(of("Le parti", "national")).toEqual(["« Le parti »", "Le parti"]);
    expect(of("Vélo pour tous", null)).toEqual(["« Vélo pour tous »", "Vélo pour tous"]);
  });
});
