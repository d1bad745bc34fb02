import { describe, expect, it } from "vitest";
import { failurePage, failureStyle } from "@/ui/failure-page.ts";

describe("the page shown when the house cannot answer", () => {
  it("carries only the style whose hash the server names, and no script", () => {
    for (const kind of ["unavailable", "unexpected"] as const) {
      const page = failurePage({ kind, requestId: "abc" });
      expect([...page.matchAll(/<style>(.*?)<\/style>/g)].map((match) => match[1])).toEqual([failureStyle]);
      expect(page).not.toContain("<script");
      expect(page).toContain('<html lang="fr">');
    }
  });

  it("shows the reference as text, whatever it holds", () => {
    const page = failurePage({ kind: "unexpected", requestId: '<img src=x onerror="1">' });
    expect(page).not.toContain("<img");
  });
});
