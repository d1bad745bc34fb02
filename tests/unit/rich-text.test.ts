import { cpuMs } from "@tests/support/cpu.ts";
import { fc } from "@tests/support/properties.ts";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { citedIn, richText } from "@/core/rich-text.ts";
import { webAddress } from "@/core/web-address.ts";
import { RichText } from "@/ui/rich-text.tsx";
import { faultsOfMarkup, faultsOfTree } from "./rich-text-checks.ts";
import { bypasses } from "./rich-text-vectors.ts";

const p = (...children: unknown[]) => ({ type: "paragraph", children });
const all = { cites: true, headings: true };

describe("a text without markup", () => {
  it.each([
    "Bonjour à tou·te·s.\n\nUne idée simple : des bus gratuits !",
    "2 * 3 = 6 * 1, snake_case, 5 < 6 et 7 > 2",
    "Un titre\n---\nsouligné, et\n    quatre espaces",
    "n° 12 et #13 sans qu’on le demande",
    "[un lien](javascript:alert(1)) et <b>du HTML</b>",
  ])("stays as it is: %s", (text) => {
    expect(richText(text)).toBeNull();
  });

  it("keeps its line breaks on screen", () => {
    const html = renderToStaticMarkup(createElement(RichText, { source: "a\nb", rich: null, className: "mt-2" }));
    expect(html).toContain("whitespace-pre-line");
    expect(html).toContain("a\nb</p>");
  });
});

describe("a little Markdown", () => {
  it.each<[string, unknown[]]>([
    ["**fort** et _doux_", [p({ type: "strong", children: ["fort"] }, " et ", { type: "em", children: ["doux"] })]],
    ["**a**\nb", [p({ type: "strong", children: ["a"] }, { type: "break" }, "b")]],
    ["- a\n- b", [{ type: "list", start: null, items: [[p("a")], [p("b")]] }]],
    ["- [ ] a\n- [x] b", [{ type: "list", start: null, items: [[p("[ ] ", "a")], [p("[x] ", "b")]] }]],
    ["3. a\n4. b", [{ type: "list", start: 3, items: [[p("a")], [p("b")]] }]],
    ["> a\n> b\n\nc", [{ type: "quote", children: [p("a", { type: "break" }, "b")] }, p("c")]],
    ["`a <b>`", [p({ type: "code", text: "a <b>" })]],
    ["# Titre\nsuite", [p({ type: "strong", children: ["Titre"] }), p("suite")]],
    ["voir https://exemple.fr.", [p("voir ", link("https://exemple.fr/", "https://exemple.fr"), ".")]],
    ["[là](https://exemple.fr/a?b=c#d)", [p(link("https://exemple.fr/a?b=c#d", "là"))]],
    ["ecris@exemple.fr", [p(link("mailto:ecris@exemple.fr", "ecris@exemple.fr"))]],
    ["![le plan](https://exemple.fr/a.png)", [p(link("https://exemple.fr/a.png", "le plan"))]],
    ["![](https://exemple.fr/a.png)", [p(link("https://exemple.fr/a.png", "https://exemple.fr/a.png"))]],
    ["*a* <i>b</i> &amp; &#60;", [p({ type: "em", children: ["a"] }, " <i>b</i> &amp; &#60;")]],
    ["\\*a\\*", [p("*a*")]],
  ])("reads %s", (text, expected) => {
    expect(richText(text)).toEqual(expected);
  });

  it("keeps headings for those who ask", () => {
    const levels = richText("# a\n\n## b\n\n### c\n\n###### d", all)?.map((block) => "level" in block && block.level);
    expect(levels).toEqual([2, 2, 3, 3]);
  });

  it("says where a link leads, unless its words say so", () => {
    const html = (source: string) => renderToStaticMarkup(createElement(RichText, { source, rich: richText(source) }));
    expect(html("https://exemple.fr/page")).not.toContain("(exemple.fr)");
    expect(html("[exemple.fr](https://exemple.fr)")).not.toContain("(exemple.fr)");
    expect(html("[ma banque](https://exemple.fr)")).toContain("(exemple.fr)");
    expect(html("[exemple.fr](https://exemple.fr.mechant.example)")).toContain("(exemple.fr.mechant.example)");
    expect(html("https://pаypal.com")).toContain("(xn--pypal-4ve.com)");
    expect(html("[a](https://exemple.fr)")).toContain('rel="nofollow ugc noopener noreferrer"');
  });
});

