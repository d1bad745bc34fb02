export { ensurePlaceGroups } from "./commands/ensure-place-groups.ts";
export {
  canKeepGroup,
  canLeadGroup,
  canPostInGroup,
  canWorkInGroup,
  readableGroups,
  roleInGroup,
  staffsGroup,
  standingColumns,
  visibleGroups,
} from "./group.policy.ts";
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
