import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { commandOf, isAlive, waitUntil } from "./processes.mjs";

const PATIENCE = 300_000;

/** Runs the action while no other process holds this lock file; the lock of a process that has ended is void. */
export async function locked(lock, action) {
  mkdirSync(dirname(lock), { recursive: true });
  if (!(await waitUntil(() => take(lock), PATIENCE))) throw new Error(`Une autre commande est à l’œuvre (${lock}).`);
  try {
    return await action();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, `${process.pid}\n${commandOf(process.pid)}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  try {
    const [pid, command] = readFileSync(lock, "utf8").split("\n");
    if (pid && !(isAlive(Number(pid)) && commandOf(Number(pid)) === command)) rmSync(lock, { force: true });
  } catch {
    // released while we looked
  }
  return false;
}
