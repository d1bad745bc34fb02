#!/usr/bin/env node
// npm run bench -- …: tests/bench/main.ts against the built product and a Postgres of its own. `people` asks queries alone.
import { measure } from "./lib/measure.mjs";

process.exit(await measure("tests/bench/main.ts", { build: process.argv[2] !== "people" }));
