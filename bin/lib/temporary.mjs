import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCluster } from "./postgres.mjs";

/** Runs an action with a Postgres of its own in a temporary folder; both are gone afterwards, also after Ctrl-C. */
export async function withTemporaryCluster(settings, action) {
  const folder = mkdtempSync(join(tmpdir(), "coopol-"));
  chmodSync(folder, 0o755); // the postgres user passes through it when we are root
  const place = join(folder, "postgres");
  const cluster = await openCluster(place, { settings });
  const putAway = async () => {
    await cluster.release();
    rmSync(folder, { recursive: true, force: true });
  };
  const interrupted = async () => {
    await putAway();
    process.exit(130);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    return await action(cluster, place);
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    await putAway();
  }
}
