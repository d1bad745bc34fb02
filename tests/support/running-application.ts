import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale, generateIfStale } from "../../bin/lib/build.mjs";
import { anyPort } from "../../bin/lib/ports.mjs";
import { FAST_AND_FORGETFUL, openCluster } from "../../bin/lib/postgres.mjs";
import { cloneTemplate, clusterUrl, dropDatabase, ensureTemplate, TEST_ENV } from "../../bin/lib/template.mjs";

const root = join(import.meta.dirname, "../..");
const SOURCE = ["--import", "tsx"];

/** Before the end-to-end tests: the built application, on a free port, with a database and a demo of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  await generateIfStale();
  await buildIfStale();
  const given = process.env.TEST_POSTGRES_URL;
  const own = given ? null : await openCluster(join(root, ".data/test/postgres"), { settings: FAST_AND_FORGETFUL });
  const urlOf = clusterUrl(given ?? own?.url("postgres") ?? "");
  const name = `e2e_${process.pid}`;
  const port = await anyPort();
  const mail = mkdtempSync(join(tmpdir(), "coopol-e2e-mail-"));
  const env = {
    ...process.env,
    ...TEST_ENV,
    NODE_ENV: "production" as const,
    DATABASE_URL: await cloneTemplate(urlOf, await ensureTemplate(urlOf), name),
    HOST: "127.0.0.1",
    PORT: String(port),
    APP_ORIGIN: `http://localhost:${port}`,
    MAIL_DIR: mail,
  };
  const seed = spawn(process.execPath, [...SOURCE, "src/cli.ts", "demo:seed"], { cwd: root, env, stdio: "inherit" });
  if ((await ended(seed)) !== 0) throw new Error("the demo could not be seeded");

  const server = spawn(process.execPath, [...SOURCE, "src/server.ts"], {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await new Promise<void>((resolve, reject) => {
    server.once("message", () => resolve());
    server.once("exit", (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
  });
  // The workers inherit these; DATABASE_URL lets a test read what no page shows.
  Object.assign(process.env, {
    E2E_ORIGIN: env.APP_ORIGIN,
    E2E_DATABASE_URL: env.DATABASE_URL,
    E2E_MAIL_DIR: mail,
    E2E_SERVER_PID: String(server.pid),
  });

  return async () => {
    const gone = ended(server);
    server.kill("SIGTERM");
    await gone;
    await dropDatabase(urlOf, name);
    await own?.release();
    rmSync(mail, { recursive: true, force: true });
  };
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", resolve));
}
