// A member says what she would do, when, how far from home and how much: what is proposed to her follows it.
import { command } from "@/platform/command.ts";
import { profileChanges } from "../limit.rules.ts";
import { offerMade } from "../profile.facts.ts";
import { canBePresent } from "../profile.policy.ts";
import { setOfferInput } from "../profile.schema.ts";
import { lockOwnProfile, writeProfile } from "./own-profile.ts";

export const setOffer = command({
  name: "profile.set-offer",
  input: setOfferInput,
  limits: [profileChanges],
  subject: ({ tx, actor }) => lockOwnProfile(tx, actor.id),
  policy: canBePresent,
  async execute({ tx, input, subject: own, record }) {
    if (!own) return;
    await writeProfile(tx, own.id, input);
    record(offerMade({ memberId: own.id }));
  },
});
