import { PARIS, zones } from "@/core/zoned-time.ts";
import type { ToldChange } from "./participation-mail.rules.ts";
import { whenWords } from "./told-event.rules.ts";

type Values = Readonly<Record<string, unknown>>;

/** How a mail names what it says before and after; what is not here is "la présentation". */
const names: Record<string, string> = {
  title: "Titre",
  communeCode: "Commune",
  address: "Adresse",
  meetingPoint: "Rendez-vous",
  onlineUrl: "Lien",
};
const HOURS = ["startsAt", "endsAt"];

const text = (value: unknown): string => (typeof value === "string" ? value : "");
function moment(value: unknown): Date | null {
  const date = value instanceof Date ? value : new Date(text(value));
  return Number.isNaN(date.getTime()) ? null : date;
}

/** The codes of communes among values. */
export const codesIn = (...all: readonly Values[]): string[] =>
  all.map(({ communeCode }) => text(communeCode)).filter(Boolean);

/**
 * What changed, before and after, as participants read it. `after` holds every field of `before`; hours are said
 * together, the one that did not move taken from `event`.
 */
export function toldChanges(
  before: Values,
  after: Values,
  event: { startsAt: Date; endsAt: Date; zone: string },
  communes: ReadonlyMap<string, string>,
): { changes: ToldChange[]; others: boolean } {
  const changes: ToldChange[] = [];
  const fields = Object.keys(after);
  if (fields.some((field) => HOURS.includes(field))) {
    const hours = (values: Values, otherwise: { startsAt: Date; endsAt: Date }) => ({
      startsAt: moment(values.startsAt) ?? otherwise.startsAt,
      endsAt: moment(values.endsAt) ?? otherwise.endsAt,
    });
    const now = hours(after, event);
    const zone = zones.includes(text(before.zone)) ? text(before.zone) : event.zone;
    const [was, is] = [whenWords(hours(before, now), zone), whenWords(now, event.zone || PARIS)];
    if (was !== is) changes.push({ name: "Quand", before: was, after: is });
  }
  for (const [field, name] of Object.entries(names)) {
    if (!fields.includes(field)) continue;
    const words = (value: unknown) =>
      field === "communeCode" ? (communes.get(text(value)) ?? text(value)) : text(value);
    const [was, is] = [words(before[field]), words(after[field])];
    if (was !== is) changes.push({ name, before: was, after: is });
  }
  const others = fields.some((field) => !(field in names) && !HOURS.includes(field));
  return { changes, others };
}
