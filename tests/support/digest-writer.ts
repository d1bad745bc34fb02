import { mailGate } from "@/composition.ts";
import { writeDigests } from "@/features/notifications/digest.jobs.ts";
import { clock } from "@/platform/clock.ts";
import { singletons } from "@/platform/singletons.ts";

// A process that writes digests as if it were a given moment, to be killed in the middle of it.
const now = new Date(process.argv[2] ?? "");
clock.now = () => now;
singletons.limits = { consume: async () => {} };
singletons.mailGate = mailGate;
process.send?.("ready");
await writeDigests("");
process.exit(0);
