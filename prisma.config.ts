import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// The CLI would otherwise download its schema engine (docs/decisions/0004-schema-engine.md).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL("./prisma/schema-engine.mjs", import.meta.url));

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // `generate` runs before any database exists.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://unset@127.0.0.1:1/unset" },
});
