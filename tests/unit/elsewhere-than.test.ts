import { PathnameContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime.js";
import { createElement as h } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { GrantsAsleepNotice } from "@/features/accounts/components/grants-asleep-notice.tsx";

describe("the notice of sleeping responsibilities", () => {
  const member = { kind: "member", grantsAsleep: true, grants: [] } as unknown as Actor;
  const on = (path: string, actor: Actor) =>
    renderToStaticMarkup(h(PathnameContext.Provider, { value: path }, h(GrantsAsleepNotice, { actor })));

  it("leads from every page to the second factor, and is not on the page that it leads to", () => {
    expect(on(paths.memberHome, member)).toContain(`href="${paths.secondFactor}"`);
    expect(on(paths.secondFactor, member)).toBe("");
  });

  it("says nothing to who holds nothing that sleeps", () => {
    expect(on(paths.memberHome, { ...member, grantsAsleep: undefined } as unknown as Actor)).toBe("");
  });
});
