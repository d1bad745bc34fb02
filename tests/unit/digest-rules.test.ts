import { describe, expect, it } from "vitest";
import { noticeKindIds } from "@/core/notice-kinds.ts";
import { countsOf, digestMail, dueIn, sectionsOf, type Told } from "@/features/notifications/digest.rules.ts";
import { mailNow } from "@/features/notifications/mail-now.rules.ts";

const told = (kind: Told["kind"], more: Partial<Told> = {}): Told => ({
  ...{ kind, count: 1, at: new Date("2026-11-27T10:00Z"), text: "Quelque chose est arrivé", href: "/ici" },
  ...more,
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("when a digest is due", () => {
  const at = (iso: string, zone = "Europe/Paris") =>
    dueIn(zone, new Date(iso)).map(({ pace, day }) => `${pace} ${day}`);

  it("is from half past seven on, in the morning alone", () => {
    expect(at("2026-11-25T06:29Z")).toEqual([]);
    expect(at("2026-11-25T06:30Z")).toEqual(["daily 2026-11-25", "weekly 2026-11-23"]);
    expect(at("2026-11-25T11:59Z")).toHaveLength(2);
    expect(at("2026-11-25T12:00Z")).toEqual([]);
  });

  it("is of the week's Monday, a Monday and a Sunday included", () => {
    expect(at("2026-11-23T07:00Z")).toContain("weekly 2026-11-23");
    expect(at("2026-11-29T07:00Z")).toContain("weekly 2026-11-23");
  });

  it("follows the clock where one lives, and the changes of clocks", () => {
    expect(at("2026-11-25T03:30Z", "Indian/Reunion")).toContain("daily 2026-11-25");
    expect(at("2026-11-25T06:30Z", "America/Martinique")).toEqual([]);
    expect(at("2026-11-24T20:00Z", "Pacific/Noumea")).toEqual([]);
    expect(at("2026-11-24T20:30Z", "Pacific/Noumea")).toContain("daily 2026-11-25");
    expect(at("2026-07-01T05:30Z")).toContain("daily 2026-07-01");
    const [spring] = dueIn("Europe/Paris", new Date("2026-03-29T06:00Z"));
    expect(spring?.before.toISOString()).toBe("2026-03-29T05:30:00.000Z");
    const [autumn] = dueIn("Europe/Paris", new Date("2026-10-25T07:00Z"));
    expect(autumn?.before.toISOString()).toBe("2026-10-25T06:30:00.000Z");
  });
});

describe("the subject of a digest", () => {
  it("says what it counts, the most important first", () => {
    expect(
      plain(countsOf([told("event.published"), told("debate.replied", { count: 3 }), told("event.published")])),
    ).toBe("3 réponses et 2 événements");
    expect(plain(countsOf([told("debate.replied")]))).toBe("1 réponse");
    const many = [told("debate.replied"), told("post.commented"), told("event.published"), told("group.posted")];
    expect(plain(countsOf(many))).toBe("1 réponse, 1 commentaire et d’autres nouvelles");
  });

  it("has a word for every kind, alone and several", () => {
    for (const kind of noticeKindIds) {
      expect(plain(countsOf([told(kind)]))).toMatch(/^1 \p{L}/u);
      expect(plain(countsOf([told(kind, { count: 2 })]))).not.toBe(plain(countsOf([told(kind)])).replace("1", "2"));
    }
  });

  it("says the week's", () => {
    expect(plain(digestMail([told("group.posted", { count: 12 })], "weekly", "Europe/Paris").subject)).toBe(
      "Ta semaine : 12 publications",
    );
  });
});

describe("the lines of a digest", () => {
  it("stand by family, then by what they are about, as they come", () => {
    const lines = [
      told("debate.replied", { about: "Des bus gratuits ?", text: "un" }),
      told("group.posted", { about: "Vélo", text: "deux" }),
      told("debate.contributed", { about: "Des bus gratuits ?", text: "trois" }),
      told("debate.opened", { about: "Une piscine ?", text: "quatre" }),
    ];
    const said = sectionsOf(lines).map(({ heading, groups }) => [
      heading,
      ...groups.map(({ about, lines }) => [about, ...lines.map(({ text }) => text)]),
    ]);
    expect(said).toEqual([
      ["Débats", ["Des bus gratuits ?", "un", "trois"], ["Une piscine ?", "quatre"]],
      ["Groupes", ["Vélo", "deux"]],
    ]);
  });

  it("name what they are about once: in a heading, or in the only line", () => {
    const about = "Des bus gratuits ?";
    const one = told("debate.contributed", {
      about,
      text: "2 nouvelles contributions dans «\u00a0Des bus gratuits\u202f?\u00a0»",
    });
    expect(sectionsOf([one])[0]?.groups).toEqual([{ lines: [{ text: one.text, path: "/ici" }] }]);
    const two = sectionsOf([one, told("debate.replied", { about, text: "On te répond" })])[0]?.groups;
    expect(two?.[0]).toMatchObject({ about, lines: [{ text: "2 nouvelles contributions" }, { text: "On te répond" }] });
    expect(mailNow([one])).toMatchObject({ subject: one.text, paragraphs: [`${one.text}.`] });
    expect(plain(mailNow([told("debate.replied", { about, text: "On te répond" })]).subject)).toBe(
      "On te répond : « Des bus gratuits ? »",
    );
  });

  it("are forty at most, and say how many there are besides", () => {
    const lines = Array.from({ length: 52 }, (_, n) => told("group.posted", { text: `Ligne ${n}` }));
    const mail = digestMail(lines, "daily", "Europe/Paris");
    expect(mail.sections?.flatMap(({ groups }) => groups.flatMap((one) => one.lines))).toHaveLength(40);
    expect(plain(mail.more ?? "")).toContain("12 autres nouvelles");
    expect(digestMail(lines.slice(0, 40), "daily", "Europe/Paris").more).toBeUndefined();
  });
});

describe("a line under a heading", () => {
  const two = [
    told("group.posted", {
      about: "Section Riom",
      text: "2 nouvelles publications dans la section Riom",
      under: "2 nouvelles publications",
    }),
    told("group.pinned", {
      about: "Section Riom",
      text: "Inès a épinglé une annonce dans la section Riom",
      under: "Inès a épinglé une annonce",
    }),
  ];

  it("says what it is about once, with its own shorter words; alone, it stands whole", () => {
    expect(sectionsOf(two)[0]?.groups).toMatchObject([
      { about: "Section Riom", lines: [{ text: "2 nouvelles publications" }, { text: "Inès a épinglé une annonce" }] },
    ]);
    expect(sectionsOf(two.slice(0, 1))[0]?.groups).toMatchObject([
      { lines: [{ text: "2 nouvelles publications dans la section Riom" }] },
    ]);
    expect(sectionsOf(two.slice(0, 1))[0]?.groups[0]?.about).toBeUndefined();
  });
});
