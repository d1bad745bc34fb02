import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureDatabase, keptSecret, migrateOnce, rebuildDiverged } from "./database.mjs";
import { locked } from "./lock.mjs";
import { openCluster } from "./postgres.mjs";
import { DATA } from "./root.mjs";
import { say } from "./run.mjs";
import { loadTerritoryOnce, seedDemoOnce } from "./seeding.mjs";

export const CLUSTER = join(DATA, "postgres");
const PORT_FILE = join(DATA, "port");

/** Where the demo answers now, or answered last. */
export const lastPort = () => (existsSync(PORT_FILE) ? Number(readFileSync(PORT_FILE, "utf8")) : 3000);
/** Notes where the demo answers: `npm run coopol` puts it into links. */
export const notePort = (port) => writeFileSync(PORT_FILE, String(port));

/**
 * Opens the embedded demo database, brings it up to date and tells its story. Answers its cluster and the environment
 * of the application.
 */
export async function openDemo({ port, story = true }) {
  mkdirSync(DATA, { recursive: true });
  const cluster = await openCluster(CLUSTER);
  try {
    if (cluster.moved)
      say(`Le dossier du projet est fermé à l’utilisateur postgres : la base est dans ${cluster.folder}`);
    const env = {
      ...process.env,
      DATABASE_URL: cluster.url("coopol"),
      AUTH_SECRET:
        process.env.AUTH_SECRET || keptSecret(join(DATA, "secret"), () => randomBytes(48).toString("base64url")),
      APP_ORIGIN: `http://localhost:${port}`,
      PORT: String(port),
      HOST: "127.0.0.1",
      MAIL_DIR: process.env.MAIL_DIR || join(DATA, "mail"),
      COOPOL_DEMO: "1",
      COOPOL_CLUSTER: CLUSTER,
    };
    // Two starts at once: the second finds everything done.
    await locked(`${CLUSTER}.story.lock`, async () => {
      await ensureDatabase(cluster.url, "coopol");
      await rebuildDiverged(cluster.url, "coopol");
      await migrateOnce(env.DATABASE_URL);
      await loadTerritoryOnce(env);
      if (story) await seedDemoOnce(env);
    });
    return { cluster, env };
  } catch (error) {
    await cluster.release();
    throw error;
  }
}
