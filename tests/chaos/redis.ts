import { type ChildProcess, spawn } from "node:child_process";
import { createConnection } from "node:net";
import { anyPort } from "../../bin/lib/ports.mjs";
import { findOrInstallRedis } from "../../bin/lib/redis.mjs";
import { until } from "./pace.ts";

/** A Redis of the run's own, which keeps nothing. */
export type Redis = { url: string; kill: () => Promise<void>; start: () => Promise<void> };

/** Starts it. @throws Error in one line where there is no Redis and none can be installed. */
export async function startRedis(): Promise<Redis> {
  const program = await findOrInstallRedis();
  if (!program) throw new Error("--processes needs redis-server: apt-get install redis-server");
  const port = await anyPort();
  let child: ChildProcess | undefined;
  process.once("exit", () => child?.kill("SIGKILL"));
  const redis: Redis = {
    url: `redis://127.0.0.1:${port}`,
    async kill() {
      const ended = new Promise((resolve) => child?.once("exit", resolve));
      child?.kill("SIGKILL");
      await ended;
    },
    async start() {
      const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
      child = spawn(program, settings, { stdio: "ignore", cwd: "/tmp" });
      if (!(await until(() => answers(port), 10_000))) throw new Error("Redis does not start");
    },
  };
  await redis.start();
  return redis;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
