import { parseArgs } from "node:util";
import { Pool } from "pg";
import { newId } from "@/core/ids.ts";
import { joinShift } from "@/features/participation/index.ts";
import { pool } from "@/platform/db/client.ts";
import { env } from "@/platform/env.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { rounded } from "./figures.ts";
import { createMembers } from "./world.ts";

const ROUNDS = 3;

/**
 * Sign-ups a second on one hot event, everybody at once, through the command; beside the same lock and the same rows in
 * bare SQL from as many connections, alternated. Every round is a shift of its own with half as many places as people.
 */
export async function benchPlaces(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      members: { type: "string", default: "600" },
      writers: { type: "string", default: "32" },
      json: { type: "boolean" },
    },
  });
  singletons.limits = { consume: async () => {} };
  const [count, writers] = [Number(values.members), Number(values.writers)];
  const members = await createMembers(count);
  const actors = await Promise.all(members.map(({ id }) => actorOfMember(id)));
  const bare = new Pool({ connectionString: env().DATABASE_URL, max: writers });
  const [product, raw]: [number[], number[]] = [[], []];
  let wrong = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const hot = await hotShift(count / 2);
    const spent = await together(actors, writers, (actor) => joinShift({ actor }, { shiftId: hot, size: 1 }));
    const cold = await hotShift(count / 2);
    const spentRaw = await together(members, writers, ({ id }) => signUpBare(bare, cold, id));
    wrong += (await miscounted(hot, count)) + (await miscounted(cold, count));
    if (round === 0) continue; // warms up
    product.push((count * 1000) / spent);
    raw.push((count * 1000) / spentRaw);
    console.error(`round ${round}: ${Math.round(product.at(-1) ?? 0)} a second, bare ${Math.round(raw.at(-1) ?? 0)}`);
  }
  await bare.end();
  const mean = (figures: number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  return {
    members: count,
    writers,
    perSecond: rounded(mean(product), 0),
    barePerSecond: rounded(mean(raw), 0),
    ratio: rounded(mean(product) / mean(raw), 3),
    wrong,
  };
}

/** Everybody once, so many at a time; answers the milliseconds. */
async function together<T>(items: readonly T[], writers: number, act: (item: T) => Promise<unknown>): Promise<number> {
  const queue = [...items];
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let item = queue.pop(); item !== undefined; item = queue.pop()) await act(item);
    }),
  );
  return performance.now() - begin;
}

async function hotShift(maximum: number): Promise<string> {
  const [eventId, shiftId] = [newId(), newId()];
  await pool().query(
    `insert into event (id, slug, kind, title, stage, scope, audience, audience_scope, starts_at, ends_at, zone, commune_code,
       created_at, published_at, changed_at)
     values ($1, 'chaud', 'leafleting', 'Marché', 'published', 'national', 'members', 'national', now() + interval '9 days',
       now() + interval '9 days 2 hours', 'Europe/Paris', '63113', now(), now(), now())`,
    [eventId],
  );
  await pool().query(
    `insert into shift (id, event_id, starts_at, ends_at, maximum)
     values ($1, $2, now() + interval '9 days', now() + interval '9 days 2 hours', $3)`,
    [shiftId, eventId, maximum],
  );
  return shiftId;
}

/** The lock and the rows alone: no visibility, no policy, no fact. */
async function signUpBare(connections: Pool, shiftId: string, memberId: string): Promise<void> {
  const client = await connections.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ taken: number; maximum: number; arrivals: number; event_id: string }>({
      name: "lock",
      text: "select taken, maximum, arrivals, event_id from shift where id = $1 for no key update",
      values: [shiftId],
    });
    const state = (rows[0]?.taken ?? 0) < (rows[0]?.maximum ?? 0) ? "in" : "waiting";
    await client.query({
      name: "place",
      text: `insert into sign_up (id, shift_id, member_id, state, arrival, signed_up_at) values ($1, $2, $3, $4::sign_up_state, $5, now())`,
      values: [newId(), shiftId, memberId, state, (rows[0]?.arrivals ?? 0) + 1],
    });
    await client.query({
      name: "count",
      text: "update shift set taken = taken + $2, arrivals = arrivals + 1, version = version + 1 where id = $1",
      values: [shiftId, state === "in" ? 1 : 0],
    });
    await client.query("commit");
  } finally {
    client.release();
  }
}

/** How far a shift is from what it must be: half of them in, the others waiting, each once, in one order. */
async function miscounted(shiftId: string, count: number): Promise<number> {
  const { rows } = await pool().query<{ wrong: number }>(
    `select abs(h.taken - $2::int / 2) + abs(count(*) filter (where s.state = 'in') - $2::int / 2)
       + abs(count(*) - $2::int) + count(*) filter (where s.state = 'in' and s.arrival > h.maximum) as wrong
     from shift h join sign_up s on s.shift_id = h.id where h.id = $1 group by h.id`,
    [shiftId, count],
  );
  return Number(rows[0]?.wrong ?? count);
}
