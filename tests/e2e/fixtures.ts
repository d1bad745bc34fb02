import { test as base } from "@playwright/test";

export { expect } from "@playwright/test";

/** Every window that a test opens closes with it: one left open goes on listening, moving and being present. */
export const test = base.extend<{ closing: undefined }>({
  closing: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
