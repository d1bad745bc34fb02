import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ofPerson } from "@/core/french-places.ts";
import { unbroken } from "@/core/french-typography.ts";
import { TitleWords } from "@/ui/title-words.tsx";

const shown = (title: string) => renderToStaticMarkup(TitleWords({ children: title }));

describe("French typography", () => {
  it("keeps a sign, a unit and a number with what they belong to", () => {
    expect(unbroken("Que dit « la loi » ? Rien : 14 % et 300 €, n° 12 !")).toBe(
      "Que dit «\u00a0la loi\u00a0»\u202f? Rien\u00a0: 14\u00a0% et 300\u00a0€, n°\u00a012\u202f!",
    );
  });

  it("leaves everything else as it was typed", () => {
    for (const text of ["https://a.org/?q=1:2", "non.", "deux  espaces", "10:30", "a\nb"])
      expect(unbroken(text)).toBe(text);
  });

  it("does not break a title's words at their hyphen, unless they are long", () => {
    expect(shown("Faut-il y aller ?")).toBe('<span class="whitespace-nowrap">Faut-il</span> y aller\u202f?');
    expect(shown("Clermont-Ferrand-Nord")).toBe("Clermont-Ferrand-Nord");
    expect(shown("Passe-t-on au <b> ?")).toContain("&lt;b&gt;");
  });
});

describe("a person after « de »", () => {
  it.each([
    ["Inès Bonnet", "d’Inès Bonnet"],
    ["Élodie", "d’Élodie"],
    ["Hélène Vasseur", "d’Hélène Vasseur"],
    ["Yves", "d’Yves"],
    ["Yanis Moreau", "de Yanis Moreau"],
    ["Bruno", "de Bruno"],
  ])("%s: %s", (name, words) => {
    expect(ofPerson(name)).toBe(words);
  });
});
