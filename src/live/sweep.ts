import { Client } from "pg";
import type { Fact, FactDefinition } from "@/core/fact.ts";
import { env } from "@/platform/env.ts";
import { FACTS_CHANNEL, STALE_CHANNEL, staleTagsOf, takeUnpublished } from "@/platform/facts.ts";
import { log } from "@/platform/log.ts";

const SWEEP_MS = 2_000;
const RETRY_MS = 1_000;

/**
 * Publishes what a crash or another process left unpublished ("not yet published", never "id greater than":
 * serial ids commit out of order), every 2 s and as soon as another process asks.
 */
export function startSweep(
  definitions: readonly FactDefinition<never>[],
  tell: (facts: readonly Fact[]) => void,
  dropStale: (tags: string[]) => void,
  /** It hears the other processes from now on; what they said before may have been missed. */
  nowListening: () => void = () => {},
) {
  const known = new Map(definitions.map((definition) => [definition.factName, definition]));
  let stopped = false;
  let listener: Client | undefined;

  async function sweep(minimumAge: string): Promise<void> {
    const rows = await takeUnpublished(minimumAge);
    const facts = rows.flatMap(({ name, ids }) => known.get(name)?.revive(ids) ?? []);
    if (facts.length > 0) tell(facts);
  }

  const safely = (work: Promise<void>) => work.catch((error: unknown) => log.warn({ err: error }, "sweep"));
  // Facts just committed by this process are being published: leave them 3 s.
  const timer = setInterval(() => void safely(sweep("3 seconds")), SWEEP_MS);

  async function listen(): Promise<void> {
    if (stopped) return;
    const client = new Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    listener = client;
    const again = () => {
      if (listener !== client) return;
      listener = undefined;
      client.end().catch(() => {});
      if (!stopped) setTimeout(() => void listen(), RETRY_MS).unref();
    };
    client.on("error", again); // without a listener, a restart of Postgres would end Node
    client.on("end", again);
    client.on("notification", ({ channel, payload }) => {
      if (channel === STALE_CHANNEL) dropStale(staleTagsOf(payload));
      else void safely(sweep("0 seconds"));
    });
    try {
      await client.connect();
      await client.query(`listen ${FACTS_CHANNEL}; listen ${STALE_CHANNEL}`);
      nowListening();
      await sweep("3 seconds");
    } catch {
      again();
    }
  }
  void listen();

  return {
    async stop(): Promise<void> {
      stopped = true;
      clearInterval(timer);
      const client = listener;
      listener = undefined;
      await client?.end().catch(() => {});
    },
  };
}
