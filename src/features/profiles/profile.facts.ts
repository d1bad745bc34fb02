import { defineFact } from "@/core/fact.ts";

type OfMember = { memberId: string };

export const profileEdited = defineFact<OfMember>({ name: "profile.edited" });
/** Pages of sections show the faces of those in charge. */
export const profilePhotoChanged = defineFact<OfMember>({ name: "profile.photo-changed", stale: () => ["sections"] });
/** Who sees what of her changed: no kept page may say it any longer, no room show her to whom she hides from. */
export const profileShown = defineFact<OfMember>({
  name: "profile.visibilities-changed",
  stale: () => ["sections", "open-debates"],
  regate: ({ memberId }) => [`seen:${memberId}`],
});
export const offerMade = defineFact<OfMember>({ name: "profile.offer-changed" });

export const profileFacts = [profileEdited, profilePhotoChanged, profileShown, offerMade] as const;
