import { system } from "@/core/actor.ts";
import { defineJob } from "@/platform/jobs.ts";
import { openBetweenCoopains } from "./commands/open-between-coopains.ts";
import { ofPairInput } from "./conversation.schema.ts";

/** After two became coopains: what waited between them is open. */
const openForCoopains = defineJob({
  name: "messages.open-for-coopains",
  input: ofPairInput,
  async run(pair) {
    await openBetweenCoopains({ actor: system }, pair);
  },
});

export const conversationJobs = [openForCoopains] as const;
/** By the name of a fact of coopains, which stands above: an upward feature's news. */
export const conversationFactJobs = { "coopain.accepted": [openForCoopains] } as const;
