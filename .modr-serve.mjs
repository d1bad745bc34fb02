import { spawn, spawnSync } from "node:child_process";
import { openCluster, FAST_AND_FORGETFUL } from "./bin/lib/postgres.mjs";
import { cloneTemplate, clusterUrl, ensureTemplate, TEST_ENV } from "./bin/lib/template.mjs";
const c = await openCluster("/tmp/coopol/modr/pg", { settings: FAST_AND_FORGETFUL });
const urlOf = clusterUrl(c.url("postgres"));
const url = await cloneTemplate(urlOf, await ensureTemplate(urlOf), "modr");
const env = { ...process.env, ...TEST_ENV, DATABASE_URL: url, PORT: "3188", APP_ORIGIN: "http://127.0.0.1:3188", MAIL_DIR: "/tmp/coopol/modr/mail", NODE_ENV: "production", COOPOL_DIST_DIR: ".next-modr", NEXT_TELEMETRY_DISABLED: "1" };
const seeded = spawnSync("node_modules/.bin/node", ["--import", "tsx", ".modr-seed.mts"], { env, stdio: "inherit" });
if (seeded.status !== 0) { await c.release(); process.exit(1); }
const server = spawn("node_modules/.bin/node", ["--import", "tsx", "src/server.ts"], { env, stdio: "inherit" });
console.log("server pid", server.pid);
const end = async () => { server.kill("SIGTERM"); await c.release(); process.exit(0); };
process.on("SIGTERM", end); process.on("SIGINT", end); server.on("exit", async () => { await c.release(); process.exit(1); });
