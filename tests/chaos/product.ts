import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { anyPort } from "../../bin/lib/ports.mjs";

const root = join(import.meta.dirname, "../..");
const START_MS = 60_000;

/** The product in a process of its own, which may be killed and started again on the same port. */
export type Product = {
  origin: string;
  /** Where it listens. */
  url: string;
  start: () => Promise<void>;
  /** SIGKILL; answers when the process is dead. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
  /** How often it ended though nobody ended it. */
  crashes: () => number;
};

/** Prepares the product on PORT, or on a free one; `entry` composes it. */
export async function prepareProduct(entry: string, mutant: string | undefined): Promise<Product> {
  const port = Number(process.env.PORT) || (await anyPort());
  const origin = `http://localhost:${port}`;
  const env = { ...process.env, NODE_ENV: "production" as const, PORT: String(port), APP_ORIGIN: origin };
  let child: ChildProcess | undefined;
  let crashes = 0;

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
    origin,
    url: `http://127.0.0.1:${port}`,
    crashes: () => crashes,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    start() {
      // follow-parent: a chaos that is killed outright leaves no server behind.
      const args = ["--import", "./bin/lib/follow-parent.mjs", "--import", "tsx", entry, ...(mutant ? [mutant] : [])];
      const starting = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", 2, 2, "ipc"] });
      child = starting;
      return new Promise<void>((resolve, reject) => {
        const late = setTimeout(reject, START_MS, new Error("the product does not start"));
        starting.once("message", () => resolve());
        starting.once("exit", (code, signal) => {
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
