import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { FAST_AND_FORGETFUL, openCluster } from "../../bin/lib/postgres.mjs";
import { clusterUrl, ensureTemplate } from "../../bin/lib/template.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** The URL of the tests' cluster, and the name of the database that each test file copies. */
    postgres: { admin: string; template: string };
  }
}

/**
 * Once per run: a Postgres for the tests, with one template database. `npm test` gives TEST_POSTGRES_URL; by hand
 * (`npx vitest`) a cluster in .data/test is started, and its template kept for the next time.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_POSTGRES_URL;
  const own = given
    ? null
    : await openCluster(join(import.meta.dirname, "../../.data/test/postgres"), { settings: FAST_AND_FORGETFUL });
  const admin = given ?? own?.url("postgres") ?? "";
  project.provide("postgres", { admin, template: await ensureTemplate(clusterUrl(admin)) });
  return async () => own?.release();
}
