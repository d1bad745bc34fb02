import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import type { Socket } from "socket.io-client";
import { newId } from "@/core/ids.ts";
import { pool } from "@/platform/db/client.ts";
import { type ChildServer, startServer } from "./child-server.ts";
import { percentile, rounded } from "./figures.ts";
import { openSockets, until } from "./sockets.ts";
import { createMembers } from "./world.ts";

type Load = { people: number; conversations: number; rate: number; seconds: number };
type Side = { name: string; server: ChildServer; sockets: Socket[] };
type Measured = { sent: number; arrivals: number; duplicated: number; ack: number[]; screen: number[] };
type Frame = { kind: string; data: { entries?: { message?: { body: string } }[] } };

const PRODUCT = "product";
const RAW = "raw Socket.io";
/** The same, each message first one committed row. */
const STORING = "raw Socket.io, storing";
const ROUNDS = 3;
const WARM_UP_S = 3;
const BODY = "On se retrouve à 9 h devant la mairie, j’apporte les tracts et le café. ";

/**
 * From the send to each screen's handler, in ms, in many conversations at once, beside raw Socket.io with the same clients,
 * rooms and payload, that stores nothing and that stores each: alternated rounds of one run. What the product does besides (each person's own room, who is there,
 * markers) it does here too.
 */
export async function benchMessages(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: "string", default: "1000" },
      conversations: { type: "string", default: "200" },
      rate: { type: "string", default: "100" },
      seconds: { type: "string", default: "30" },
      json: { type: "boolean" },
    },
  });
  const [people, conversations, rate, seconds] = [values.people, values.conversations, values.rate, values.seconds].map(
    Number,
  ) as [number, number, number, number];
  const load: Load = { people, conversations, rate, seconds };
  const members = await createMembers(people);
  const ids = await createConversations(members, conversations);
  await pool().query("analyze"); // as a site that has lived a minute: rows loaded at once have no statistics yet
  const roomOf = (n: number) => ids[n % ids.length] ?? "";
  const cookies = members.map(({ cookie }) => cookie);

  const product: Side = {
    ...{ name: PRODUCT, sockets: [] },
    server: await startServer(["--import", "tsx", "tests/bench/product-server.ts"], {}),
  };
  const sides = [product];
  try {
    product.sockets = await enter(product.server, cookies, roomOf, (n) => members[n]?.id);
    const { frame } = await run(product, { ...load, seconds: WARM_UP_S }, roomOf);
    await pool().query("drop table if exists message_raw");
    await pool().query("create table message_raw (like message including all)");
    for (const [name, environment] of [
      [RAW, {}],
      [STORING, { STORES: "1" }],
    ] as const) {
      const raw: Side = {
        ...{ name, sockets: [] },
        server: await startServer(
          ["--import", "tsx", "tests/bench/raw-live-server.ts"],
          { SAMPLE_FRAME: JSON.stringify(frame), ...environment },
          { ready: "/" },
        ),
      };
      sides.push(raw);
      raw.sockets = await enter(
        raw.server,
        cookies.map(() => ""),
        roomOf,
      );
      await run(raw, { ...load, seconds: WARM_UP_S }, roomOf);
    }
    const totals = new Map(sides.map(({ name }) => [name, nothing()]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
        const { measured } = await run(side, { ...load, seconds: seconds / ROUNDS }, roomOf);
        add(totals.get(side.name) ?? nothing(), measured);
        console.error(
          `round ${round + 1}, ${side.name}: p50 ${rounded(percentile(measured.screen, 0.5))}, p99 ${rounded(percentile(measured.screen, 0.99))}`,
        );
      }
    }
    return result(load, (name) => totals.get(name) ?? nothing());
  } finally {
    for (const { sockets, server } of sides) {
      for (const socket of sockets) socket.disconnect();
      await server.stop();
    }
  }
}

function result(load: Load, total: (name: string) => Measured) {
  const [product, raw, storing] = [total(PRODUCT), total(RAW), total(STORING)];
  const of = (samples: number[]) => ({
    p50: rounded(percentile(samples, 0.5)),
    p95: rounded(percentile(samples, 0.95)),
    p99: rounded(percentile(samples, 0.99)),
    max: rounded(percentile(samples, 1)),
  });
  const ratios = ({ screen }: Measured) => {
    const at = (share: number) => rounded(percentile(product.screen, share) / percentile(screen, share), 2);
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
  };
  const expected = (product.sent * load.people) / load.conversations;
  return {
    ...load,
    ...{ sent: product.sent, lost: Math.round(expected) - product.arrivals, duplicated: product.duplicated },
    ...{ ack: of(product.ack), screen: of(product.screen), raw: of(raw.screen), rawAck: of(raw.ack) },
    ...{ storing: of(storing.screen), storingAck: of(storing.ack) },
    ...{ ratio: ratios(raw), ratioToStoring: ratios(storing) },
  };
}

