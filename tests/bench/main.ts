import { benchLive } from "./live.ts";
import { benchPages } from "./pages.ts";

// npm run bench -- pages [--json] · npm run bench -- live [--clients N] [--rate N] [--seconds N] [--json]
const [what, ...args] = process.argv.slice(2);
const benches: Record<string, (args: string[]) => Promise<unknown>> = { pages: benchPages, live: benchLive };
const bench = what ? benches[what] : undefined;
if (!bench) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join(" | ")} [options] [--json]`);
  process.exit(64);
}
const result = await bench(args);
// The last line is the result, whole, for programs.
console.log(args.includes("--json") ? JSON.stringify(result) : JSON.stringify(result, null, 2));
process.exit(0);
