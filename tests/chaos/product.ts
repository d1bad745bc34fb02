import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { anyPort } from "../../bin/lib/ports.mjs";

const root = join(import.meta.dirname, "../..");
const START_MS = 60_000;
const ORDER_MS = 10_000;

/** The product in a process of its own, which may be killed and started again on the same port. */
export type Product = {
  /** Where it listens. */
  url: string;
  start: () => Promise<void>;
  /** SIGKILL; answers when the process is dead. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
  /** How often it ended though nobody ended it. */
  crashes: () => number;
  /** Has it do something (staff-orders.ts); answers whether it said that it did. */
  ask: (order: object) => Promise<boolean>;
  /** Why orders were refused: how often, by reason. */
  refusals: Map<string, number>;
};

type Options = { entry: string; args: readonly string[]; origin: string; port: number; redisUrl?: string | undefined };

/** A port for a process of the product, and the site's origin on the first one. */
export async function choosePorts(count: number): Promise<{ origin: string; ports: number[] }> {
  const first = Number(process.env.PORT) || (await anyPort());
  const ports = [first];
  while (ports.length < count) ports.push(await anyPort());
  return { origin: `http://localhost:${first}`, ports };
}

/** Prepares one process of the product; `entry` composes it. */
export function prepareProduct({ entry, args, origin, port, redisUrl }: Options): Product {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", PORT: String(port), APP_ORIGIN: origin };
  if (redisUrl) env.REDIS_URL = redisUrl;
  const refusals = new Map<string, number>();
  const orders = new Map<number, (failure: string | null) => void>();
  let child: ChildProcess | undefined;
  let crashes = 0;
  let asked = 0;

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill(signal);
    const late = setTimeout(() => ending.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(late);
  }

  return {
    url: `http://127.0.0.1:${port}`,
    refusals,
    crashes: () => crashes,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    async ask(order) {
      const n = ++asked;
      const answered = new Promise<string | null>((resolve) => orders.set(n, resolve));
      const late = setTimeout(() => orders.get(n)?.("no answer"), ORDER_MS);
      if (!child?.connected) orders.get(n)?.("away");
      else child.send({ n, order }, (error) => error && orders.get(n)?.("away"));
      const failure = await answered;
      clearTimeout(late);
      orders.delete(n);
      if (failure) refusals.set(failure, (refusals.get(failure) ?? 0) + 1);
      return failure === null;
    },
    start() {
      // follow-parent: a chaos that is killed outright leaves no server behind.
      const nodeArgs = ["--import", "./bin/lib/follow-parent.mjs", "--import", "tsx", entry, ...args];
      const starting = spawn(process.execPath, nodeArgs, { cwd: root, env, stdio: ["ignore", 2, 2, "ipc"] });
      child = starting;
      starting.on("message", (answer: { n?: number; failure?: string | null }) => {
        if (answer.n !== undefined) orders.get(answer.n)?.(answer.failure ?? null);
      });
      return new Promise<void>((resolve, reject) => {
        const late = setTimeout(reject, START_MS, new Error("the product does not start"));
        starting.once("message", () => resolve());
        starting.once("exit", (code, signal) => {
          for (const answer of orders.values()) answer("killed");
          const ours = child !== starting;
          if (!ours) crashes++;
          if (ours) resolve();
          else reject(new Error(`the product ended by itself (${code ?? signal})`));
        });
        starting.once("exit", () => clearTimeout(late)).once("message", () => clearTimeout(late));
      });
    },
  };
}
