import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
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

/** Whether whoever started us (npm, or the wrapper above) may be killed without a word to us. */
export const hasWrapper = () => process.env.npm_lifecycle_event !== undefined || process.env.COOPOL_MODERN_NODE === "1";
