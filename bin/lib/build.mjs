import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { at, ROOT } from "./root.mjs";
import { runQuietly, step } from "./run.mjs";

const BUILT_FROM = [
  "src",
  "public",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const GENERATED_FROM = ["prisma/schema", "node_modules/prisma/package.json"];
const GENERATED = at("src/platform/db/generated");

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  if (path === GENERATED) return [];
  const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
  return entries.flatMap(({ name }) => filesIn(join(path, name)));
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesIn(at(path)).sort())
      hash
        .update(`${relative(ROOT, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
  }
  return hash.digest("hex");
}

const stampIs = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;

/** Runs `prisma generate` when the schema has changed. */
export async function generateIfStale() {
  const stamp = join(GENERATED, ".made-from");
  const hash = hashOf(GENERATED_FROM);
  if (stampIs(stamp, hash)) return;
  rmSync(stamp, { force: true }); // killed halfway, it is stale
  await step("Préparation du client de base de données", () =>
    runQuietly(at("node_modules/.bin/prisma"), ["generate"]),
  );
  writeFileSync(stamp, hash);
}

/** Runs `next build` when what it is made from has changed. Answers whether it ran. */
export async function buildIfStale() {
  const dist = at(process.env.COOPOL_DIST_DIR ?? ".next");
  const stamp = join(dist, "made-from");
  const hash = hashOf([...BUILT_FROM, "prisma/schema"]);
  if (stampIs(stamp, hash)) return false;
  rmSync(stamp, { force: true });
  await step("Construction des pages (next build, une minute environ)", () =>
    runQuietly(at("node_modules/.bin/next"), ["build"], {
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    }),
  );
  writeFileSync(stamp, hash);
  return true;
}
