import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { runQuietly, step } from "./run.mjs";

export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const USUAL = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of a Chromium: CHROMIUM_PATH, the system's, or Playwright's own; null when there is none. */
export async function findChromium() {
  const { chromium } = await import("playwright");
  const places = [process.env.CHROMIUM_PATH, ...USUAL, chromium.executablePath()];
  return places.find((path) => path && existsSync(path)) ?? null;
}

/** Finds a Chromium, or installs one with apt-get when we are root; null when neither is possible. */
export async function findOrInstallChromium() {
  const found = await findChromium();
  if (found) return found;
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await step("Installation de Chromium (apt-get)", async () => {
    await runQuietly("apt-get", ["update", "-q"], { env });
    await runQuietly("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], { env });
  }).catch((error) => console.error(error.message));
  return findChromium();
}
