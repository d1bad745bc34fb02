#!/usr/bin/env node
// npm start: everything that a bare machine needs, then the server. Only Node built-ins until the packages are there.
import { loadEnvFile } from "./lib/env-file.mjs";
import { installIfNeeded } from "./lib/install.mjs";
import { launch, refuseIncompleteEnvironment } from "./lib/launch.mjs";
import { continueUnderModernNode } from "./lib/modern-node.mjs";

loadEnvFile();
refuseIncompleteEnvironment();
try {
  await installIfNeeded();
  await continueUnderModernNode();
  process.exit(await launch());
} catch (error) {
  console.error(`La Coopol n’a pas pu démarrer : ${error.message}`);
  process.exit(1);
}
