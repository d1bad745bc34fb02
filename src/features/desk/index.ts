import { assignPointPerson } from "./commands/assign-point-person.ts";
import { declineAdherent } from "./commands/decline-adherent.ts";
import { forgetProposal, releaseNewcomers, restartWelcome } from "./commands/follow-facts.ts";
import { markWelcomed } from "./commands/mark-welcomed.ts";
import { proposeAdherent } from "./commands/propose-adherent.ts";
import { writeWelcome } from "./commands/write-welcome.ts";

/** Every command of the desk, by its name in the code. */
export const deskCommands = {
  assignPointPerson,
  writeWelcome,
  markWelcomed,
  restartWelcome,
  releaseNewcomers,
  proposeAdherent,
  declineAdherent,
  forgetProposal,
};

export { listDeclared } from "./adherent.queries.ts";
export { deskFacts } from "./desk.facts.ts";
export { deskNotices } from "./desk.notices.ts";
export { deskPersonalData } from "./desk.personal-data.ts";
export { getSectionDesk } from "./desk.queries.ts";
export { getFederationDesk } from "./desk-federation.queries.ts";
export { deskFactJobs, deskJobs } from "./desk-follow.jobs.ts";
export { listMembers } from "./desk-members.queries.ts";
export { deskActivity } from "./welcome.activity.ts";
export { deskHomeActs } from "./welcome.acts.ts";
export { getWelcome, listNewcomers } from "./welcome.queries.ts";
export {
  assignPointPerson,
  declineAdherent,
  forgetProposal,
  markWelcomed,
  proposeAdherent,
  releaseNewcomers,
  restartWelcome,
  writeWelcome,
};
