import { z } from "zod";
import { parisMoment } from "@/core/paris-time.ts";
import { emailAddress, idText, line } from "@/core/text.ts";
import { clock } from "@/platform/clock.ts";
import { DAY_MS, HANDOVER_DAYS, REASON_MAX, REASON_MIN } from "./mandate.rules.ts";

const VERIFY = "Vérifie la date.";

/** A moment, or a day of a form's field: that day in Paris at this hour. */
const dateAt = (hour: string) =>
  z.union(
    [
      z.date(),
      z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
      z.iso
        .date()
        .transform((day) => parisMoment(`${day}T${hour}`))
        .pipe(z.date(VERIFY)),
    ],
    VERIFY,
  );
/** An empty field of a form is an absent one. */
const orAbsent = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal("").transform(() => undefined), schema], VERIFY).optional();

const future = (date: Date) => date > clock.now();
const endsAt = orAbsent(dateAt("23:59").refine(future, "La date de fin est passée."));
const withinAYear = (date: Date) => date.getTime() <= clock.now().getTime() + HANDOVER_DAYS * DAY_MS;
/** Today or a day of the year that comes; what has begun today begins now. */
const dayToCome = dateAt("00:00")
  .refine((date) => date.getTime() > clock.now().getTime() - DAY_MS, "Cette date est passée.")
  .refine(withinAYear, "Choisis une date dans l’année qui vient.")
  .transform((date) => new Date(Math.max(date.getTime(), clock.now().getTime())));

const reason = line(REASON_MIN, REASON_MAX);
const ENDS_AFTER = "La fin vient après le début.";

export const giveMandateInput = z
  .strictObject({
    memberId: idText,
    role: z.enum(["section_leader", "federation_admin", "moderator", "national_admin"], "Ce rôle n’existe pas."),
    scope: z
      .string()
      .max(60)
      .regex(/^national(?:\/[\w-]+){0,2}$/, "Ce périmètre n’existe pas."),
    beginsAt: orAbsent(dayToCome),
    endsAt,
  })
  .refine((input) => !input.beginsAt || !input.endsAt || input.endsAt > input.beginsAt, {
    path: ["endsAt"],
    message: ENDS_AFTER,
  });

export const endMandateInput = z.strictObject({ mandateId: idText, reason });

export const nominateInput = z.strictObject({ memberId: idText, endsAt });
export const decideNominationInput = z.strictObject({
  nominationId: idText,
  answer: z.enum(["oui", "non"], "Choisis l’un des deux."),
});

export const proposeHandoverInput = z
  .strictObject({ mandateId: idText, successorId: idText, effectiveAt: dayToCome, endsAt })
  .refine((input) => !input.endsAt || input.endsAt > input.effectiveAt, { path: ["endsAt"], message: ENDS_AFTER });
export const handoverInput = z.strictObject({ handoverId: idText });

export const liftSuspensionInput = z.strictObject({ suspensionId: idText });
export const viewContactInput = z.strictObject({ memberId: idText, purpose: line(REASON_MIN, REASON_MAX) });
export const nothingInput = z.strictObject({});

/** What is looked for, without what is in no name and what the database takes for no text. */
const searched = z
  .string()
  .max(120)
  .transform((text) => text.toWellFormed().replace(/\p{C}/gu, " ").trim())
  .catch("");

export const tabs = ["attente", "responsabilites", "sections", "suspensions", "consultations"] as const;
export type ConsoleTab = (typeof tabs)[number];

/** What a console shows: which part, whom it looks for, whose mandates, and after which row it begins. */
export const consoleInput = z.object({
  voir: z.enum(tabs).catch("attente"),
  membre: searched,
  q: searched,
  role: z.enum(["section_leader", "federation_admin", "moderator", "national_admin"]).optional().catch(undefined),
  apres: z
    .string()
    .regex(/^\d{1,15}-[0-9a-hjkmnp-tv-z]{12}$/)
    .transform((text) => ({ at: new Date(Number(text.split("-")[0])), id: text.split("-")[1] ?? "" }))
    .optional()
    .catch(undefined),
});
export type ConsoleInput = z.output<typeof consoleInput>;

/** The exact address that is looked for, or null when these words are no address. */
export const addressIn = (text: string): string | null => emailAddress.safeParse(text).data ?? null;
