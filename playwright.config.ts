import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./bin/lib/chromium.mjs";

const executablePath = await findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/running-application.ts",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000, // the longest takes 20 s on a quiet machine of two cores; a shared one may be five times slower
  expect: { timeout: 20_000 },
  outputDir: "test-results",
  reporter: process.env.PLAYWRIGHT_JSON ? [["dot"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON }]] : [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    // The workers read this file again, after the global setup has found a port.
    baseURL: process.env.E2E_ORIGIN,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    // A trace takes a picture of every step of every test, to throw it away: ask for one (--trace on) when a test fails.
    screenshot: "only-on-failure",
    launchOptions: { ...(executablePath && { executablePath }), args: CHROMIUM_FLAGS },
  },
  projects: [{ name: "chromium" }],
});
