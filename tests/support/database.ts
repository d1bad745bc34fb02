import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { cloneTemplate, clusterUrl, dropDatabase, TEST_ENV } from "../../bin/lib/template.mjs";

// Runs before each test file of the projects integration and live: a fresh copy of the template database, and the
// environment of the application. The application's modules read it at first use.

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const { admin, template } = inject("postgres");
const urlOf = clusterUrl(admin);
const name = `test_${process.pid}_${process.env.VITEST_POOL_ID ?? "1"}`;
const port = await freePort();
const mail = mkdtempSync(join(tmpdir(), "coopol-mail-"));

Object.assign(process.env, TEST_ENV, {
  NODE_ENV: "test",
  DATABASE_URL: await cloneTemplate(urlOf, template, name),
  DATABASE_POOL: "10",
  PORT: String(port),
  APP_ORIGIN: `http://localhost:${port}`,
  MAIL_DIR: mail,
});

afterAll(async () => {
  // Imported only now: the environment above had to be there first.
  const { closeDatabase } = await import("@/platform/db/client.ts");
  const { stopJobs } = await import("@/platform/jobs.ts");
  await stopJobs();
  await closeDatabase();
  await dropDatabase(urlOf, name);
  rmSync(mail, { recursive: true, force: true });
});
