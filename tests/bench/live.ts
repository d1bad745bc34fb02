import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import type { Socket } from "socket.io-client";
import { type ChildServer, startServer } from "./child-server.ts";
import { percentile, rounded } from "./figures.ts";
import { openSockets, until } from "./sockets.ts";
import { createDebate, createMembers } from "./world.ts";

type Measured = { sent: number; lost: number; duplicated: number; ack: number[]; fanout: number[]; frame: unknown };
type Load = { clients: number; rate: number; seconds: number };

const WARM_UP = 10;

/** From the author's send to each screen's handler, in ms, beside a raw Socket.io server with the same clients and payload. */
export async function benchLive(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      clients: { type: "string", default: "1000" },
      rate: { type: "string", default: "2" },
      seconds: { type: "string", default: "20" },
      json: { type: "boolean" },
    },
  });
  const load: Load = { clients: Number(values.clients), rate: Number(values.rate), seconds: Number(values.seconds) };
  const members = await createMembers(load.clients);
  const debate = await createDebate(members, 20);

  console.error(`product: ${load.clients} clients, ${load.rate} contributions a second, ${load.seconds} s`);
  const product = await measure(
    await startServer(["--import", "tsx", "tests/bench/product-server.ts"], {}),
    load,
    members.map(({ cookie }) => cookie),
    debate.id,
  );
  console.error("raw Socket.io: the same");
  const raw = await measure(
    await startServer(
      ["--import", "tsx", "tests/bench/raw-live-server.ts"],
      { SAMPLE_FRAME: JSON.stringify(product.frame) },
      { ready: "/" },
    ),
    load,
    members.map(() => ""),
    debate.id,
  );
  const ratio = (share: number) => rounded(percentile(product.fanout, share) / percentile(raw.fanout, share), 2);
  const point = (samples: number[], share: number) => rounded(percentile(samples, share));
  return {
    ...load,
    sent: product.sent,
    lost: product.lost,
    duplicated: product.duplicated,
    ack: { p50: point(product.ack, 0.5), p99: point(product.ack, 0.99) },
    fanout: {
      p50: point(product.fanout, 0.5),
      p95: point(product.fanout, 0.95),
      p99: point(product.fanout, 0.99),
      max: point(product.fanout, 1),
    },
    raw: { p50: point(raw.fanout, 0.5), p99: point(raw.fanout, 0.99) },
    ratio: { p50: ratio(0.5), p99: ratio(0.99) },
  };
}

async function measure(server: ChildServer, load: Load, cookies: string[], debateId: string): Promise<Measured> {
  const sentAt = new Map<string, number>();
  const seen = new Map<string, number>();
  const result: Measured = { sent: 0, lost: 0, duplicated: 0, ack: [], fanout: [], frame: null };
  let arrivals = 0;
  const sockets: Socket[] = [];
  try {
    sockets.push(...(await openSockets(server, cookies, debateId)));
    sockets.forEach((socket, screen) => {
      socket.on("frame", (frame: { kind: string; data: { entries?: { body?: string }[] } }) => {
        const now = performance.now();
        for (const entry of frame.data.entries ?? []) {
          const marker = /^\[([\w-]+)\]/.exec(entry.body ?? "")?.[1];
          const sent = marker && sentAt.get(marker);
          if (!sent) continue;
          result.frame ??= { ...frame, data: { ...frame.data, entries: [entry] } };
          const key = `${marker}:${screen}`;
          const times = (seen.get(key) ?? 0) + 1;
          seen.set(key, times);
          if (times > 1) result.duplicated++;
          else {
            arrivals++;
            result.fanout.push(now - sent);
          }
        }
      });
    });
    // The first contributions of a process compile its code: they are everybody's, and not counted.
    const unmeasured: Measured = { sent: 0, lost: 0, duplicated: 0, ack: [], fanout: [], frame: null };
    for (let n = 0; n < WARM_UP; n++) await contribute(sockets[n], debateId, new Map(), unmeasured);
    const total = Math.round(load.rate * load.seconds);
    const calls: Promise<void>[] = [];
    const begin = performance.now();
    for (let n = 0; n < total; n++) {
      await until(begin + (n * 1000) / load.rate);
      calls.push(contribute(sockets[(n * 37) % sockets.length], debateId, sentAt, result));
    }
    await Promise.all(calls);
    const expected = result.sent * sockets.length;
    const deadline = performance.now() + 10_000;
    while (arrivals < expected && performance.now() < deadline) await until(performance.now() + 20);
    result.lost = expected - arrivals;
  } finally {
    for (const socket of sockets) socket.disconnect();
    await server.stop();
  }
  return result;
}

async function contribute(
  socket: Socket | undefined,
  debateId: string,
  sentAt: Map<string, number>,
  result: Measured,
): Promise<void> {
  if (!socket) return;
  const marker = randomUUID().slice(0, 8);
  const input = {
    debateId,
    clientId: randomUUID(),
    side: "pour",
    body: `[${marker}] ${"Un argument de longueur ordinaire, écrit pour être lu. ".repeat(3)}`,
  };
  const sent = performance.now();
  sentAt.set(marker, sent);
  const answer = await socket.timeout(15_000).emitWithAck("call", { name: "debate.contribute", input });
  if (answer.error) throw new Error(`refused: ${answer.error.reason}`);
  result.ack.push(performance.now() - sent);
  result.sent++;
}
