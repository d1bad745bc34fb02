import { spawn } from "node:child_process";
import { ROOT } from "./root.mjs";

/** One line of progress. */
export function say(text) {
  console.log(`› ${text}`);
}

/** Runs a step: says it, times it, says how long it took when that was long. */
export async function step(text, action) {
  say(`${text}…`);
  const start = Date.now();
  const result = await action();
  const seconds = (Date.now() - start) / 1000;
  if (seconds > 2) say(`${text} : fait en ${seconds.toFixed(1).replace(".", ",")} s.`);
  return result;
}

/** Runs a command with our terminal. Answers its exit code (128 + n after a signal). */
export function run(command, args, { env = process.env, cwd = ROOT } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: "inherit" });
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
}

/** Runs a command in silence; when it fails, shows what it said and throws. Answers its standard output. */
export function runQuietly(command, args, { env = process.env, cwd = ROOT } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let errors = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) return resolve(output);
      console.error(output + errors);
      reject(new Error(`${command} ${args.join(" ")} : échec (${code}).`));
    });
  });
}
