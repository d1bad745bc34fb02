import { acceptRequest } from "./commands/accept-request.ts";
import { blockMember } from "./commands/block-member.ts";
import { cancelRequest } from "./commands/cancel-request.ts";
import { followInvitation } from "./commands/follow-invitation.ts";
import { greetNewcomer } from "./commands/greet-newcomer.ts";
import { inviteByEmail } from "./commands/invite-by-email.ts";
import { openPaperCode } from "./commands/open-paper-code.ts";
import { opposeInvitations } from "./commands/oppose-invitations.ts";
import { refuseRequest } from "./commands/refuse-request.ts";
import { removeCoopain } from "./commands/remove-coopain.ts";
import { renewLink } from "./commands/renew-link.ts";
import { requestCoopain } from "./commands/request-coopain.ts";
import { unblockMember } from "./commands/unblock-member.ts";

/** Every command of coopains, by its name in the code. */
export const coopainCommands = {
  requestCoopain,
  acceptRequest,
  refuseRequest,
  cancelRequest,
  removeCoopain,
  blockMember,
  unblockMember,
  renewLink,
  inviteByEmail,
  followInvitation,
  openPaperCode,
  opposeInvitations,
  greetNewcomer,
};

export { coopainHomeActs } from "./coopain.acts.ts";
export { affinities } from "./coopain.affinity.ts";
export { coopainAccepted, coopainFacts, coopainRequested } from "./coopain.facts.ts";
export { coopainJobs, greetInvited } from "./coopain.jobs.ts";
export { coopainLiveFacts } from "./coopain.live.ts";
export { coopainNotices } from "./coopain.notices.ts";
export { coopainsPersonalData } from "./coopain.personal-data.ts";
export {
  findCoopainsInCommon,
  findWaitingRequests,
  getCoopainsPage,
  getTie,
  listMyCoopains,
} from "./coopain.queries.ts";
export type * from "./coopain.views.ts";
export { findFollowedInvitation, getInvitation, getInvitePage, getOpposition } from "./invitation.queries.ts";
export { listSuggestions } from "./suggestions.queries.ts";
export {
  acceptRequest,
  blockMember,
  cancelRequest,
  followInvitation,
  inviteByEmail,
  openPaperCode,
  opposeInvitations,
  refuseRequest,
  removeCoopain,
  renewLink,
  requestCoopain,
  unblockMember,
};
