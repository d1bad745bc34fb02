import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");
const START_MS = 60_000;

/** A free port on loopback. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** A server in a process of its own, so that its CPU can be told from the load's. */
export type ChildServer = {
  port: number;
  origin: string;
  cpuMs: () => number;
  stop: () => Promise<void>;
  /** SIGKILL; answers when it is dead. */
  kill: () => Promise<void>;
  /** Again, on the same port; answers when it does. */
  start: () => Promise<void>;
};

/** Starts a server and waits until it answers over HTTP. */
export async function startServer(
  args: string[],
  env: Record<string, string>,
  options: { cwd?: string; ready?: string } = {},
): Promise<ChildServer> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  // A profile of the server is written in this folder when it stops.
  const profile = process.env.COOPOL_PROFILE ? ["--cpu-prof", `--cpu-prof-dir=${process.env.COOPOL_PROFILE}`] : [];
  let child: ChildProcess;
  async function start(): Promise<void> {
    child = spawn(process.execPath, [...profile, ...args], {
      cwd: options.cwd ?? root,
      env: {
        ...process.env,
        NODE_ENV: "production",
        LOG_LEVEL: "warn",
        PORT: String(port),
        APP_ORIGIN: origin,
        ...env,
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    await answering(child, `http://127.0.0.1:${port}${options.ready ?? "/api/health"}`);
  }
  await start();
  return {
    port,
    origin,
    start,
    cpuMs: () => cpuMs(child.pid ?? 0),
    stop: () => stop(child),
    async kill() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const response = await fetch(url).catch(() => null);
    await response?.arrayBuffer();
    if (response && response.status < 500) return;
    if (Date.now() > deadline) throw new Error(`${url} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** CPU time of a process so far, in ms (Linux: utime + stime, 100 ticks a second). NaN elsewhere. */
function cpuMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10_000))]);
  if (child.exitCode === null) child.kill("SIGKILL");
}
