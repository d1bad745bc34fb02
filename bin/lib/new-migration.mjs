#!/usr/bin/env node
// Writes the SQL of a migration: what the schema says and the migrations do not, then what Prisma cannot say.
//   node bin/lib/new-migration.mjs                  prints the difference between migrations and schema
//   node bin/lib/new-migration.mjs --first          rewrites the first migration: the generated part, then its part by hand
// The schema engine needs a database to speak to, even for a difference: a temporary one.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureDatabase } from "./database.mjs";
import { FAST_AND_FORGETFUL, openCluster } from "./postgres.mjs";
import { at } from "./root.mjs";
import { runQuietly } from "./run.mjs";

// Index operators of the generated part need them.
const EXTENSIONS = "CREATE EXTENSION IF NOT EXISTS unaccent;\nCREATE EXTENSION IF NOT EXISTS pg_trgm;\n";

const first = process.argv.includes("--first");
const folder = mkdtempSync(join(tmpdir(), "coopol-diff-"));
chmodSync(folder, 0o755); // the postgres user passes through it when we are root
const cluster = await openCluster(join(folder, "postgres"), { settings: FAST_AND_FORGETFUL });
try {
  await ensureDatabase(cluster.url, "diff");
  const env = { ...process.env, DATABASE_URL: cluster.url("diff") };
  const prisma = (...args) => runQuietly(at("node_modules/.bin/prisma"), args, { env });
  if (!first) await prisma("migrate", "deploy");
  const from = first ? ["--from-empty"] : ["--from-config-datasource"];
  const script = await prisma("migrate", "diff", ...from, "--to-schema", "prisma/schema", "--script");
  if (first) {
    const target = at("prisma/migrations/20261122000000_house/migration.sql");
    const byHand = readFileSync(target, "utf8")
      .split(/^(?=-- By hand)/m)
      .at(-1);
    writeFileSync(
      target,
      `${EXTENSIONS}\n${script.trim()}\n\n${byHand.startsWith("-- By hand") ? byHand : "-- By hand\n"}`,
    );
  } else {
    console.log(script.trim());
  }
} finally {
  await cluster.release();
  rmSync(folder, { recursive: true, force: true });
}
