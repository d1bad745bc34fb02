import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** A narrow telephone, whose owner asked for stillness: colours that are still changing would be measured halfway. */
export const PHONE = { viewport: { width: 360, height: 780 }, reducedMotion: "reduce" } as const;
/** The same of a wide screen. */
export const DESK = { viewport: { width: 1280, height: 720 }, reducedMotion: "reduce" } as const;

const ALREADY_THERE = ";";

/** Colours pass from element to element, a frame each, also when transitions are as good as none. */
async function wear(page: Page, colorScheme: "light" | "dark" | null): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));
}

async function found(page: Page, rules: { type: "rule"; values: string[] } | null, axeSource?: string) {
  const { violations } = await new AxeBuilder({ page, axeSource })
    .options({ resultTypes: ["violations"], ...(rules && { runOnly: rules }) })
    .setLegacyMode() // no page of ours holds a frame: axe then needs no second page for its sums
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** What axe has to say about a page, in both themes: in the dark only the colours are new. */
export async function barriers(page: Page): Promise<string[]> {
  await wear(page, "light");
  const light = await found(page, null);
  await wear(page, "dark");
  const dark = await found(page, { type: "rule", values: ["color-contrast"] }, ALREADY_THERE);
  await wear(page, null);
  return [...light, ...dark.map((fault) => `in the dark, ${fault}`)];
}

/** No barrier, nothing wider than the screen, no table wider than its frame, one title. `what` says which page, or which state of it. */
export async function expectNoBarrier(page: Page, what: string): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll("table")].filter((one) => one.scrollWidth > (one.parentElement?.clientWidth ?? 0))
        .length,
  );
  const titles = await page.locator("h1").count();
  expect(
    [
      ...(await barriers(page)),
      ...(wider > 0 ? [`${wider} px wider than the screen`] : []),
      ...(cut > 0 ? ["a table wider than its frame"] : []),
      ...(titles === 1 ? [] : [`${titles} h1`]),
    ],
    what,
  ).toEqual([]);
}
