import { answerLetter } from "./commands/answer-letter.ts";
import { answerVolunteer } from "./commands/answer-volunteer.ts";
import { assignPointPerson } from "./commands/assign-point-person.ts";
import { declineAdherent } from "./commands/decline-adherent.ts";
import { closeNamedVolunteer, forgetProposal, restartWelcome } from "./commands/follow-facts.ts";
import { markWelcomed } from "./commands/mark-welcomed.ts";
import { proposeAdherent } from "./commands/propose-adherent.ts";
import { volunteer } from "./commands/volunteer.ts";
import { writeLetter } from "./commands/write-letter.ts";
import { writeWelcome } from "./commands/write-welcome.ts";
import { deskFacts } from "./desk.facts.ts";
import { deskJobs } from "./desk-follow.jobs.ts";
import { letterFacts } from "./letter.facts.ts";
import { letterJobs } from "./letter.jobs.ts";

/** Every command of sections, by its name in the code. */
export const sectionsCommands = {
  writeLetter,
  answerLetter,
  assignPointPerson,
  writeWelcome,
  markWelcomed,
  restartWelcome,
  proposeAdherent,
  declineAdherent,
  forgetProposal,
  volunteer,
  answerVolunteer,
  closeNamedVolunteer,
};
export const sectionsFacts = [...letterFacts, ...deskFacts] as const;
export const sectionsJobs = [...letterJobs, ...deskJobs] as const;

export { listDeclared } from "./adherent.queries.ts";
export { getSectionDesk } from "./desk.queries.ts";
export { getFederationDesk } from "./desk-federation.queries.ts";
export { deskFactJobs } from "./desk-follow.jobs.ts";
export { listMembers } from "./desk-members.queries.ts";
export { visibleLetters } from "./letter.policy.ts";
export { getLetter, listLetters } from "./letter.queries.ts";
export type { LetterRowView, LetterView } from "./letter.views.ts";
export { sectionActivity } from "./section.activity.ts";
export { sectionsPersonalData } from "./section.personal-data.ts";
export { getFederation, getSection, getSectionsMap, searchSections } from "./section.queries.ts";
export { listVolunteers } from "./volunteer.queries.ts";
export { sectionHomeActs } from "./welcome.acts.ts";
export { getWelcome, listNewcomers } from "./welcome.queries.ts";
export {
  answerLetter,
  answerVolunteer,
  assignPointPerson,
  closeNamedVolunteer,
  declineAdherent,
  forgetProposal,
  markWelcomed,
  proposeAdherent,
  restartWelcome,
  volunteer,
  writeLetter,
  writeWelcome,
};
