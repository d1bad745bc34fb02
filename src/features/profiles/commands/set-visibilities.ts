import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { organisation } from "@/core/organisation.ts";
import { reasons } from "@/core/reasons.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { profileChanges } from "../limit.rules.ts";
import { profileShown } from "../profile.facts.ts";
import { canBePresent, canShow } from "../profile.policy.ts";
import { nothingInput, setVisibilitiesInput } from "../profile.schema.ts";
import { type Field, fields, type Visibility } from "../visibility.rules.ts";
import { lockOwnProfile, writeProfile } from "./own-profile.ts";

const standing = (memberId: string) => ({ memberId, kind: "public_field" as const, withdrawnAt: null });

const columnOf = (field: Field) => `${field}For` as const;
const columnsOf = (shown: Partial<Record<Field, Visibility | null>>) =>
  Object.fromEntries(Object.entries(shown).map(([field, visibility]) => [columnOf(field as Field), visibility]));

/** The fields for which a consent is in force. */
async function agreedFields(tx: Tx, memberId: string): Promise<string[]> {
  const rows = await tx.consent.findMany({ where: standing(memberId), select: { field: true } });
  return rows.flatMap(({ field }) => field ?? []);
}

/**
 * A member chooses who sees each field of her profile. What everyone may read asks her consent, field by field,
 * recorded with the version of the text; narrowing a field withdraws it.
 */
export const setVisibilities = command({
  name: "profile.set-visibilities",
  input: setVisibilitiesInput,
  limits: [profileChanges],
  subject: ({ tx, actor }) => lockOwnProfile(tx, actor.id),
  policy: (actor, own, { consent: _, ...shown }) => canShow(actor, own?.minor ?? false, Object.values(shown)),
  async execute({ tx, input: { consent, ...shown }, subject: own, record }) {
    if (!own) return;
    const agreed = await agreedFields(tx, own.id);
    const open = fields.filter((field) => shown[field] === "everyone");
    const asked = open.filter((field) => !agreed.includes(field));
    const missing = asked.filter((field) => !consent.includes(field));
    if (missing.length > 0) {
      const words = missing.map((field) => [`consent-${field}`, reasons.public_field_consent]);
      throw new AppError("invalid", "public_field_consent", { fields: Object.fromEntries(words) });
    }
    const now = clock.now();
    await tx.consent.updateMany({
      where: { ...standing(own.id), field: { notIn: open } },
      data: { withdrawnAt: now },
    });
    const textVersion = organisation.texts.privacy;
    const given = { memberId: own.id, kind: "public_field" as const, textVersion, givenAt: now };
    await tx.consent.createMany({ data: asked.map((field) => ({ ...given, id: newId(), field })) });
    await writeProfile(tx, own.id, columnsOf(shown));
    record(profileShown({ memberId: own.id }));
  },
});

/** A member withdraws at once all that everyone could read of her: these fields go back to their default. */
export const withdrawFromWeb = command({
  name: "profile.withdraw-from-web",
  input: nothingInput,
  limits: [profileChanges],
  subject: ({ tx, actor }) => lockOwnProfile(tx, actor.id),
  policy: canBePresent,
  async execute({ tx, subject: own, record }) {
    if (!own) return;
    const profile = await tx.profile.findUnique({ where: { memberId: own.id } });
    const open = fields.filter((field) => profile?.[columnOf(field)] === "everyone");
    await tx.consent.updateMany({ where: standing(own.id), data: { withdrawnAt: clock.now() } });
    if (open.length === 0) return;
    await writeProfile(tx, own.id, columnsOf(Object.fromEntries(open.map((field) => [field, null]))));
    record(profileShown({ memberId: own.id }));
  },
});
