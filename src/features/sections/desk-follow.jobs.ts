import { system } from "@/core/actor.ts";
import { defineJob, type Job } from "@/platform/jobs.ts";
import { closeNamedVolunteer, forgetProposal, restartWelcome } from "./commands/follow-facts.ts";
import { announceMove, announceNewcomer, deskMailJobs, tellVerified } from "./desk.jobs.ts";
import { mandateInput, movedInput, ofMemberInput } from "./desk.schema.ts";

/** Somebody moved: her new section welcomes her anew. */
export const restartWelcomeJob = defineJob({
  name: "sections.restart-welcome",
  input: movedInput,
  run: (input) => restartWelcome({ actor: system }, input),
});

/** Somebody was verified: what was said for it is forgotten. */
export const forgetProposalJob = defineJob({
  name: "sections.forget-proposal",
  input: ofMemberInput,
  run: (input) => forgetProposal({ actor: system }, input),
});

/** Somebody was given a section that she had offered to look after. */
export const closeNamedVolunteerJob = defineJob({
  name: "sections.close-named-volunteer",
  input: mandateInput,
  run: (input) => closeNamedVolunteer({ actor: system }, input),
});

export const deskJobs = [...deskMailJobs, restartWelcomeJob, forgetProposalJob, closeNamedVolunteerJob] as const;

/** What the desk does about facts of lower features, by the fact's name. */
export const deskFactJobs = {
  "member.joined": [announceNewcomer],
  "member.moved": [restartWelcomeJob, announceMove],
  "member.adherent-verified": [forgetProposalJob, tellVerified],
  "mandate.given": [closeNamedVolunteerJob],
} satisfies Record<string, readonly Job[]>;
