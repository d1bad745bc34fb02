import { answerGroupInvitation } from "./commands/answer-group-invitation.ts";
import { answerGroupRequest } from "./commands/answer-group-request.ts";
import { askToJoin } from "./commands/ask-to-join.ts";
import { cancelGroupRequest } from "./commands/cancel-group-request.ts";
import { createGroup } from "./commands/create-group.ts";
import { createGroupLink } from "./commands/create-group-link.ts";
import { editGroup, editPlaceGroup } from "./commands/edit-group.ts";
import { followGroup } from "./commands/follow-group.ts";
import { inviteToGroup } from "./commands/invite-to-group.ts";
import { joinByLink } from "./commands/join-by-link.ts";
import { joinGroup } from "./commands/join-group.ts";
import { leaveGroup } from "./commands/leave-group.ts";
import { removeFromGroup } from "./commands/remove-from-group.ts";
import { replaceLeads } from "./commands/replace-leads.ts";
import { revokeGroupLink } from "./commands/revoke-group-link.ts";
import { removeGroupCover, setGroupCover } from "./commands/set-group-cover.ts";
import { setRole } from "./commands/set-role.ts";
import { visitGroup } from "./commands/visit-group.ts";
import { withdrawInvitation } from "./commands/withdraw-invitation.ts";

/** Every command of groups, by its name in the code: the probe table of the tests walks through it. */
export const groupCommands = {
  answerGroupInvitation,
  answerGroupRequest,
  askToJoin,
  cancelGroupRequest,
  createGroupLink,
  inviteToGroup,
  joinByLink,
  revokeGroupLink,
  withdrawInvitation,
  createGroup,
  editGroup,
  editPlaceGroup,
  followGroup,
  joinGroup,
  leaveGroup,
  removeFromGroup,
  removeGroupCover,
  replaceLeads,
  setGroupCover,
  setRole,
  visitGroup,
};

export { ensurePlaceGroups } from "./commands/ensure-place-groups.ts";
export { type LockedGroup, lockReadableGroup, lockVisibleGroup } from "./commands/lock-group.ts";
export { groupReports } from "./commands/moderate-group.ts";
export { getGroupToEdit, listFormingScopes, listNameable, type ScopeView } from "./edit-group.queries.ts";
export { groupFacts } from "./group.facts.ts";
export { groupFactJobs, groupJobs } from "./group.jobs.ts";
export { groupNotices, toldOfGroup } from "./group.notices.ts";
export { groupsPersonalData } from "./group.personal-data.ts";
export {
  canKeepGroup,
  canLeadGroup,
  canPostInGroup,
  canWorkInGroup,
  judgedScope,
  myGroupIds,
  overseesGroup,
  readableGroups,
  roleInGroup,
  staffsGroup,
  standingColumns,
  visibleGroups,
} from "./group.policy.ts";
export { findMyGroups, getGroup, type MyGroupView } from "./group.queries.ts";
export {
  entryWords,
  type GroupEntry,
  type GroupKind,
  type GroupRole,
  type GroupStanding,
  groupHeading,
  groupRoles,
  groupWords,
  hasRole,
  kindWords,
  roleWords,
  type Theme,
  themes,
  themeWords,
} from "./group.rules.ts";
export type { GroupView } from "./group.views.ts";
export { type GroupAboutView, getGroupAbout } from "./group-about.queries.ts";
export { getGroupCover } from "./group-cover.queries.ts";
export { type GroupCardView, type GroupListView, getGroupList, listGroupCards } from "./group-list.queries.ts";
export { type GroupMembersView, getGroupMembers } from "./group-members.queries.ts";
export { groupNamesFor } from "./group-names.queries.ts";
export { findGroupsOfPlace, type GroupsOfPlaceView, listGroupsOfMember } from "./groups-of.queries.ts";
export { groupInvitationFacts } from "./invitation.facts.ts";
export { findInvitationInto, getGroupInvitePage, listGroupInvitations } from "./invitation.queries.ts";
export type { GroupInvitePageView } from "./invitation.views.ts";
export { groupLinkFacts } from "./link.facts.ts";
export { getGroupLink } from "./link.queries.ts";
export type { GroupLinkPageView } from "./link.views.ts";
export { paperNotices } from "./paper-notices.queries.ts";
export { groupRequestFacts } from "./request.facts.ts";
export { entryRoom, groupEntryLiveFacts } from "./request.live.ts";
export { findWayIn, listWaitingRequests } from "./request.queries.ts";
export type { GroupInvitationView, WaitingRequestsView, WayInView } from "./request.views.ts";
export { groupEntryFactJobs, groupEntryJobs } from "./request-mail.jobs.ts";
export { termsOf } from "./request-terms.rules.ts";
export { groupHomeActs } from "./suggestion.acts.ts";
export { sameGroupsAffinity } from "./suggestion.affinity.ts";
export { type GroupSuggestionView, listGroupSuggestions } from "./suggestion.queries.ts";
export {
  answerGroupInvitation,
  answerGroupRequest,
  askToJoin,
  cancelGroupRequest,
  createGroup,
  createGroupLink,
  editGroup,
  followGroup,
  inviteToGroup,
  joinByLink,
  joinGroup,
  leaveGroup,
  revokeGroupLink,
  setGroupCover,
  setRole,
  withdrawInvitation,
};
