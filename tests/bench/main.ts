import { benchAgenda } from "./agenda.ts";
import { benchContribute } from "./contribute.ts";
import { benchDigests } from "./digests.ts";
import { benchFeed } from "./feed.ts";
import { benchGrowth } from "./growth.ts";
import { benchLive } from "./live.ts";
import { benchMessages } from "./messages.ts";
import { benchMessagesLists } from "./messages-lists.ts";
import { benchPages } from "./pages.ts";
import { benchPeople } from "./people.ts";
import { benchPlaces } from "./places.ts";
import { benchStorm } from "./storm.ts";
import { benchVotes } from "./votes.ts";

// npm run bench -- pages | live | messages | contribute | votes | storm | growth | people | agenda | feed | places | messages-lists | digests [options] [--json]: see docs/performance.md.
const [what, ...args] = process.argv.slice(2);
const benches: Record<string, (args: string[]) => Promise<unknown>> = {
  pages: benchPages,
  live: benchLive,
  messages: benchMessages,
  contribute: benchContribute,
  votes: benchVotes,
  storm: benchStorm,
  growth: benchGrowth,
  people: benchPeople,
  agenda: benchAgenda,
  feed: benchFeed,
  "messages-lists": benchMessagesLists,
  places: benchPlaces,
  digests: benchDigests,
};
const bench = what ? benches[what] : undefined;
if (!bench) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join(" | ")} [options] [--json]`);
  process.exit(64);
}
const result = await bench(args);
// The last line is the result, whole, for programs.
console.log(args.includes("--json") ? JSON.stringify(result) : JSON.stringify(result, null, 2));
process.exit(0);
