import { createApplication } from "@/application.ts";
import { log } from "@/platform/log.ts";

// The product as it is, composed with limits that count nothing: a bench is one address and few accounts.
log.level = "warn";
import { Pool } from "pg";
import { pool } from "@/platform/db/client.ts";
import { singletons } from "@/platform/singletons.ts";
if (process.env.ZZ_GENERIC) {
  const writing = pool();
  const reading = new Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: "-c plan_cache_mode=force_generic_plan" });
  singletons.pool = new Proxy(writing, { get: (t, p) => p === "query" ? reading.query.bind(reading) : typeof Reflect.get(t, p) === "function" ? (Reflect.get(t, p) as Function).bind(t) : Reflect.get(t, p) });
}
const none = Number.POSITIVE_INFINITY;
const application = await createApplication({
  limits: { consume: async () => {} },
  caps: { socketsPerAddress: none, socketsPerSession: none, eventsPer10Seconds: none },
});
process.once("SIGTERM", async () => {
  await application.close();
  process.exit(0);
});
