#!/usr/bin/env node
// npm run dev: as npm start, without a build, with hot reload.
import { loadEnvFile } from "./lib/env-file.mjs";
import { installIfNeeded } from "./lib/install.mjs";
import { launch, refuseIncompleteEnvironment } from "./lib/launch.mjs";
import { continueUnderModernNode } from "./lib/modern-node.mjs";

loadEnvFile();
refuseIncompleteEnvironment();
try {
  await installIfNeeded();
  await continueUnderModernNode();
  process.exit(await launch({ development: true }));
} catch (error) {
  console.error(`La Coopol n’a pas pu démarrer : ${error.message}`);
  process.exit(1);
}
