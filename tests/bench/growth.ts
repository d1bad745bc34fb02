import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Actor, visitor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { getDebatePage } from "@/features/debates/index.ts";
import { plannedPool, pool } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { type ChildServer, startServer } from "./child-server.ts";
import { median, rounded } from "./figures.ts";
import { createGrownDebate, voteOnMost } from "./growth-world.ts";
import { createMembers } from "./world.ts";

const SMALL = { contributions: 200, votes: 5_000 };
const LARGE = { contributions: 20_000, votes: 500_000 };
const QUERIES = 300;
const REQUESTS = 80;
const WARM_UP = 60;
const ORDERS = { newest: "recentes", agreed: "partagees", divided: "debattues", awaiting: "a-voter" };

type Debate = { id: string; slug: string };
type Side = { small: number; large: number; ratio: number };

/** The page of a large debate beside that of a small one, in every order: its query alone, and the page over HTTP. */
export async function benchGrowth(args: string[]) {
  const { values } = parseArgs({ args, options: { plans: { type: "string" }, json: { type: "boolean" } } });
  const members = await createMembers(2_000);
  const ids = members.map(({ id }) => id);
  const small = await createGrownDebate(ids, SMALL);
  const large = await createGrownDebate(ids, LARGE);
  const [reader, diligent] = [members[0], members[1]];
  if (!reader || !diligent) throw new Error("no members");
  for (const debate of [small, large]) await voteOnMost(diligent.id, debate.id, debate === small ? 20 : 2_000);
  await pool().query("vacuum analyze");
  const { rows } = await pool().query<{ votes: number }>("select count(*)::int as votes from vote");
  console.error(`${rows[0]?.votes} votes`);

  const readers: [string, Actor][] = [
    ["member", await actorOfMember(reader.id)],
    ["visitor", visitor],
    ["memberWhoVotedOnMost", await actorOfMember(diligent.id)],
  ];
  const queries: Record<string, Record<string, Side>> = {};
  const plans: string[] = [];
  for (const [name, actor] of readers) {
    for (const [order, ordre] of Object.entries(ORDERS)) {
      if (order === "awaiting" && name === "visitor") continue;
      if (order !== "awaiting" && name === "memberWhoVotedOnMost") continue;
      queries[name] ??= {};
      queries[name][order] = await compare(QUERIES, [small, large], (debate) =>
        getDebatePage(actor, debate.id, { ordre }),
      );
      plans.push(
        `## ${name}, ${order}\n\n\`\`\`\n${await planOf(() => getDebatePage(actor, large.id, { ordre }))}\n\`\`\`\n`,
      );
      console.error(`query, ${name}, ${order}: ${JSON.stringify(queries[name][order])}`);
    }
  }
  if (values.plans) writeFileSync(values.plans, plans.join("\n"));

  const server = await startServer(["--import", "tsx", "tests/bench/product-server.ts"], {});
  const pages: Record<string, Side> = {};
  try {
    for (const [order, ordre] of Object.entries(ORDERS)) {
      pages[order] = await compare(REQUESTS, [small, large], (debate) => get(server, reader.cookie, debate, ordre));
      console.error(`page, member, ${order}: ${JSON.stringify(pages[order])}`);
    }
  } finally {
    await server.stop();
  }
  const worst = (sides: readonly Side[]) => Math.max(...sides.map(({ ratio }) => ratio));
  const { memberWhoVotedOnMost, ...usual } = queries;
  return {
    small: SMALL,
    large: LARGE,
    pageRatio: worst(Object.values(pages)),
    queryRatio: worst(Object.values(usual).flatMap((orders) => Object.values(orders))),
    pages,
    queries: { ...usual, memberWhoVotedOnMost },
  };
}

/** Medians in ms, alternated. */
async function compare(
  times: number,
  [small, large]: [Debate, Debate],
  work: (debate: Debate) => Promise<unknown>,
): Promise<Side> {
  const samples: [number[], number[]] = [[], []];
  for (let n = -WARM_UP; n < times; n++) {
    for (const [index, debate] of [small, large].entries()) {
      const begin = performance.now();
      await work(debate);
      if (n >= 0) samples[index]?.push(performance.now() - begin);
    }
  }
  const [a, b] = samples.map(median) as [number, number];
  return { small: rounded(a, 2), large: rounded(b, 2), ratio: rounded(b / a, 2) };
}

async function get(server: ChildServer, cookie: string, debate: Debate, ordre: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${server.port}${paths.debate(debate)}?ordre=${ordre}`, {
    headers: { cookie },
  });
  const text = await response.text();
  if (response.status !== 200 || !text.includes("Contribution ")) throw new Error(`not the page: ${response.status}`);
}

/** What Postgres does for the first statement of this work. */
async function planOf(work: () => Promise<unknown>): Promise<string> {
  const real = plannedPool();
  let said: { text: string; values: unknown[] } | undefined;
  singletons.plannedPool = new Proxy(real, {
    get: (target, property) => {
      if (property !== "query") return Reflect.get(target, property);
      return (asked: { text: string; values: unknown[] }) => {
        said ??= asked;
        return target.query(asked);
      };
    },
  });
  try {
    await work();
  } finally {
    singletons.plannedPool = real;
  }
  const explain = await real.query({
    text: `explain (analyze, costs off, timing off, summary on) ${said?.text}`,
    values: said?.values ?? [],
  });
  return explain.rows.map((row) => Object.values(row)[0]).join("\n");
}
