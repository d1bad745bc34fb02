import { parseArgs } from "node:util";
import type { Socket } from "socket.io-client";
import { pool } from "@/platform/db/client.ts";
import { type ChildServer, startServer } from "./child-server.ts";
import { percentile, rounded } from "./figures.ts";
import { createRawWriters } from "./raw-inserts.ts";
import { contribute, openSockets, until } from "./sockets.ts";
import { createViewer, type Viewer } from "./viewers.ts";
import { createDebate, createMembers } from "./world.ts";

const ROUNDS = 3;
const WARM_UP_MS = 2_000;

type Run = { acked: { id: string; seq: number }[]; ack: number[]; sentAt: Map<number, number>; ms: number };

/**
 * Durable contributions a second into one debate, through the socket's door, each writer waiting for its
 * acknowledgement; beside bare single-row inserts into an identical table, alternated. With `--rate`, at that pace, and
 * how long each took to reach the viewers' screens.
 */
export async function benchContribute(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      viewers: { type: "string", default: "0" },
      writers: { type: "string", default: "32" },
      seconds: { type: "string", default: "15" },
      rate: { type: "string", default: "0" },
      json: { type: "boolean" },
    },
  });
  const [viewers, writers, seconds, rate] = [values.viewers, values.writers, values.seconds, values.rate].map(
    Number,
  ) as [number, number, number, number];
  const members = await createMembers(writers + viewers);
  const debate = await createDebate(members, 20);
  const server = await startServer(["--import", "tsx", "tests/bench/product-server.ts"], {});
  try {
    const cookies = members.map(({ cookie }) => cookie);
    const sockets = await openSockets(server, cookies.slice(0, writers));
    const load = { viewers, writers, seconds };
    if (rate > 0)
      return { ...load, rate, ...(await paced(server, sockets, cookies.slice(writers), debate.id, rate, seconds)) };
    if (viewers > 0) await watch(server, cookies.slice(writers), debate.id, 20);
    return { ...load, ...(await flatOut(sockets, debate.id, members, seconds)) };
  } finally {
    await server.stop();
  }
}

async function flatOut(sockets: Socket[], debateId: string, members: readonly { id: string }[], seconds: number) {
  const raw = await createRawWriters(sockets.length, debateId, members);
  const share = (seconds * 1000) / ROUNDS;
  await write(sockets, debateId, WARM_UP_MS);
  await raw.write(WARM_UP_MS);
  const [product, bare]: [number[], number[]] = [[], []];
  let lost = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    bare.push(await raw.write(share));
    const run = await write(sockets, debateId, share);
    product.push((run.acked.length * 1000) / run.ms);
    lost += await missing(run);
    console.error(`round ${round}: ${Math.round(product.at(-1) ?? 0)} a second, raw ${Math.round(bare.at(-1) ?? 0)}`);
  }
  await raw.close();
  const mean = (figures: number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  return {
    perSecond: rounded(mean(product), 0),
    rawPerSecond: rounded(mean(bare), 0),
    ratio: rounded(mean(product) / mean(bare), 3),
    lost,
  };
}

/** Each writer sends its next contribution once the last one is acknowledged. */
async function write(sockets: readonly Socket[], debateId: string, ms: number): Promise<Run> {
  const run: Run = { acked: [], ack: [], sentAt: new Map(), ms: 0 };
  const begin = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      while (performance.now() - begin < ms) run.acked.push(await contribute(socket, debateId));
    }),
  );
  run.ms = performance.now() - begin;
  return run;
}

async function paced(
  server: ChildServer,
  sockets: readonly Socket[],
  watching: readonly string[],
  debateId: string,
  rate: number,
  seconds: number,
) {
  await write(sockets, debateId, WARM_UP_MS);
  const from = await lastSeqOf(debateId);
  const seen = new Map<number, number[]>();
  const viewers = await watch(server, watching, debateId, from, (seq, at) => {
    const times = seen.get(seq);
    if (times) times.push(at);
    else seen.set(seq, [at]);
  });
  const run: Run = { acked: [], ack: [], sentAt: new Map(), ms: 0 };
  const free = [...sockets];
  const sending: Promise<void>[] = [];
  const begin = performance.now();
  for (let n = 0; n < rate * seconds; n++) {
    const due = begin + (n * 1000) / rate;
    // What is late leaves at once: this process also reads every screen's frames, and its clock is not the product's.
    if (due > performance.now()) await until(due);
    while (free.length === 0) await until(performance.now() + 1); // every writer waits for its acknowledgement
    const socket = free.shift() as Socket;
    sending.push(
      (async () => {
        const sent = performance.now();
        const published = await contribute(socket, debateId);
        run.acked.push(published);
        run.ack.push(performance.now() - sent);
        run.sentAt.set(published.seq, sent);
        free.push(socket);
      })(),
    );
  }
  await Promise.all(sending);
  run.ms = performance.now() - begin;
  const last = await lastSeqOf(debateId);
  const deadline = performance.now() + 20_000;
  while (viewers.some((viewer) => viewer.lastSeq() < last) && performance.now() < deadline)
    await until(performance.now() + 20);
  const fanout = run.acked.flatMap(({ seq }) => (seen.get(seq) ?? []).map((at) => at - (run.sentAt.get(seq) ?? 0)));
  const of = (samples: number[]) => ({
    p50: rounded(percentile(samples, 0.5)),
    p99: rounded(percentile(samples, 0.99)),
    max: rounded(percentile(samples, 1)),
  });
  return {
    perSecond: rounded((run.acked.length * 1000) / run.ms, 0),
    sent: run.acked.length,
    lost: await missing(run),
    lostOnScreens: run.acked.length * viewers.length - fanout.length,
    pulls: viewers.reduce((sum, viewer) => sum + viewer.pulls(), 0),
    ack: of(run.ack),
    fanout: of(fanout),
  };
}

async function watch(
  server: ChildServer,
  cookies: readonly string[],
  debateId: string,
  lastSeq: number,
  onSeq?: (seq: number, at: number) => void,
): Promise<Viewer[]> {
  const sockets = await openSockets(server, cookies, debateId);
  return sockets.map((socket, n) => {
    const viewer = createViewer(server, debateId, { cookie: cookies[n] ?? "", lastSeq, ...(onSeq && { onSeq }) });
    viewer.listen(socket);
    return viewer;
  });
}

/** Acknowledged, and not in the database under its number. */
async function missing({ acked }: Run): Promise<number> {
  const { rows } = await pool().query<{ found: number }>(
    `select count(*)::int as found from unnest($1::text[], $2::int[]) as a(id, seq)
     join contribution c on c.id = a.id and c.seq = a.seq`,
    [acked.map(({ id }) => id), acked.map(({ seq }) => seq)],
  );
  return acked.length - (rows[0]?.found ?? 0);
}

async function lastSeqOf(debateId: string): Promise<number> {
  const { rows } = await pool().query<{ last_seq: number }>("select last_seq from debate where id = $1", [debateId]);
  return rows[0]?.last_seq ?? 0;
}
