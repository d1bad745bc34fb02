import { describe, expect, it } from "vitest";
import { namesTogether } from "@/features/messages/conversation.rules.ts";
import { excerptAround, searchedWords } from "@/features/messages/search.rules.ts";

describe("a conversation that nobody named", () => {
  it("is called by those in it, three at most", () => {
    expect(namesTogether([], 0)).toBe("Toi");
    expect(namesTogether(["Inès"], 1)).toBe("Inès");
    expect(namesTogether(["Inès", "Samir"], 2)).toBe("Inès et Samir");
    expect(namesTogether(["Inès", "Samir", "Lou"], 3)).toBe("Inès, Samir et Lou");
    expect(namesTogether(["Inès", "Samir", "Lou", "Nora"], 4)).toBe("Inès, Samir, Lou et 1 autre");
    expect(namesTogether(["Inès", "Samir", "Lou", "Nora"], 12)).toBe("Inès, Samir, Lou et 9 autres");
  });
});

describe("words to look for", () => {
  it("are letters and figures, of two signs at least, each once, four at most", () => {
    expect(searchedWords("  L’Hôpital, l’hôpital %_\\ à 18 h ")).toEqual(["hôpital", "18"]);
    expect(searchedWords("un deux trois quatre cinq")).toHaveLength(4);
    expect(searchedWords("%%% ' ; --")).toEqual([]);
  });

  const hits = (body: string, ...words: string[]) =>
    excerptAround(body, words).flatMap(({ text, hit }) => (hit ? [text] : []));

  it("are told apart in what stands around them, whatever their accents", () => {
    expect(hits("Le cœur de l’HÔPITAL", "coeur", "hopital")).toEqual(["cœur", "HÔPITAL"]);
    expect(hits("Rien ici", "hopital")).toEqual([]);
    expect(hits("aaa", "aa")).toEqual(["aa"]);
    expect(excerptAround("a\n\nb", ["b"])).toEqual([
      { text: "a ", hit: false },
      { text: "b", hit: true },
    ]);
  });

  it("stand in a bounded excerpt, with marks where it is cut", () => {
    const text = excerptAround(`${"avant ".repeat(100)}hôpital${" après".repeat(100)}`, ["hopital"])
      .map((part) => part.text)
      .join("");
    expect(text.length).toBeLessThan(190);
    expect(text).toMatch(/^….*hôpital.*…$/);
  });
});
