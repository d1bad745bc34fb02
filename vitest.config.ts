import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "@": fileURLToPath(new URL("./src", import.meta.url)),
  "@tests": fileURLToPath(new URL("./tests", import.meta.url)),
};
const project = (name: string) => ({ name, include: [`tests/${name}/**/*.test.ts`], environment: "node" });
/** Those that need Postgres: one template database a run, one copy of it per test file. */
const onPostgres = (name: string) => ({
  ...project(name),
  globalSetup: ["tests/support/cluster.ts"],
  setupFiles: ["tests/support/database.ts"],
  hookTimeout: 60_000,
});

export default defineConfig({
  resolve: { alias },
  test: {
    pool: "forks",
    maxWorkers: 2,
    // Patience costs nothing where all goes well; a shared machine may stand still for seconds.
    testTimeout: 20_000,
    expect: { poll: { timeout: 10_000, interval: 20 } },
    projects: [
      { extends: true, test: project("unit") },
      { extends: true, test: project("architecture") },
      { extends: true, test: onPostgres("integration") },
      { extends: true, test: onPostgres("live") },
    ],
  },
});