const nothing = (): Measured => ({ sent: 0, arrivals: 0, duplicated: 0, ack: [], screen: [] });
function add(total: Measured, one: Measured): void {
  total.sent += one.sent;
  total.arrivals += one.arrivals;
  total.duplicated += one.duplicated;
  total.ack.push(...one.ack);
  total.screen.push(...one.screen);
}

/** Opens everybody's screen on her conversation; and her own room, where there is one. */
async function enter(
  server: ChildServer,
  cookies: readonly string[],
  roomOf: (n: number) => string,
  ownRoom?: (n: number) => string | undefined,
): Promise<Socket[]> {
  const sockets = await openSockets(server, cookies);
  const join = async (socket: Socket, room: string, id: string) => {
    const answer = await socket.timeout(20_000).emitWithAck("join", { room, id });
    if (answer.error) throw new Error(`not joined: ${answer.error.reason}`);
  };
  for (let start = 0; start < sockets.length; start += 50)
    await Promise.all(
      sockets.slice(start, start + 50).map(async (socket, index) => {
        await join(socket, "conversation", roomOf(start + index));
        const own = ownRoom?.(start + index);
        if (own) await join(socket, "person", own);
      }),
    );
  return sockets;
}

/** Messages at `rate` a second in all, each by the next person, at moments of their own. */
async function run({ sockets }: Side, { rate, seconds, people }: Load, roomOf: (n: number) => string) {
  const measured = nothing();
  const sentAt = new Map<string, number>();
  const seen = new Set<string>();
  let frame: unknown = null;
  const listeners = sockets.map((socket, screen) => {
    const heard = (told: Frame) => {
      const now = performance.now();
      for (const { message } of told.data.entries ?? []) {
        const marker = /^\[([\w-]+)\]/.exec(message?.body ?? "")?.[1] ?? "";
        const sent = sentAt.get(marker);
        if (sent === undefined) continue;
        frame ??= told;
        const key = `${marker} ${screen}`;
        if (seen.has(key)) measured.duplicated++;
        seen.add(key);
        measured.arrivals++;
        measured.screen.push(now - sent);
      }
    };
    socket.on("frame", heard);
    return () => socket.off("frame", heard);
  });
  const sending: Promise<void>[] = [];
  const begin = performance.now();
  let due = begin;
  while (due < begin + seconds * 1000) {
    // As people write: independently of one another.
    due += (-Math.log(1 - Math.random()) * 1000) / rate;
    if (due > performance.now()) await until(due);
    const author = Math.floor(Math.random() * people);
    const marker = randomUUID();
    const sent = performance.now();
    sentAt.set(marker, sent);
    measured.sent++;
    const input = { conversationId: roomOf(author), clientId: randomUUID(), body: `[${marker}] ${BODY}` };
    sending.push(
      (async () => {
        const answer = await sockets[author]?.timeout(15_000).emitWithAck("call", { name: "message.send", input });
        if (!answer?.value) throw new Error(`refused: ${answer?.error?.reason}`);
        measured.ack.push(performance.now() - sent);
      })(),
    );
  }
  await Promise.all(sending);
  const inEach = people / new Set(Array.from({ length: people }, (_, n) => roomOf(n))).size;
  const deadline = performance.now() + 10_000;
  while (measured.arrivals < measured.sent * inEach && performance.now() < deadline)
    await until(performance.now() + 20);
  for (const stop of listeners) stop();
  return { measured, frame };
}

/** Conversations of several, everybody in one of them, the n-th member in the n-th of them. */
async function createConversations(members: readonly { id: string }[], count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await pool().query(
    "insert into conversation (id, kind, created_at, last_at) select unnest($1::text[]), 'several', now(), now()",
    [ids],
  );
  await pool().query(
    "insert into participant (conversation_id, member_id, joined_at) select *, now() from unnest($1::text[], $2::text[])",
    [members.map((_, n) => ids[n % count]), members.map(({ id }) => id)],
  );
  return ids;
}
