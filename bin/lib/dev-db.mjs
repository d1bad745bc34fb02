#!/usr/bin/env node
// Prints the URL of a running, migrated database with the territory, and keeps it up until Ctrl-C:
//   node bin/lib/dev-db.mjs [folder]
import { ensureDatabase, migrateOnce, rebuildDiverged } from "./database.mjs";
import { openCluster } from "./postgres.mjs";
import { at } from "./root.mjs";
import { loadTerritoryOnce } from "./seeding.mjs";

const cluster = await openCluster(process.argv[2] ?? at(".data/dev/postgres"));
await ensureDatabase(cluster.url, "coopol");
await rebuildDiverged(cluster.url, "coopol");
const url = cluster.url("coopol");
await migrateOnce(url);
await loadTerritoryOnce({ ...process.env, DATABASE_URL: url });
console.log(url);

const keepAlive = setInterval(() => {}, 60_000);
const stop = async () => {
  clearInterval(keepAlive);
  await cluster.release();
};
process.once("SIGINT", stop).once("SIGTERM", stop);
