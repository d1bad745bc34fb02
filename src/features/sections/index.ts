import { answerVolunteer } from "./commands/answer-volunteer.ts";
import { closeNamedVolunteer } from "./commands/close-named-volunteer.ts";
import { volunteer } from "./commands/volunteer.ts";
import { volunteerFacts } from "./volunteer.facts.ts";
import { volunteerFactJobs, volunteerJobs } from "./volunteer-follow.jobs.ts";

/** Every command of sections, by its name in the code. */
export const sectionsCommands = { volunteer, answerVolunteer, closeNamedVolunteer };
export const sectionsFacts = volunteerFacts;
export const sectionsJobs = volunteerJobs;
export const sectionsFactJobs = volunteerFactJobs;

export { type PersonRow, personColumns, toPerson } from "./person.queries.ts";
export type { PersonView } from "./person.views.ts";
export { sectionsPersonalData } from "./section.personal-data.ts";
export { byTheSystem, isLed } from "./section.policy.ts";
export { getFederation, getSection, getSectionsMap, searchSections } from "./section.queries.ts";
export { sectionIdText } from "./section.schema.ts";
export { mainland, mainlandBorders, mainlandBounds } from "./section-map.rules.ts";
export { listSectionRecipients } from "./section-recipients.queries.ts";
export { volunteerNotices } from "./volunteer.notices.ts";
export { namesLeaders, visibleVolunteers } from "./volunteer.policy.ts";
export { listVolunteers } from "./volunteer.queries.ts";
export { VOLUNTEER_ANSWER_MAX } from "./volunteer.rules.ts";
export type { VolunteerView } from "./volunteer.views.ts";
export { answerVolunteer, closeNamedVolunteer, volunteer };
