import { createClient } from "@redis/client";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import type { Server } from "socket.io";
import { log } from "@/platform/log.ts";

const RETRY_MAX_MS = 2_000;
const WARN_EVERY_MS = 10_000;
/** What waits for a Redis that does not answer; more is refused, and screens catch up by pulling. */
const WAITING_MAX = 10_000;

/**
 * Joins the other processes of the site through Redis. What is for this process's own screens never passes through
 * it: while Redis is away each process serves its own, and the logs that are told now and then do the rest.
 */
export function joinProcesses(io: Server, url: string) {
  let warned = Number.NEGATIVE_INFINITY;
  const client = createClient({
    url,
    commandsQueueMaxLength: WAITING_MAX,
    // Never gives up: the adapter's reader would spin on a client that is closed.
    socket: { reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, RETRY_MAX_MS), connectTimeout: 5_000 },
  });
  client.on("error", (error: Error) => {
    if (performance.now() - warned < WARN_EVERY_MS) return;
    warned = performance.now();
    log.warn({ err: error }, "Redis is away");
  });
  client.on("ready", () => {
    if (warned > 0) log.warn("Redis is back");
    warned = Number.NEGATIVE_INFINITY;
  });
  // The adapter does not wait for its answer: a refusal would be nobody's, and end Node elsewhere.
  const publish = client.publish.bind(client);
  Object.assign(client, {
    publish: (...said: Parameters<typeof publish>): Promise<unknown> => publish(...said).catch(() => 0),
  });
  io.adapter(createAdapter(client));
  client.connect().catch((error: unknown) => log.error({ err: error }, "Redis"));

  return {
    /** Tells the other processes; nobody when Redis is away. */
    spread(event: string, data: unknown): void {
      if (client.isReady) io.serverSideEmit(event, data);
    },
    close(): void {
      if (client.isOpen) client.destroy();
    },
  };
}
