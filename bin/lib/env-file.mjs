import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { at } from "./root.mjs";

/** Adds to the environment what .env says and the environment does not: the real environment wins. */
export function loadEnvFile(file = at(".env")) {
  if (!existsSync(file)) return;
  for (const [name, value] of Object.entries(parseEnv(readFileSync(file, "utf8")))) {
    if (process.env[name] === undefined || process.env[name] === "") process.env[name] = value;
  }
}
