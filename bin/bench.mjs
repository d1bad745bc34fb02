#!/usr/bin/env node
// npm run bench -- …: tests/bench/main.ts against the built product and a Postgres of its own.
import { measure } from "./lib/measure.mjs";

process.exit(await measure("tests/bench/main.ts"));
