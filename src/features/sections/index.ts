import { answerLetter } from "./commands/answer-letter.ts";
import { answerVolunteer } from "./commands/answer-volunteer.ts";
import { closeNamedVolunteer } from "./commands/close-named-volunteer.ts";
import { volunteer } from "./commands/volunteer.ts";
import { writeLetter } from "./commands/write-letter.ts";
import { letterFacts } from "./letter.facts.ts";
import { letterJobs } from "./letter.jobs.ts";
import { volunteerFacts } from "./volunteer.facts.ts";
import { volunteerFactJobs, volunteerJobs } from "./volunteer-follow.jobs.ts";

/** Every command of sections, by its name in the code. */
export const sectionsCommands = { writeLetter, answerLetter, volunteer, answerVolunteer, closeNamedVolunteer };
export const sectionsFacts = [...letterFacts, ...volunteerFacts] as const;
export const sectionsJobs = [...letterJobs, ...volunteerJobs] as const;
export const sectionsFactJobs = volunteerFactJobs;

export { visibleLetters } from "./letter.policy.ts";
export { getLetter, listLetters } from "./letter.queries.ts";
export type { LetterRowView, LetterView } from "./letter.views.ts";
export { type PersonRow, personColumns, toPerson } from "./person.queries.ts";
export type { PersonView } from "./person.views.ts";
export { sectionsPersonalData } from "./section.personal-data.ts";
export { byTheSystem, isLed } from "./section.policy.ts";
export { getFederation, getSection, getSectionsMap, searchSections } from "./section.queries.ts";
export { sectionIdText } from "./section.schema.ts";
export { mainland, mainlandBorders, mainlandBounds } from "./section-map.rules.ts";
export { listSectionRecipients } from "./section-recipients.queries.ts";
export { namesLeaders, visibleVolunteers } from "./volunteer.policy.ts";
export { listVolunteers } from "./volunteer.queries.ts";
export { VOLUNTEER_ANSWER_MAX } from "./volunteer.rules.ts";
export type { VolunteerView } from "./volunteer.views.ts";
export { answerLetter, answerVolunteer, closeNamedVolunteer, volunteer, writeLetter };
