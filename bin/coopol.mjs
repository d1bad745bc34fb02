#!/usr/bin/env node
// npm run coopol -- <command>: src/cli.ts on the configured database, or on the embedded demo's (started if it is not).
import { generateIfStale } from "./lib/build.mjs";
import { lastPort, openDemo } from "./lib/demo.mjs";
import { loadEnvFile } from "./lib/env-file.mjs";
import { installIfNeeded } from "./lib/install.mjs";
import { refuseIncompleteEnvironment } from "./lib/launch.mjs";
import { continueUnderModernNode } from "./lib/modern-node.mjs";
import { appNode } from "./lib/root.mjs";
import { run } from "./lib/run.mjs";

loadEnvFile();
refuseIncompleteEnvironment();
await installIfNeeded();
await continueUnderModernNode();
await generateIfStale();
const demo = process.env.DATABASE_URL ? null : await openDemo({ port: lastPort(), story: false });
const env = demo?.env ?? { ...process.env, COOPOL_DEMO: "0" };
try {
  process.exitCode = await run(appNode(), ["--import", "tsx", "src/cli.ts", ...process.argv.slice(2)], { env });
} finally {
  await demo?.cluster.release();
}
