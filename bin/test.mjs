#!/usr/bin/env node
// npm test [-- types lint architecture unit integration live build chaos e2e]: everything, or only the parts that are named.
// Nothing has to be prepared; the last line counts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale, generateIfStale } from "./lib/build.mjs";
import { findOrInstallChromium } from "./lib/chromium.mjs";
import { installIfNeeded } from "./lib/install.mjs";
import { runOn } from "./lib/measure.mjs";
import { continueUnderModernNode } from "./lib/modern-node.mjs";
import { FAST_AND_FORGETFUL } from "./lib/postgres.mjs";
import { playwrightCounts, vitestCounts } from "./lib/reports.mjs";
import { at } from "./lib/root.mjs";
import { run, step } from "./lib/run.mjs";
import { clusterUrl } from "./lib/template.mjs";
import { withTemporaryCluster } from "./lib/temporary.mjs";

const VITEST = ["architecture", "unit", "integration", "live"];
const PARTS = ["types", "lint", ...VITEST, "build", "chaos", "e2e"];
/** One kill under load, and every claim of TRUST.md section 5 checked; `npm run chaos` does it at length. */
const SHORT_CHAOS = ["--kills", "1", "--resets", "1", "--clients", "20", "--seconds", "6", "--seed", "7", "--json"];
const named = process.argv.slice(2);
const unknown = named.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`Inconnu : ${unknown.join(", ")}. Parties : ${PARTS.join(" ")}`);
  process.exit(64);
}
const wants = (part) => named.length === 0 || named.includes(part);

const total = { passed: 0, failed: 0, failures: [] };
const count = ({ passed, failed, failures = [] }) => {
  total.passed += passed;
  total.failed += failed;
  total.failures.push(...failures);
};
const notRun = (why) => ({ passed: 0, failed: 1, failures: [why] });
/** A fault outside tests (an unhandled rejection) fails the run without failing a test. */
const countWith = (code, counts, text) =>
  count(
    code !== 0 && counts.failed === 0
      ? { ...counts, failed: 1, failures: [`${text} : erreur hors des tests (${code})`] }
      : counts,
  );
const bin = (name) => at("node_modules/.bin", name);
/** A step that counts as one. */
const one = (text, action) =>
  step(text, async () => {
    const ok = await action().catch((error) => console.error(error.message) ?? false);
    count(ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failures: [text] });
    return ok;
  });

const results = mkdtempSync(join(tmpdir(), "coopol-results-"));

async function main() {
  await installIfNeeded();
  await continueUnderModernNode();
  await generateIfStale();
  if (wants("types")) await one("Types", async () => (await run(bin("tsc"), ["--noEmit"])) === 0);
  if (wants("lint")) await one("Lint", async () => (await run(bin("biome"), ["check", "."])) === 0);
  const projects = VITEST.filter(wants);
  if (projects.length > 0 || wants("chaos") || wants("e2e")) {
    await withTemporaryCluster(FAST_AND_FORGETFUL, (cluster) => withPostgres(cluster.url("postgres"), projects));
  } else if (wants("build")) await build();
}

async function withPostgres(url, projects) {
  const env = { ...process.env, TEST_POSTGRES_URL: url };
  if (projects.length > 0) await step(`Tests ${projects.join(", ")}`, () => vitest(projects, env));
  const built = ["build", "chaos", "e2e"].some(wants) ? await build() : true;
  if (wants("chaos")) await one("Pannes sous charge", async () => built && (await chaos(url)) === 0);
  if (wants("e2e"))
    await (built
      ? step("De bout en bout", () => playwright(env))
      : count(notRun("De bout en bout : rien n'est construit")));
}

const build = () =>
  one("Construction", async () => {
    await buildIfStale();
    return true;
  });

const chaos = (url) =>
  runOn(clusterUrl(url), "tests/chaos/main.ts", SHORT_CHAOS, { MAIL_DIR: join(results, "mail"), COOPOL_CLUSTER: "" });

async function vitest(projects, env) {
  const file = join(results, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await run(
    bin("vitest"),
    ["run", ...projects.map((name) => `--project=${name}`), ...reporters, "--silent=passed-only"],
    { env },
  );
  countWith(code, vitestCounts(file), `Tests ${projects.join(", ")}`);
}

async function playwright(env) {
  const chromium = await findOrInstallChromium();
  if (!chromium) {
    console.error("Pas de Chromium : installe-le (apt-get install chromium) ou donne son chemin dans CHROMIUM_PATH.");
    return count(notRun("De bout en bout : pas de Chromium"));
  }
  const file = join(results, "playwright.json");
  const code = await run(bin("playwright"), ["test"], {
    env: { ...env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON: file },
  });
  countWith(code, playwrightCounts(file), "De bout en bout");
}

try {
  await main();
} catch (error) {
  console.error(error);
  count(notRun(error.message));
} finally {
  rmSync(results, { recursive: true, force: true });
}
// Said again at the end: whoever reads only the last lines of a long run learns what failed.
for (const failure of total.failures) console.log(`✗ ${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
