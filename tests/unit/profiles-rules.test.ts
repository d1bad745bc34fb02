import { describe, expect, it } from "vitest";
import type { ActView } from "@/core/member-act.ts";
import { levelOf } from "@/features/activity/activity.rules.ts";
import { chooseActs } from "@/features/home/home.rules.ts";
import { labelKey, linkLabel, tidyAddresses, tidyLabels } from "@/features/profiles/label.rules.ts";
import { offerReason, toOffer } from "@/features/profiles/offer.rules.ts";
import { defaults, fields, reaches, visibilities } from "@/features/profiles/visibility.rules.ts";

describe("labels", () => {
  it("are tidy, each once whatever its accents, case and hyphens, the first spelling kept", () => {
    expect(tidyLabels(" porte-à-porte,Porte à porte\n* Vélo ; VELO,, ,…\n• C++, c++, C")).toEqual([
      "Porte-à-porte",
      "Vélo",
      "C++",
      "C",
    ]);
    expect(tidyLabels("-,'’·")).toEqual([]);
    expect(labelKey("L’École  d'été")).toBe("l ecole d ete");
  });
});

describe("links", () => {
  it("are understood without their beginning, and shown short", () => {
    expect(tidyAddresses("exemple.org  http://a.fr\njavascript:x")).toEqual([
      "https://exemple.org",
      "http://a.fr",
      "javascript:x",
    ]);
    expect(linkLabel("https://www.exemple.org/")).toBe("exemple.org");
    expect(linkLabel(`https://exemple.org/${"a".repeat(80)}`)).toHaveLength(48);
  });
});

describe("visibilities", () => {
  it("begin narrow: nothing is for everyone, and who is nearer sees all that who is farther sees", () => {
    for (const field of fields) expect(defaults[field]).not.toBe("everyone");
    for (const [index, shownTo] of visibilities.entries())
      for (const [near, reader] of visibilities.entries()) expect(reaches(shownTo, reader)).toBe(near <= index);
  });
});

describe("activity", () => {
  it("has four levels, without a number in their words", () => {
    expect([0, 1, 3, 4, 11, 12, 60].map((days) => levelOf(days).step)).toEqual([0, 1, 1, 2, 2, 3, 3]);
    for (const days of [0, 1, 4, 12]) expect(levelOf(days).name + levelOf(days).sentence).not.toMatch(/\d/);
  });
});

describe("acts", () => {
  const act = (kind: ActView["kind"], title: string): ActView => ({ kind, href: `/${title}`, title, reason: "près" });
  const debates = ["a", "b", "c"].map((title) => act("debattre", title));
  const titles = (acts: ActView[]) => acts.map(({ title }) => title).join("");

  it("are three at most, from different kinds first", () => {
    expect(titles(chooseActs(debates, () => null))).toBe("abc");
    expect(titles(chooseActs([...debates, act("accueillir", "x")], () => null))).toBe("axb");
    expect(chooseActs([], () => null)).toEqual([]);
  });

  it("begin with what she ticked, and say so", () => {
    const offer = toOffer({ willing: ["accueillir", "tractage", "??"], free: null, reachKm: 7, pace: "x" });
    expect(offer).toEqual({ willing: ["accueillir", "tractage"], free: [], reachKm: null, pace: null });
    const chosen = chooseActs([...debates, act("accueillir", "x")], (kind) => offerReason(offer, kind));
    expect(titles(chosen)).toBe("xab");
    expect(chosen.map(({ reason }) => reason)).toEqual(["tu as dit vouloir accueillir · près", "près", "près"]);
    expect(offerReason({ ...offer, willing: ["organiser"] }, "animer")).toBe("tu as dit vouloir organiser");
    expect(offerReason(offer, "coopains")).toBeNull();
  });
});
