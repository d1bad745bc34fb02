import { system } from "@/core/actor.ts";
import { defineJob, type Job } from "@/platform/jobs.ts";
import { forgetProposal, releaseNewcomers, restartWelcome } from "./commands/follow-facts.ts";
import { announceMove, announceNewcomer, deskMailJobs, tellVerified } from "./desk.jobs.ts";
import { movedInput, ofMemberInput } from "./desk.schema.ts";

/** Somebody moved: her new section welcomes her anew. */
export const restartWelcomeJob = defineJob({
  name: "desk.restart-welcome",
  input: movedInput,
  run: (input) => restartWelcome({ actor: system }, input),
});

/** Somebody moved away from newcomers that she looked after. */
export const releaseNewcomersJob = defineJob({
  name: "desk.release-newcomers",
  input: movedInput,
  run: (input) => releaseNewcomers({ actor: system }, input),
});

/** Somebody was verified: what was said for it is forgotten. */
export const forgetProposalJob = defineJob({
  name: "desk.forget-proposal",
  input: ofMemberInput,
  run: (input) => forgetProposal({ actor: system }, input),
});

export const deskJobs = [...deskMailJobs, restartWelcomeJob, releaseNewcomersJob, forgetProposalJob] as const;

/** What the desk does about facts of lower features, by the fact's name. */
export const deskFactJobs = {
  "member.joined": [announceNewcomer],
  "member.moved": [restartWelcomeJob, releaseNewcomersJob, announceMove],
  "member.adherent-verified": [forgetProposalJob, tellVerified],
} satisfies Record<string, readonly Job[]>;
