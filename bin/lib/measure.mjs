import { join } from "node:path";
import { buildIfStale, generateIfStale } from "./build.mjs";
import { installIfNeeded } from "./install.mjs";
import { continueUnderModernNode } from "./modern-node.mjs";
import { anyPort } from "./ports.mjs";
import { appNode } from "./root.mjs";
import { run } from "./run.mjs";
import { cloneTemplate, ensureTemplate, TEST_ENV } from "./template.mjs";
import { withTemporaryCluster } from "./temporary.mjs";

/**
 * Runs a bench or a chaos script against the product as it is deployed: built, on a Postgres with its durable settings,
 * in a temporary folder (COOPOL_CLUSTER tells the script which, so that it may kill and restart it).
 */
export async function measure(script, { build = true } = {}) {
  await installIfNeeded();
  await continueUnderModernNode();
  // Their last line is for programs: the progress goes to the error output.
  console.log = (...words) => console.error(...words);
  await generateIfStale();
  if (build) await buildIfStale();
  return withTemporaryCluster({}, (cluster, place) =>
    runOn(cluster.url, script, process.argv.slice(2), { COOPOL_CLUSTER: place, MAIL_DIR: join(place, "../mail") }),
  );
}

/** Runs such a script with a database of its own in a cluster that is there; the product must be built. */
export async function runOn(urlOf, script, args, more) {
  const port = await anyPort();
  const env = {
    ...process.env,
    ...TEST_ENV,
    NODE_ENV: "production",
    DATABASE_URL: await cloneTemplate(urlOf, await ensureTemplate(urlOf), "coopol"),
    HOST: "127.0.0.1",
    PORT: String(port),
    APP_ORIGIN: `http://localhost:${port}`,
    ...more,
  };
  return run(appNode(), ["--import", "tsx", script, ...args], { env });
}
