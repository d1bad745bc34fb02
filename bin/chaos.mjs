#!/usr/bin/env node
// npm run chaos -- …: tests/chaos/main.ts against the built product and a Postgres of its own.
import { measure } from "./lib/measure.mjs";

process.exit(await measure("tests/chaos/main.ts"));
