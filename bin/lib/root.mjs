import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout: every path of the tooling starts here. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/, "");
/** The embedded demo's folder: its database, its secret, its outgoing mail. Ignored by git. */
export const DATA = join(ROOT, ".data");

/** A path inside the checkout. */
export const at = (...parts) => join(ROOT, ...parts);

/** The Node that runs the application: the one of node_modules (24), whatever the machine has. */
export const appNode = () =>
  existsSync(at("node_modules/.bin/node")) ? at("node_modules/.bin/node") : process.execPath;
