import { command } from "@/platform/command.ts";
import { keepImage } from "@/platform/stored-images.ts";
import { profileChanges } from "../limit.rules.ts";
import { profilePhotoChanged } from "../profile.facts.ts";
import { canBePresent } from "../profile.policy.ts";
import { nothingInput, setPhotoInput } from "../profile.schema.ts";
import { lockOwnProfile, writeProfile } from "./own-profile.ts";

/** A member gives herself a face; the one before is gone for good. */
export const setPhoto = command({
  name: "profile.set-photo",
  input: setPhotoInput,
  limits: [profileChanges],
  subject: ({ tx, actor }) => lockOwnProfile(tx, actor.id),
  policy: canBePresent,
  async execute({ tx, input: { image }, subject: own, record }) {
    if (!own) return null;
    const id = await keepImage(tx, image, own.id);
    await writeProfile(tx, own.id, { photoId: id });
    if (own.photoId) await tx.image.delete({ where: { id: own.photoId } });
    record(profilePhotoChanged({ memberId: own.id }));
    return { id };
  },
});

/** A member takes her photo away; without one, nothing happens. */
export const removePhoto = command({
  name: "profile.remove-photo",
  input: nothingInput,
  limits: [profileChanges],
  subject: ({ tx, actor }) => lockOwnProfile(tx, actor.id),
  policy: canBePresent,
  async execute({ tx, subject: own, record }) {
    if (!own?.photoId) return;
    await writeProfile(tx, own.id, { photoId: null });
    await tx.image.delete({ where: { id: own.photoId } });
    record(profilePhotoChanged({ memberId: own.id }));
  },
});
