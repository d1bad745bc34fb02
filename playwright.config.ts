import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./bin/lib/chromium.mjs";

const executablePath = await findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/running-application.ts",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000, // a shared machine may be four times slower than a quiet one
  expect: { timeout: 20_000 },
  outputDir: "test-results",
  reporter: process.env.PLAYWRIGHT_JSON
    ? [["line"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON }]]
    : [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    // The workers read this file again, after the global setup has found a port.
    baseURL: process.env.E2E_ORIGIN,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    trace: "retain-on-failure",
    launchOptions: { ...(executablePath && { executablePath }), args: CHROMIUM_FLAGS },
  },
  projects: [{ name: "chromium" }],
});
