import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process of this id exists (also one of another user). */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  try {
    // A zombie has ended: nobody has collected it yet.
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return true; // no /proc here (macOS)
  }
}

/** The command line of a process, or "" when there is none: a pid alone may have been given to another since. */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    const ps = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return ps.status === 0 ? ps.stdout.trim() : "";
  }
}

/** The parent of a process, or 0 when it cannot be told. */
export function parentOf(pid) {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    const ps = spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" });
    return ps.status === 0 ? Number(ps.stdout) : 0;
  }
}

/** Waits until `done()` is true, asking every 50 ms. Answers whether it came true within the time, in ms. */
export async function waitUntil(done, within) {
  const end = Date.now() + within;
  while (!(await done())) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
