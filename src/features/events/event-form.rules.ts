import { zonedDay, zonedField } from "@/core/zoned-time.ts";
import type { EventAudience, EventKind } from "./event.rules.ts";
import { type EventTemplate, eventTemplates, nextWeekday } from "./template.rules.ts";

/** The fields of an event's form by their names, as texts: "title", "day", "shifts.0.from". */
export type EventFormValues = Readonly<Record<string, string>>;

export const shiftFields = ["id", "label", "day", "from", "to", "needed", "maximum"] as const;
export type ShiftField = (typeof shiftFields)[number];

export type FormShift = {
  id?: string;
  label: string;
  startsAt: Date;
  endsAt: Date;
  needed: number;
  maximum: number | null;
};

export type FormContent = {
  title: string;
  description: string;
  zone: string;
  commune: { code: string; label: string } | null;
  address: string;
  meetingPoint: string;
  latitude: number | null;
  longitude: number | null;
  onlineUrl: string | null;
  audience: EventAudience;
  adherentsOnly: boolean;
  debateId: string | null;
  shifts: readonly FormShift[];
};

const numberText = (number: number | null) => (number === null ? "" : String(number));
const named = (index: number, fields: Partial<Record<ShiftField, string>>) =>
  Object.entries(fields).map(([name, value]) => [`shifts.${index}.${name}`, value]);

/** What an event is, as its form holds it. */
export function formValues(content: FormContent): EventFormValues {
  const { zone, commune, latitude, longitude, onlineUrl, debateId, adherentsOnly, shifts } = content;
  const { title, description, address, meetingPoint, audience } = content;
  const day = shifts[0] ? zonedDay(shifts[0].startsAt, zone) : "";
  return {
    ...{ title, description, address, meetingPoint, audience, day },
    commune: commune?.label ?? "",
    communeCode: commune?.code ?? "",
    latitude: numberText(latitude),
    longitude: numberText(longitude),
    onlineUrl: onlineUrl ?? "",
    adherentsOnly: adherentsOnly ? "oui" : "",
    debateId: debateId ?? "",
    ...Object.fromEntries(shifts.flatMap((shift, index) => named(index, shiftTexts(shift, zone, day)))),
  };
}

function shiftTexts({ id, label, startsAt, endsAt, needed, maximum }: FormShift, zone: string, day: string) {
  const own = zonedDay(startsAt, zone);
  return {
    ...(id && { id }),
    label,
    day: own === day ? "" : own,
    from: zonedField(startsAt, zone).slice(11),
    to: zonedField(endsAt, zone).slice(11),
    needed: needed === 0 ? "" : String(needed),
    maximum: numberText(maximum),
  };
}

/** What a new event of a kind is before anything is typed. `today`: the calendar day where it will be. */
export function templateValues(
  kind: EventKind,
  { today, commune }: { today: string; commune: { code: string; label: string } | null },
): EventFormValues {
  const { title, weekday, audience, bring, shifts }: EventTemplate = eventTemplates[kind];
  return {
    title,
    audience,
    day: nextWeekday(today, weekday),
    bring: bring.join("\n"),
    commune: commune?.label ?? "",
    communeCode: commune?.code ?? "",
    ...Object.fromEntries(
      shifts.flatMap(({ from, to, label, needed, maximum }, index) =>
        named(index, { from, to, label, needed: needed === 0 ? "" : String(needed), maximum: numberText(maximum) }),
      ),
    ),
  };
}

/** The shifts in a form's fields: those that have an hour, with the row that each stands on. */
export function shiftsOf(fields: Readonly<Record<string, string | string[]>>): {
  rows: number[];
  shifts: Record<string, string | string[]>[];
} {
  const rows = [...new Set(Object.keys(fields).flatMap((name) => /^shifts\.(\d{1,3})\.\w+$/.exec(name)?.[1] ?? []))]
    .map(Number)
    .sort((a, b) => a - b)
    .filter((row) => fields[`shifts.${row}.from`] || fields[`shifts.${row}.to`]);
  const prefix = (row: number) => `shifts.${row}.`;
  const shifts = rows.map((row) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) =>
        name.startsWith(prefix(row)) ? [[name.slice(prefix(row).length), value]] : [],
      ),
    ),
  );
  return { rows, shifts };
}

/** "Tables × 2" is two of them; one a line. */
export function itemsOf(text: string): { label: string; quantity: number }[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [, label, count] = /^(.+?)\s*[x×*]\s*(\d{1,4})$/i.exec(line) ?? [];
      return label && Number(count) > 0 ? { label, quantity: Number(count) } : { label: line, quantity: 1 };
    });
}
