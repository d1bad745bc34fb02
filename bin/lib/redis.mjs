import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { runQuietly, step } from "./run.mjs";

const USUAL = ["/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"];
const find = () => USUAL.find((path) => existsSync(path)) ?? null;

/** The path of a redis-server: the system's, or one installed with apt-get when we are root; null when neither is possible. */
export async function findOrInstallRedis() {
  const found = find();
  if (found) return found;
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await step("Installation de Redis (apt-get)", async () => {
    await runQuietly("apt-get", ["update", "-q"], { env });
    await runQuietly("apt-get", ["install", "-y", "-q", "--no-install-recommends", "redis-server"], { env });
  }).catch((error) => console.error(error.message));
  return find();
}
