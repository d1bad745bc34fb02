import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { commandOf, parentOf } from "./processes.mjs";
import { at } from "./root.mjs";

const WANTED = 24;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * The machine's Node may be 20: once the packages are there, the same command goes on under the Node 24 of
 * node_modules/.bin, and this process only passes signals and the exit code on.
 */
export async function continueUnderModernNode() {
  if (Number(process.versions.node.split(".")[0]) >= WANTED || process.env.COOPOL_MODERN_NODE === "1") return;
  const node = at("node_modules/.bin/node");
  if (!existsSync(node)) return;
  const child = spawn(node, process.argv.slice(1), {
    stdio: "inherit",
    env: { ...process.env, COOPOL_MODERN_NODE: "1" },
  });
  // The terminal gives Ctrl-C to both; `kill` reaches only us.
  for (const signal of SIGNALS) process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
  const code = await new Promise((resolve) =>
    child.once("exit", (status, signal) => resolve(status ?? (signal ? 1 : 0))),
  );
  process.exit(code);
}

/**
 * A function that tells whether npm, its shell and the wrapper above are still there. One that is killed outright says
 * nothing to us. Always true for a command that was started without them (nohup, a service manager).
 */
export function watchWrappers() {
  if (process.env.npm_lifecycle_event === undefined && process.env.COOPOL_MODERN_NODE !== "1") return () => true;
  const chain = [process.ppid];
  while (chain.length < 4 && !isNpm(chain.at(-1))) chain.push(parentOf(chain.at(-1)));
  const known = isNpm(chain.at(-1)) ? chain : chain.slice(0, 1);
  return () => process.ppid === known[0] && known.slice(1).every((pid, i) => parentOf(known[i]) === pid);
}

const isNpm = (pid) => /^(?:\S*node\S* )?\S*npm(?:-cli\.js)?(?: |$)/.test(commandOf(pid));
