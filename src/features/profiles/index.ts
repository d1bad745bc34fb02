import { editProfile } from "./commands/edit-profile.ts";
import { setOffer } from "./commands/set-offer.ts";
import { removePhoto, setPhoto } from "./commands/set-photo.ts";
import { setVisibilities, withdrawFromWeb } from "./commands/set-visibilities.ts";

/** Every command of profiles, by its name in the code: the probe table of the tests walks through it. */
export const profileCommands = { editProfile, setVisibilities, withdrawFromWeb, setOffer, setPhoto, removePhoto };

export { type CardRow, type CardView, cardColumns, toCardView } from "./card.queries.ts";
export { countSearch, getDirectory, proposeMembers, searchMembers } from "./directory.queries.ts";
export { getMyOffer, getMyProfile } from "./my-profile.queries.ts";
export {
  freeWords,
  isFilled,
  type Offer,
  offerReason,
  paceWords,
  reachWords,
  toOffer,
  type Willing,
  willingWords,
} from "./offer.rules.ts";
export { findOwnPhoto, getOwnPhotoPlace, getPhoto } from "./photo.queries.ts";
export { profileFacts } from "./profile.facts.ts";
export { profilesPersonalData } from "./profile.personal-data.ts";
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
  profileOfEach,
  visibleProfiles,
} from "./profile.policy.ts";
export { getProfile, getProfileAs, seesActivity } from "./profile.queries.ts";
export type { MyProfileView, ProfileView } from "./profile.views.ts";
export { namesFor, type Signature, signaturesOf } from "./signature.queries.ts";
export type { Field, Visibility } from "./visibility.rules.ts";
export { editProfile, removePhoto, setOffer, setPhoto, setVisibilities, withdrawFromWeb };
