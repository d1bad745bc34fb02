import { system } from "@/core/actor.ts";
import { defineJob, type Job } from "@/platform/jobs.ts";
import { closeNamedVolunteer } from "./commands/close-named-volunteer.ts";
import { volunteerMailJobs } from "./volunteer.jobs.ts";
import { mandateInput } from "./volunteer.schema.ts";

/** Somebody was given a section that she had offered to look after. */
export const closeNamedVolunteerJob = defineJob({
  name: "volunteers.close-named-volunteer",
  input: mandateInput,
  run: (input) => closeNamedVolunteer({ actor: system }, input),
});

export const volunteerJobs = [...volunteerMailJobs, closeNamedVolunteerJob] as const;
/** What follows, among volunteers, from facts of lower features, by the fact's name. */
export const volunteerFactJobs = { "mandate.given": [closeNamedVolunteerJob] } satisfies Record<string, readonly Job[]>;
