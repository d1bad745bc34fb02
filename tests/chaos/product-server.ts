import { createApplication } from "@/application.ts";
import { log } from "@/platform/log.ts";

// The product as it is, composed with limits that count nothing: a chaos is one address and few accounts.
log.level = "error";
process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection")); // as src/server.ts
try {
  const none = Number.POSITIVE_INFINITY;
  const application = await createApplication({
    limits: { consume: async () => {} },
    caps: { socketsPerAddress: none, socketsPerSession: none, eventsPer10Seconds: none },
  });
  process.once("SIGTERM", async () => {
    await application.close();
    process.exit(0);
  });
  process.send?.({ ready: true });
} catch (error) {
  console.error(error);
  process.exit(1); // Next's own listener would keep a process that could not start
}
