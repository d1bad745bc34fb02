import { parseArgs } from "node:util";
import type { Socket } from "socket.io-client";
import { pool } from "@/platform/db/client.ts";
import { startServer } from "./child-server.ts";
import { percentile, rounded } from "./figures.ts";
import { openSockets } from "./sockets.ts";
import { createDebate, createMembers } from "./world.ts";

const CONTRIBUTIONS = 40;
const WARM_UP_MS = 2_000;
const VALUES = ["agree", "disagree", "pass"] as const;

type Cast = { member: string; contribution: string; value: string };

/** Acknowledged durable votes a second of members who are all in the debate's room, each waiting for her answer. */
export async function benchVotes(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      voters: { type: "string", default: "2000" },
      seconds: { type: "string", default: "10" },
      json: { type: "boolean" },
    },
  });
  const [voters, seconds] = [Number(values.voters), Number(values.seconds)];
  const members = await createMembers(voters);
  const debate = await createDebate(members, CONTRIBUTIONS);
  const { rows } = await pool().query<{ id: string }>("select id from contribution where debate_id = $1", [debate.id]);
  const contributions = rows.map(({ id }) => id);
  const server = await startServer(["--import", "tsx", "tests/bench/product-server.ts"], {});
  try {
    const sockets = await openSockets(
      server,
      members.map(({ cookie }) => cookie),
      debate.id,
    );
    const last = new Map<string, Cast>();
    const vote = (ms: number) => voteFor(ms, sockets, members, contributions, last);
    await vote(WARM_UP_MS);
    const { ack, ms } = await vote(seconds * 1000);
    for (const socket of sockets) socket.disconnect();
    const breaches = await compare(debate.id, [...last.values()]);
    return {
      voters,
      seconds,
      votes: ack.length,
      perSecond: rounded((ack.length * 1000) / ms, 0),
      ack: { p50: rounded(percentile(ack, 0.5)), p99: rounded(percentile(ack, 0.99)) },
      tallyExact: breaches === 0,
      breaches,
    };
  } finally {
    await server.stop();
  }
}

async function voteFor(
  ms: number,
  sockets: readonly Socket[],
  members: readonly { id: string }[],
  contributions: readonly string[],
  last: Map<string, Cast>,
): Promise<{ ack: number[]; ms: number }> {
  const ack: number[] = [];
  const begin = performance.now();
  await Promise.all(
    sockets.map(async (socket, n) => {
      const member = members[n]?.id ?? "";
      while (performance.now() - begin < ms) {
        const contribution = contributions[Math.floor(Math.random() * contributions.length)] ?? "";
        const value = VALUES[Math.floor(Math.random() * VALUES.length)] ?? "pass";
        const sent = performance.now();
        const input = { contributionId: contribution, value };
        const answer = await socket.timeout(30_000).emitWithAck("call", { name: "debate.vote", input });
        if (answer.error) throw new Error(`refused: ${answer.error.reason}`);
        ack.push(performance.now() - sent);
        last.set(`${member} ${contribution}`, { member, contribution, value });
      }
    }),
  );
  return { ack, ms: performance.now() - begin };
}

/** How many tallies are not the count of the votes, and how many last answers are not the stored ones. */
async function compare(debateId: string, casts: readonly Cast[]): Promise<number> {
  const { rows } = await pool().query<{ wrong: number }>(
    `with counted as (
       select c.id, c.agree, c.disagree, c.pass, count(*) filter (where v.value = 'agree') as agrees,
         count(*) filter (where v.value = 'disagree') as disagrees, count(*) filter (where v.value = 'pass') as passes
       from contribution c left join vote v on v.contribution_id = c.id where c.debate_id = $1 group by c.id
     )
     select ((select count(*) from counted where (agree, disagree, pass) is distinct from (agrees, disagrees, passes))
       + (select count(*) from debate where id = $1 and vote_count <> (select sum(agrees + disagrees + passes) from counted))
       + (select count(*) from unnest($2::text[], $3::text[], $4::text[]) as a(member_id, contribution_id, value)
          left join vote v on v.member_id = a.member_id and v.contribution_id = a.contribution_id
          where v.value::text is distinct from a.value))::int as wrong`,
    [
      debateId,
      casts.map(({ member }) => member),
      casts.map(({ contribution }) => contribution),
      casts.map(({ value }) => value),
    ],
  );
  return rows[0]?.wrong ?? -1;
}
