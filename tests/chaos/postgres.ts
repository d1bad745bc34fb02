import { isPostmasterOf, openCluster } from "../../bin/lib/postgres.mjs";
import { isAlive, waitUntil } from "../../bin/lib/processes.mjs";

/** Power over the run's own cluster. */
export type Postgres = {
  /** Stops it at once, without a checkpoint or a farewell to anyone; answers when it is dead. */
  stopAtOnce: () => Promise<void>;
  start: () => Promise<void>;
  release: () => Promise<void>;
};

/**
 * Joins the cluster that `npm run chaos` started for this run (COOPOL_CLUSTER).
 * @throws Error when there is none: a database that was given is not ours to stop.
 */
export async function joinPostgres(): Promise<Postgres> {
  const place = process.env.COOPOL_CLUSTER;
  if (!place) throw new Error("--postgres-restarts needs the run's own cluster: COOPOL_CLUSTER is not set");
  let cluster = await openCluster(place);
  const { port, folder } = cluster;
  const databasePort = Number(new URL(process.env.DATABASE_URL ?? "").port);
  if (databasePort !== port) throw new Error("DATABASE_URL is not a database of COOPOL_CLUSTER");
  return {
    async stopAtOnce() {
      if (!isPostmasterOf(folder)) return;
      process.kill(cluster.pid, "SIGQUIT"); // Postgres calls it an immediate shutdown
      if (!(await waitUntil(() => !isAlive(cluster.pid), 20_000))) throw new Error("Postgres does not stop");
    },
    async start() {
      cluster = await openCluster(place, { port });
    },
    release: () => cluster.release(),
  };
}
