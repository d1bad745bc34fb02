#!/usr/bin/env node
// npm run bench -- …: tests/bench/main.ts against the built product and a Postgres of its own. Those that ask queries alone need no build.
import { measure } from "./lib/measure.mjs";

const QUERIES_ALONE = ["people", "agenda", "feed", "places", "messages-lists", "digests"];
process.exit(await measure("tests/bench/main.ts", { build: !QUERIES_ALONE.includes(process.argv[2] ?? "") }));
