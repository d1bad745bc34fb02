// A member says who she is: a presentation, a word of the moment, what she can do and what she cares about, links.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { profileChanges } from "../limit.rules.ts";
import { profileEdited } from "../profile.facts.ts";
import { canBePresent } from "../profile.policy.ts";
import { editProfileInput } from "../profile.schema.ts";
import { lockOwnProfile, writeProfile } from "./own-profile.ts";

export const editProfile = command({
  name: "profile.edit",
  input: editProfileInput,
  limits: [profileChanges],
  subject: ({ tx, actor }) => lockOwnProfile(tx, actor.id),
  policy: canBePresent,
  async execute({ tx, input, subject: own, record }) {
    if (!own) return;
    const { status, ...rest } = input;
    const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    // The same words again keep their date.
    const word =
      status === undefined || status === own.status ? {} : { status, statusAt: status === "" ? null : clock.now() };
    await writeProfile(tx, own.id, { ...said, ...word });
    record(profileEdited({ memberId: own.id }));
  },
});
