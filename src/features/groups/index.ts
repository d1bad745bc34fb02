export { ensurePlaceGroups } from "./commands/ensure-place-groups.ts";
export { type LockedGroup, lockReadableGroup, lockVisibleGroup } from "./commands/lock-group.ts";
export {
  canKeepGroup,
  canLeadGroup,
  canPostInGroup,
  canWorkInGroup,
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
  groupRoles,
  hasRole,
  kindWords,
  roleWords,
  type Theme,
  themes,
  themeWords,
} from "./group.rules.ts";
export type { GroupView } from "./group.views.ts";
