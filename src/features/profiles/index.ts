export { type CardRow, type CardView, cardColumns, toCardView } from "./card.queries.ts";
export {
  canBePresent,
  fieldReaches,
  holdsMandate,
  isSuspended,
  listedProfiles,
  lockVisibleProfile,
  managedMembers,
  managesScope,
  nearness,
  noBlock,
  profileOf,
  visibleProfiles,
} from "./profile.policy.ts";
export type { Field, Visibility } from "./visibility.rules.ts";
