import { describe, expect, it } from "vitest";
import { paths } from "@/core/paths.ts";
import { ownPath } from "@/core/return-path.ts";

describe("where signing in leads back to", () => {
  it("is a path of ours", () => {
    for (const path of ["/debats/nouveau", "/gestion/63/63113?membres=1-2#membres", "/sections?commune=L%C3%A8ves"])
      expect(ownPath(path)).toBe(path);
    expect(new URL(paths.signInTo(paths.newDebate), "http://x").searchParams.get("vers")).toBe(paths.newDebate);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/\n/evil.example",
    "/a\r\nset-cookie: x",
    " /debats",
    "debats",
    "",
    `/${"a".repeat(300)}`,
    null,
    ["/debats"],
  ])("is never %j", (text) => {
    expect(ownPath(text)).toBeNull();
  });
});
