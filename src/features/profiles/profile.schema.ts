import { z } from "zod";
import { prose } from "@/core/text.ts";
import { webAddress } from "@/core/web-address.ts";
import { LABEL_LENGTH, LABELS_MAX, LINKS_MAX, tidyAddresses, tidyLabels } from "./label.rules.ts";
import { freeMoments, paces, reaches, willingKinds } from "./offer.rules.ts";
import { type Field, fields, type Visibility, visibilities } from "./visibility.rules.ts";

export const PRESENTATION_MAX = 2000;
export const STATUS_MAX = 140;

const labels = prose(0, 1200)
  .transform(tidyLabels)
  .superRefine((found, context) => {
    const long = found.find((label) => label.length > LABEL_LENGTH);
    if (long)
      context.addIssue({
        code: "custom",
        message: `« ${long.slice(0, LABEL_LENGTH)}… » est trop long : ${LABEL_LENGTH} caractères au plus.`,
      });
    if (found.length > LABELS_MAX) context.addIssue({ code: "custom", message: `${LABELS_MAX} au plus.` });
  });

const links = prose(0, 4000)
  .transform(tidyAddresses)
  .transform((typed, context) => {
    const found = new Set<string>();
    for (const text of typed) {
      const href = webAddress(text);
      if (href && /^https?:/.test(href) && new URL(href).hostname.includes(".")) found.add(href);
      else context.addIssue({ code: "custom", message: `« ${text.slice(0, 60)} » n’est pas une adresse de page web.` });
    }
    if (found.size > LINKS_MAX) context.addIssue({ code: "custom", message: `${LINKS_MAX} liens au plus.` });
    return [...found];
  });

/** What is left out stays as it is; what is empty is taken away. */
export const editProfileInput = z.strictObject({
  presentation: prose(0, PRESENTATION_MAX).optional(),
  status: prose(0, STATUS_MAX)
    .transform((text) => text.replace(/\s+/g, " "))
    .optional(),
  skills: labels.optional(),
  interests: labels.optional(),
  links: links.optional(),
});

/** Boxes of one name: none, one or several; each counts once. */
const several = <const Value extends string>(values: readonly Value[]) => {
  const one = z.enum(values);
  return z
    .union([z.array(one).max(values.length), one.transform((value) => [value])], "Vérifie ce champ.")
    .default([])
    .transform((chosen) => values.filter((value) => chosen.includes(value)));
};

const CHOOSE = "Choisis dans la liste.";
const anybody = z.enum(visibilities, CHOOSE);
const amongMembers = z.enum(["coopains", "section", "members"], CHOOSE);

/** Every field at once, and for which of them she ticked that everyone may read it. */
export const setVisibilitiesInput = z.strictObject({
  ...({
    card: anybody,
    photo: anybody,
    presentation: anybody,
    status: anybody,
    skills: anybody,
    interests: anybody,
    links: anybody,
    mandates: anybody,
    activity: anybody,
    coopains: amongMembers,
    offer: anybody,
  } satisfies Record<Field, z.ZodType<Visibility>>),
  consent: several(fields),
});

/** An empty choice of a form is none. */
const orNone = <Value extends string>(values: readonly Value[]) =>
  z.union([z.literal("").transform(() => null), z.enum(values)], CHOOSE).default(null);

export const setOfferInput = z.strictObject({
  willing: several(willingKinds),
  free: several(freeMoments),
  reachKm: orNone(reaches.map((km) => `${km}`)).transform((km) => (km === null ? null : Number(km))),
  pace: orNone(paces),
});

const bytes = (max: number) =>
  z.custom<Uint8Array>((file) => file instanceof Uint8Array && file.byteLength > 0 && file.byteLength <= max);
const side = z.int().min(1).max(512);

/** As `encodeSquare` made it. */
export const setPhotoInput = z.strictObject({
  image: z
    .strictObject({ large: bytes(1_000_000), small: bytes(200_000), width: side, height: side })
    .refine(({ width, height }) => width === height),
});

export const nothingInput = z.strictObject({});
