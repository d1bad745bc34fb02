import { createApplication } from "@/application.ts";
import { log } from "@/platform/log.ts";

// The product as it is, composed with limits that count nothing: a bench is one address and few accounts.
log.level = "warn";
const none = Number.POSITIVE_INFINITY;
const application = await createApplication({
  limits: { consume: async () => {} },
  caps: { socketsPerAddress: none, socketsPerSession: none, eventsPer10Seconds: none },
});
process.once("SIGTERM", async () => {
  await application.close();
  process.exit(0);
});