describe("citations", () => {
  it("are read in the text, and nowhere else", () => {
    const text =
      "D’après #12, **n° 7**, N°3 :\n- #12\n`#99` a#98 &#97; #0 #12a \\#96 https://exemple.fr/#95 [#94](https://e.fr)";
    expect(citedIn(text)).toEqual([12, 7, 3]);
    expect(citedIn("n\u00ba\u202f15, (#16) « #17 »")).toEqual([15, 16, 17]);
    expect(citedIn("```\n#1\n```")).toEqual([]);
  });

  it("are shown as the screen likes", () => {
    const citation = (seq: number) => createElement("mark", null, seq);
    const html = renderToStaticMarkup(createElement(RichText, { source: "#4", rich: richText("#4", all), citation }));
    expect(html).toContain("<p><mark>4</mark></p>");
  });
});

describe("published ways around sanitisers", () => {
  it("are more than a hundred and fifty", () => {
    expect(new Set(bypasses).size).toBeGreaterThan(150);
  });

  it.each(bypasses)("leads nowhere and runs nothing: %j", (text) => {
    for (const options of [{}, all]) {
      const rich = richText(text, options);
      expect(faultsOfTree(rich)).toEqual([]);
      expect(faultsOfMarkup(text, rich)).toEqual([]);
    }
  });

  it("hold when strewn in any text", () => {
    const parts = [
      "**",
      "_",
      "`",
      "```\n",
      "\n",
      "\n\n",
      "> ",
      "- ",
      "1. ",
      "# ",
      "[",
      "](",
      ")",
      "![",
      "<",
      ">",
      "\\",
      "#1",
    ];
    const piece = fc.oneof(
      fc.constantFrom(...parts),
      fc.constantFrom(...bypasses),
      fc.constantFrom("javascript:", "data:text/html,", "https://exemple.fr", "&colon;", "\u202e", "\u0000", '"', "'"),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.boolean(), (pieces, open) => {
        const text = pieces.join("");
        const rich = richText(text, open ? all : {});
        expect([...faultsOfTree(rich), ...faultsOfMarkup(text, rich)]).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("an address", () => {
  it.each([
    ["https://Exemple.FR/é?q=a b", null],
    ["https://Exemple.FR/é", "https://exemple.fr/%C3%A9"],
    ["HTTP://exemple.fr", "http://exemple.fr/"],
    ["mailto:a.b+c@exemple.fr", "mailto:a.b+c@exemple.fr"],
    [`https://exemple.fr/${"a".repeat(1_000)}`, null],
    ["/debats", null],
    ["exemple.fr", null],
  ])("%s", (text, expected) => {
    expect(webAddress(text)).toBe(expected);
  });
});

describe("a text made to hurt", () => {
  const long = (motif: string) => motif.repeat(20_000 / motif.length + 1).slice(0, 20_000);
  const stairs = (mark: string) =>
    Array.from({ length: 180 }, (_, depth) => `${"  ".repeat(depth)}${mark} a`).join("\n");
  const motifs = [
    ">",
    "> ",
    "*",
    "[",
    "_*a",
    "__a",
    "- ",
    "1. ",
    "- a\n",
    "\\``\n",
    "![",
    "[a](",
    "a@",
    "\n[",
    "`a``",
    "> ```\n",
  ];

  it.each([...motifs.map(long), stairs("-").slice(0, 20_000), stairs("1."), stairs(">")])(
    "is read at once: %#",
    (text) => {
      const begun = process.cpuUsage();
      expect(faultsOfTree(richText(text, all))).toEqual([]);
      // Milliseconds on any machine; what this guards against took seconds, or never came back.
      expect(cpuMs(begun)).toBeLessThan(1_000);
    },
  );

  it("opens six containers and writes the rest out", () => {
    expect(JSON.stringify(richText("> ".repeat(20))).match(/quote/g)).toHaveLength(6);
    expect(JSON.stringify(richText(`${"> ".repeat(8)}x`))).toContain('"> > x"');
    expect(JSON.stringify(richText(`${"1. ".repeat(8)}x`))).toContain('"1. 1. x"');
  });
});

function link(href: string, ...children: string[]) {
  return { type: "link", href, children };
}
