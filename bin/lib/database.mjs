import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { at } from "./root.mjs";
import { runQuietly, say, step } from "./run.mjs";

/** Opens one connection, runs the action with it, closes it. */
export async function withClient(url, action) {
  const { default: pg } = await import("pg"); // node_modules may not exist when this module is loaded
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return await action(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Creates the database of an embedded cluster when it is missing. */
export async function ensureDatabase(urlOf, name) {
  await withClient(urlOf("postgres"), async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

/** Makes the embedded demo's database anew when no migration can bring it up to date. It holds a demo, nothing else. */
export async function rebuildDiverged(urlOf, name) {
  if ((await migrationState(urlOf(name))) !== "diverged") return;
  say("La base de démonstration vient d’une autre version : elle est reconstruite.");
  await withClient(urlOf("postgres"), (client) =>
    client.query(`drop database ${client.escapeIdentifier(name)} with (force)`),
  );
  await ensureDatabase(urlOf, name);
}

/** Runs `prisma migrate deploy`. */
export async function migrate(url) {
  await runQuietly(at("node_modules/.bin/prisma"), ["migrate", "deploy"], {
    env: { ...process.env, DATABASE_URL: url },
  });
}

/** Runs `prisma migrate deploy` unless the database has every migration: only asking Prisma costs a second or two. */
export async function migrateOnce(url) {
  if ((await migrationState(url)) !== "current") await step("Mise à jour de la base", () => migrate(url));
}

/**
 * Whether the database has every migration of this checkout: "current", "behind", or "diverged" when it was made from
 * migrations that are not ours, or one was killed halfway.
 */
export async function migrationState(url) {
  return withClient(url, async (client) => {
    const { rows: table } = await client.query("select to_regclass('_prisma_migrations') as found");
    if (!table[0].found) return "behind";
    const { rows } = await client.query(
      "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
    );
    if (rows.some((row) => row.finished_at === null)) return "diverged";
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const ours = migrationFiles();
    const rewritten = ([name, file]) => applied.has(name) && applied.get(name) !== checksum(file);
    const foreign = [...applied.keys()].some((name) => !ours.some(([own]) => own === name));
    if (foreign || ours.some(rewritten)) return "diverged";
    return ours.every(([name]) => applied.has(name)) ? "current" : "behind";
  });
}

const checksum = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

function migrationFiles() {
  const folder = at("prisma/migrations");
  return readdirSync(folder)
    .map((name) => [name, join(folder, name, "migration.sql")])
    .filter(([, file]) => existsSync(file));
}

/** The versions recorded in the `seeded` table: { territory: "6.0.0+2", demo: "1" }. */
export async function seededVersions(url) {
  const rows = await withClient(url, async (client) => (await client.query("select name, version from seeded")).rows);
  return Object.fromEntries(rows.map(({ name, version }) => [name, version]));
}

/** A secret of the embedded demo, made at the first start and kept. */
export function keptSecret(file, make) {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, make(), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}
