import { z } from "zod";
import { reasons } from "@/core/reasons.ts";
import { idText, line, prose } from "@/core/text.ts";
import { webAddress } from "@/core/web-address.ts";
import { eventAudiences, eventKinds } from "./event.rules.ts";
import { repeatFields, spreads } from "./series.schema.ts";

export const SHIFTS_MAX = 20;
const ITEMS_MAX = 30;
const PLACES_MAX = 10_000;

/** One line that may be empty. */
const optionalLine = (max: number) =>
  prose(0, max)
    .transform((text) => text.replace(/\s+/g, " "))
    .default("");

/** A box that was ticked, or not. */
const flag = z.union([z.boolean(), z.enum(["", "oui"]).transform((said) => said === "oui")]).default(false);

const whole = z.union(
  [
    z.number(),
    z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number),
  ],
  "Écris un nombre.",
);
const between = (least: number, most: number) =>
  whole.pipe(z.int("Écris un nombre.").min(least, `${least} au moins.`).max(most, `${most} au plus.`));
const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal("").transform(() => null), z.null(), schema]);

const day = z.iso.date("Choisis un jour.");
const time = z.string("Écris une heure.").regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "Écris une heure.");

const shift = z
  .strictObject({
    /** Of one that exists. */
    id: orNothing(idText).optional(),
    label: optionalLine(80),
    /** Another day than the event's. */
    day: orNothing(day).default(null),
    from: time,
    to: time,
    needed: orNothing(between(0, PLACES_MAX))
      .transform((needed) => needed ?? 0)
      .default(0),
    maximum: orNothing(between(1, PLACES_MAX)).default(null),
  })
  .refine(({ from, to }) => from !== to, { path: ["to"], message: "La fin vient après le début." })
  .refine(({ needed, maximum }) => maximum === null || maximum >= needed, {
    path: ["maximum"],
    message: "Pas moins que ce qu’il faut.",
  });

const degrees = (limit: number) =>
  orNothing(
    z
      .union([
        z.number(),
        z
          .string()
          .regex(/^-?\d{1,3}(?:\.\d{1,20})?$/)
          .transform(Number),
      ])
      .pipe(z.number().min(-limit).max(limit)),
  ).default(null);

const communeCode = orNothing(
  z.string(reasons.unknown_commune).regex(/^(?:\d[\dAB]\d{3}|FE-[A-Z]{2})$/, reasons.unknown_commune),
).default(null);

const onlineUrl = orNothing(
  z
    .string()
    .trim()
    .max(1000, "Cette adresse est trop longue.")
    .transform((text) => webAddress(/^[a-z]+:/i.test(text) ? text : `https://${text}`) ?? "")
    .refine((href) => /^https?:/.test(href), "Une adresse commence par https://."),
).default(null);

/** What an event is, whether it is new or changed. Its hours are its shifts'. */
const content = {
  title: line(3, 120),
  description: prose(0, 5000).default(""),
  day,
  shifts: z.array(shift).min(1, "Il faut au moins un créneau.").max(SHIFTS_MAX, `${SHIFTS_MAX} créneaux au plus.`),
  communeCode,
  address: optionalLine(200),
  meetingPoint: optionalLine(200),
  latitude: degrees(90),
  longitude: degrees(180),
  onlineUrl,
  audience: z.enum(eventAudiences, "Choisis qui est invité."),
  adherentsOnly: flag,
  debateId: orNothing(idText).default(null),
};
type Content = z.output<z.ZodObject<typeof content>>;

/** What no single field says. */
function coherent({ value, issues }: z.core.ParsePayload<Content>): void {
  const { adherentsOnly, audience, latitude, longitude, shifts } = value;
  const say = (path: PropertyKey[], message: string) => issues.push({ code: "custom", input: value, path, message });
  if (adherentsOnly && (audience === "everyone" || audience === "invited"))
    say(["adherentsOnly"], "Choisis d’abord un public : ta section, ta fédération ou les membres.");
  if ((latitude === null) !== (longitude === null)) say(["latitude"], "Choisis le point sur la carte.");
  const ids = shifts.flatMap(({ id }) => id ?? []);
  if (new Set(ids).size < ids.length) say(["shifts"], "Deux créneaux sont le même.");
}

const item = z.strictObject({ label: line(1, 80), quantity: between(1, 1000).default(1) });

const eventScope = z.string().regex(/^national(\/[\w-]{1,20}){0,2}$/, "Ce territoire n’existe pas.");

/** A new event, kept for oneself ("draft") or made known: published, or proposed where that is what one may. */
export const createEventInput = z
  .strictObject({
    kind: z.enum(eventKinds, "Choisis ce que c’est."),
    scope: eventScope,
    /** The group that organises it; it then stands where its group does. */
    groupId: orNothing(idText).default(null),
    stage: z.enum(["draft", "published"]).default("published"),
    items: z.array(item).max(ITEMS_MAX, `${ITEMS_MAX} choses au plus.`).default([]),
    ...repeatFields,
    /** Empty: it does not come back. */
    repeat: orNothing(repeatFields.repeat).default(null),
    ...content,
  })
  .check(coherent);

/** `tell`: participants are told, whatever changed; of another day, hour or place they always are. */
export const changeEventInput = z
  .strictObject({
    eventId: idText,
    tell: flag,
    /** In a series: which dates change with it. */
    spread: z.enum(spreads, "Choisis à quelles dates.").default("one"),
    ...content,
  })
  .check(coherent);

export type EventContent = Content;

export const eventInput = z.strictObject({ eventId: idText });
/** With the moment of the last change of what she read, in milliseconds. */
export const approveEventInput = z.strictObject({
  eventId: idText,
  changedAt: z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^\d{1,16}$/)
          .transform(Number),
      ],
      reasons.changed_meanwhile,
    )
    .pipe(z.int()),
});
export const declineEventInput = z.strictObject({ eventId: idText, reason: line(3, 1000) });
export const cancelEventInput = z.strictObject({ eventId: idText, reason: line(3, 1000) });
