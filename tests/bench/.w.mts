import { peopledWorld, readersOf } from "./people-world.ts";
const w = await peopledWorld("wtest", { members: 300, ties: 900 }); console.log(w.generated, (await readersOf(w, 3)).length); process.exit(0);
