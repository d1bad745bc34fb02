import { existsSync, readFileSync } from "node:fs";
import { at } from "./root.mjs";
import { run, step } from "./run.mjs";

const lockOf = (path) => (existsSync(at(path)) ? JSON.parse(readFileSync(at(path), "utf8")).packages : {});

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes node_modules/.package-lock.json last: an
 * interrupted install has none.
 */
export function isInstalled() {
  const present = lockOf("node_modules/.package-lock.json");
  return Object.entries(lockOf("package-lock.json")).every(([path, wanted]) => {
    if (path === "") return true;
    const found = present[path];
    // Optional packages of other platforms are rightly absent.
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

/** Runs `npm ci` when node_modules is missing, unfinished or of another lock file. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  await step("Installation des paquets (npm ci)", async () => {
    const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
    const npm = process.env.npm_execpath;
    const code = npm?.endsWith(".js") ? await run(process.execPath, [npm, ...args]) : await run("npm", args);
    if (code !== 0) throw new Error("npm ci a échoué : voir ci-dessus.");
  });
}
