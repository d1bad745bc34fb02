import { spawn } from "node:child_process";
import { watchWrappers } from "./modern-node.mjs";
import { appNode, at, ROOT } from "./root.mjs";
import { say } from "./run.mjs";

const PATIENCE = 12_000;

/**
 * Runs the server as a child until it ends or we are asked to end; answers the exit code. The child has its own process
 * group: Ctrl-C reaches us alone, and we end the server first, the database last.
 */
export function serve(env, { onReady }) {
  const child = spawn(appNode(), ["--import", "tsx", "--import", at("bin/lib/follow-parent.mjs"), "src/server.ts"], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.once("message", () => onReady());

  let ending = false;
  const end = () => {
    if (ending) return child.kill("SIGKILL"); // asked twice
    ending = true;
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), PATIENCE).unref();
  };
  const stop = (signal) => {
    // npm passes on the Ctrl-C that the terminal has already given us: the same wish, not a second one.
    if (ending && Date.now() - askedAt < 500) return;
    askedAt = Date.now();
    if (!ending) say(signal === "SIGINT" ? "Arrêt (Ctrl-C)…" : "Arrêt…");
    end();
  };
  let askedAt = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);

  const wrapped = watchWrappers();
  const watch = setInterval(() => !ending && !wrapped() && stop("SIGHUP"), 250);

  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code, signal) => {
      clearInterval(watch);
      resolve(code ?? (ending ? 0 : signal === "SIGKILL" ? 137 : 1));
    });
  });
}
