import { createApplication } from "@/application.ts";
import { log } from "@/platform/log.ts";
import { takeOrders } from "./staff-orders.ts";

// The product as it is, composed with limits that count nothing: a chaos is one address and few accounts.
// "no-net": without the word, every 15 s, of how far logs go, which mends within 15 s what a mutant of the client breaks.
log.level = "error";
process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection")); // as src/server.ts
const none = Number.POSITIVE_INFINITY;
try {
  const application = await createApplication({
    limits: { consume: async () => {} },
    caps: { socketsPerAddress: none, socketsPerSession: none, eventsPer10Seconds: none },
    ...(process.argv.includes("no-net") && { reachEveryMs: 2_000_000_000 }),
  });
  process.once("SIGTERM", async () => {
    await application.close();
    process.exit(0);
  });
  takeOrders();
  process.send?.({ ready: true });
} catch (error) {
  console.error(error);
  process.exit(1); // Next's own listener would keep a process that could not start
}
