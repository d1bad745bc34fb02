import { describe, expect, it } from "vitest";
import { type MentionView, masked, renamed, standsIn, typedMention, withMentions } from "@/core/mentions.ts";
import { richText } from "@/core/rich-text.ts";

const member = (label: string, href: string | null = "/membres/x"): MentionView => ({
  ...{ kind: "member", id: "x", label, href },
});
const linked = (body: string, mentions: MentionView[]) =>
  [...JSON.stringify(withMentions(body, richText(body), mentions)).matchAll(/"type":"mention","label":"([^"]*)"/g)].map(
    ([, label]) => label,
  );

describe("a name after an @", () => {
  it("stands in a text as a whole word, whatever signs it holds", () => {
    expect(standsIn("Merci @Nadia Belkacem !", "Nadia Belkacem")).toBe(true);
    expect(standsIn("Merci @Nadia Belkacem.", "Nadia Belkacem")).toBe(true);
    expect(standsIn("Merci @Nadia Belkacemi", "Nadia Belkacem")).toBe(false);
    expect(standsIn("Merci Nadia Belkacem", "Nadia Belkacem")).toBe(false);
    expect(standsIn("@Vélo (63) & co+", "Vélo (63) & co+")).toBe(true);
    expect(standsIn("@Vélo 63 co", "Vélo (63)?")).toBe(false);
    expect(standsIn("@", "")).toBe(false);
  });

  it("is masked for the web wherever it stands, the longest name first, and nothing else is", () => {
    const mentions = [member("Jean"), member("Jean Petit"), { ...member("Vélo"), kind: "group" as const, href: null }];
    expect(masked("@Jean Petit et @Jean, du @Vélo ; écris à x@jean.example", mentions)).toBe(
      "@un·e membre et @un·e membre, du @un groupe ; écris à x@jean.example",
    );
    expect(masked("`@Jean` [@Jean](https://a.example)", mentions)).not.toContain("Jean");
    expect(renamed("@Jean", new Map())).toBe("@Jean");
  });

  it("is a link among words, in bold and in lists, and not in code nor inside another link", () => {
    const jean = [member("Jean Petit")];
    expect(linked("Bonjour @Jean Petit", jean)).toEqual(["@Jean Petit"]);
    expect(linked("**@Jean Petit**\n\n- @Jean Petit\n\n> @Jean Petit", jean)).toHaveLength(3);
    expect(linked("`@Jean Petit` et [@Jean Petit](https://a.example)", jean)).toEqual([]);
    expect(linked("@Jean Petit", [member("Jean Petit", null)])).toEqual([]);
    expect(withMentions("Rien à lier.", null, jean)).toBeNull();
  });

  it("keeps the lines and paragraphs of a plain text", () => {
    expect(withMentions("Un\n@Jean\n\nDeux", null, [member("Jean")])).toEqual([
      {
        type: "paragraph",
        children: ["Un", { type: "break" }, { type: "mention", label: "@Jean", href: "/membres/x" }],
      },
      { type: "paragraph", children: ["Deux"] },
    ]);
  });
});

describe("what is being typed after an @", () => {
  it("is up to three words just before the caret, at the beginning of a word", () => {
    const typed = (text: string) => typedMention(text, text.length);
    expect(typed("Merci @Na")).toBe("Na");
    expect(typed("@Jean-Luc de l’Étang")).toBe("Jean-Luc de l’Étang");
    expect(typed("@un deux trois quatre")).toBeNull();
    expect(typed("nadia@exemple")).toBeNull();
    expect(typed("@Nadia ")).toBeNull();
    expect(typedMention("Merci @Nadia Belkacem", 9)).toBe("Na");
  });
});
