// Stops the embedded cluster of a folder once nobody uses it: node bin/lib/sweep.mjs <folder>
import { sweepCluster } from "./postgres.mjs";

await sweepCluster(process.argv[2]);
