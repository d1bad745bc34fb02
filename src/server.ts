import { createApplication } from "./application.ts";
import { env } from "./platform/env.ts";
import { log } from "./platform/log.ts";

// One process, until SIGTERM or Ctrl-C. `bin/start.mjs` prepares everything and runs this file.
try {
  log.level = env().LOG_LEVEL;
} catch (error) {
  console.error((error as Error).message);
  process.exit(78); // EX_CONFIG
}

process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));

const application = await createApplication({ development: env().NODE_ENV === "development" }).catch(
  (error: unknown) => {
    log.fatal({ err: error }, "cannot start");
    process.exit(1); // Next's own listeners would keep alive a process that could not start
  },
);
process.send?.({ ready: true });
log.info({ port: env().PORT }, "ready");

let closing = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, async () => {
    if (closing) process.exit(1);
    closing = true;
    setTimeout(() => process.exit(1), 8_000).unref();
    await application.close();
    process.exit(0);
  });
}
