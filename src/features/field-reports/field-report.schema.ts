import { z } from "zod";
import { encodedImage, imageSize } from "@/core/encoded-image.ts";
import { idText, line, prose } from "@/core/text.ts";
import { eventKinds } from "@/features/events/index.ts";
import { measures } from "./field-report.rules.ts";

/** A number as a form has it: digits, spaces between thousands; nothing typed is none. */
const count = (max: number) =>
  z
    .union([z.number(), z.string().max(20)])
    .transform((typed) => {
      if (typeof typed === "number") return typed;
      const digits = typed.replace(/[\s\u202f\u00a0]/g, "");
      return /^\d*$/.test(digits) ? Number(digits) : Number.NaN;
    })
    .pipe(
      z
        .number("Écris un nombre.")
        .int("Écris un nombre entier.")
        .min(0, "Écris un nombre positif.")
        .max(max, `${max.toLocaleString("fr-FR")} au plus.`),
    )
    .default(0);

const figures = {
  leaflets: count(1_000_000),
  doorsOpen: count(100_000),
  doorsClosed: count(100_000),
  doorsRefused: count(100_000),
  doorsTalked: count(100_000),
  posters: count(100_000),
  calls: count(100_000),
  peopleMet: count(100_000),
  participants: count(10_000),
  minutes: count(21_600),
  heard: prose(0, 5000).default(""),
};

type Doors = { doorsOpen: number; doorsRefused: number; doorsTalked: number };

/** A door that was refused or talked at was opened first. */
function doorsAddUp({ value, issues }: z.core.ParsePayload<Doors>): void {
  if (value.doorsRefused + value.doorsTalked > value.doorsOpen)
    issues.push({
      code: "custom",
      input: value,
      path: ["doorsOpen"],
      message: "Refus et conversations font plus que les portes ouvertes.",
    });
}

export const publishReportInput = z.strictObject({ eventId: idText, ...figures }).check(doorsAddUp);
export const editReportInput = z.strictObject({ reportId: idText, ...figures }).check(doorsAddUp);
export const withdrawReportInput = z.strictObject({ reportId: idText });

export const addPhotoInput = z.strictObject({
  reportId: idText,
  image: encodedImage,
});
export const photoInput = z.strictObject({ reportId: idText, imageId: idText });
export const captionInput = z.strictObject({ reportId: idText, imageId: idText, caption: line(1, 200) });

export const servedPhotoInput = z.object({
  id: idText,
  photo: idText,
  taille: imageSize("grande"),
});

const segment = z.string().regex(/^[0-9A-Za-z-]{1,20}$/);
/** Whose figures, and which of them are unfolded; anything else in the address is ignored. */
export const figuresInput = z.object({
  federation: segment.optional(),
  section: segment.optional(),
  mois: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  type: z.enum(eventKinds).optional().catch(undefined),
  mesure: z
    .enum(["reports", ...measures])
    .optional()
    .catch(undefined),
  apres: idText.optional().catch(undefined),
});
