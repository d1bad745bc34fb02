import { defineConfig, devices } from "@playwright/test";
export default defineConfig({ testDir: "/work/main/tests/e2e", testMatch: "debate.spec.ts", workers: 1, timeout: 60000, expect: { timeout: 8000 }, outputDir: "/tmp/coopol/pwout", reporter: [["list"]],
 use: { ...devices["Desktop Chrome"], baseURL: "http://127.0.0.1:3177", locale: "fr-FR", timezoneId: "Europe/Paris", launchOptions: { executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-quic"] } }, projects: [{ name: "chromium" }] });
