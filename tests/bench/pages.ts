import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import autocannon from "autocannon";
import { paths } from "@/core/paths.ts";
import { type ChildServer, root, startServer } from "./child-server.ts";
import { median, rounded } from "./figures.ts";
import { createDebate, createMembers, createWall } from "./world.ts";

const ROUNDS = 3;
const SECONDS = 5;
/** Until the compiler has settled: a colder server is 1.5 times slower. */
const WARM_UP_REQUESTS = 2_000;
const CONNECTIONS = 10;
const bareFolder = join(root, "tests/bench/bare");

type Target = { name: string; server: ChildServer; path: string; cookie?: string; expects: string };
type Sample = { rps: number; p50: number; p99: number; cpuMs: number };

/** Requests a second, latency and CPU of our pages beside a bare Next page with the same components. Medians of 3 alternated runs. */
export async function benchPages(_args: string[]) {
  const next = join(root, "node_modules/next/dist/bin/next");
  // Older builds have no wall.
  if (!existsSync(join(bareFolder, ".next/server/app/mur/page.js")) || process.env.CI) {
    console.error("building the bare application");
    execFileSync(process.execPath, [next, "build"], { cwd: bareFolder, stdio: ["ignore", "ignore", "inherit"] });
  }
  const [member] = await createMembers(30);
  const authors = await createMembers(20);
  const debate = await createDebate(authors, 20);
  const group = await createWall(member ? [...authors, member] : authors, 20);
  const product = await startServer(["--import", "tsx", "tests/bench/product-server.ts"], {});
  const bare = await startServer([next, "start", "--hostname", "127.0.0.1"], {}, { cwd: bareFolder, ready: "/liste" });
  const [expects, published] = ["Contribution 20.", "Publication 20."];
  const asMember = member && { cookie: member.cookie };
  const targets: Target[] = [
    { name: "debatePublic", server: product, path: paths.debate(debate), expects },
    {
      name: "debateMember",
      server: product,
      path: paths.debate(debate),
      expects,
      ...asMember,
    },
    { name: "wallMember", server: product, path: paths.group(group), expects: published, ...asMember },
    { name: "feedMember", server: product, path: paths.memberHome, expects: published, ...asMember },
    { name: "home", server: product, path: paths.home, expects: "Coopol" },
    { name: "bare", server: bare, path: `/debat?id=${debate.id}`, expects },
    { name: "bareWall", server: bare, path: `/mur?id=${group.id}`, expects: published },
    { name: "plainList", server: bare, path: "/liste", expects: "Marseille" },
  ];
  const samples = new Map<string, Sample[]>(targets.map(({ name }) => [name, []]));
  try {
    for (const target of targets) {
      await check(target);
      await fire(target, { amount: WARM_UP_REQUESTS });
    }
    for (let round = 1; round <= ROUNDS; round++) {
      for (const target of targets) {
        const sample = await fire(target, { duration: SECONDS });
        samples.get(target.name)?.push(sample);
        console.error(`round ${round} ${target.name}: ${Math.round(sample.rps)} requests a second`);
      }
    }
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
  }
  return Object.fromEntries([...samples].map(([name, runs]) => [name, summary(runs)]));
}

/** A page that is not the page measured would make a fine figure: look at it first. */
async function check({ server, path, cookie, expects }: Target): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers: cookie ? { cookie } : {} });
  const text = await response.text();
  if (response.status !== 200 || !text.includes(expects))
    throw new Error(`${path}: ${response.status}, "${expects}" not found`);
  if (cookie && !text.includes(`href="${paths.account}"`)) throw new Error(`${path}: not the member's page`);
}

async function fire(
  { server, path, cookie }: Target,
  load: { duration: number } | { amount: number },
): Promise<Sample> {
  const before = server.cpuMs();
  const result = await autocannon({
    url: `http://127.0.0.1:${server.port}${path}`,
    connections: CONNECTIONS,
    ...load,
    headers: { accept: "text/html", ...(cookie && { cookie }) },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${path}: ${result.non2xx} refused, ${result.errors} errors`);
  return {
    rps: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMs: (server.cpuMs() - before) / result.requests.total,
  };
}

function summary(runs: readonly Sample[]) {
  const of = (figure: keyof Sample, digits: number) => rounded(median(runs.map((run) => run[figure])), digits);
  return { rps: of("rps", 0), p50: of("p50", 1), p99: of("p99", 1), cpuMs: of("cpuMs", 2) };
}
