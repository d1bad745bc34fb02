"use client";

import { useEffect, useRef, useState } from "react";
import { weekdayAndDay } from "@/core/french-dates.ts";
import { holidayOn } from "@/core/holidays.ts";
import { Checkbox } from "@/ui/choice-field.tsx";
import { SelectField, TextField } from "@/ui/text-field.tsx";
import {
  addDays,
  type Day,
  patternOf,
  patternWords,
  type Repeat,
  repeats,
  type SeriesRule,
  seriesDays,
} from "../series.rules.ts";

type Values = Readonly<Record<string, string>>;
const SHOWN = 6;
/** Before a day is chosen, and without JavaScript. */
const plain: Record<Repeat, string> = {
  weekly: "Chaque semaine",
  weekly2: "Toutes les 2 semaines",
  weekly3: "Toutes les 3 semaines",
  weekly4: "Toutes les 4 semaines",
  monthly: "Chaque mois, le même jour (le premier jeudi, par exemple)",
  monthly2: "Tous les 2 mois, le même jour",
  monthly3: "Tous les 3 mois, le même jour",
  last: "Chaque mois, le dernier (le dernier jeudi, par exemple)",
};

/** How an event comes back, from its day on: the rhythm, until when, with or without public holidays; the next dates in words. */
export function SeriesFields({
  values,
  errors,
  scope,
  day: fixed,
  optional,
}: {
  values: Values;
  errors: Readonly<Record<string, string>>;
  /** Whose public holidays. */
  scope: string;
  /** The event's day, where no field of the same form says it. */
  day?: Day;
  /** Whether it may be left alone: "ne se répète pas". */
  optional?: boolean;
}) {
  const place = useRef<HTMLFieldSetElement>(null);
  const [typed, setTyped] = useState<Values>({ day: fixed ?? values.day ?? "", repeat: values.repeat ?? "" });
  // The day is another field of the form; each is followed as it is typed.
  useEffect(() => {
    const form = place.current?.form;
    if (!form) return;
    const read = () => {
      const fields = new FormData(form);
      const text = (name: string) => String(fields.get(name) ?? "");
      setTyped({
        day: fixed ?? text("day"),
        repeat: text("repeat"),
        until: text("until"),
        skipHolidays: text("skipHolidays"),
        scope: text("scope"),
      });
    };
    read();
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, [fixed]);
  const day = /^\d{4}-\d\d-\d\d$/.test(typed.day ?? "") ? (typed.day ?? "") : null;
  return (
    <fieldset ref={place} className="grid gap-3">
      <SelectField
        key={values.repeat}
        name="repeat"
        label="Se répète"
        required={!optional}
        defaultValue={values.repeat ?? ""}
        error={errors.repeat}
      >
        {optional && <option value="">Ne se répète pas</option>}
        {repeats.map((repeat) => (
          <option key={repeat} value={repeat}>
            {(day && wordsOf(repeat, day)) || plain[repeat]}
          </option>
        ))}
      </SelectField>
      <TextField
        name="until"
        type="date"
        label="Dernière date"
        hint="Vide : jusqu’à ce que quelqu’un arrête."
        defaultValue={values.until}
        error={errors.until}
        className="max-w-56"
      />
      <Checkbox
        key={`holidays-${values.skipHolidays}`}
        name="skipHolidays"
        value="oui"
        label="Pas les jours fériés"
        defaultChecked={values.skipHolidays === "oui"}
      />
      {day && typed.repeat && <Preview day={day} typed={typed} scope={typed.scope || scope} />}
    </fieldset>
  );
}

function wordsOf(repeat: Repeat, day: Day): string | null {
  const pattern = patternOf(repeat, day);
  if (!pattern) return null;
  const words = patternWords(pattern);
  return (words[0]?.toLocaleUpperCase("fr") ?? "") + words.slice(1);
}

/** The first dates, with the public holidays among them said in words. */
function Preview({ day, typed, scope }: { day: Day; typed: Values; scope: string }) {
  const pattern = patternOf(typed.repeat as Repeat, day);
  if (!pattern)
    return (
      <p className="text-note text-amber">
        La date choisie n’est pas la dernière de son mois : choisis un autre rythme.
      </p>
    );
  const rule: SeriesRule = {
    ...{ ...pattern, fromDay: day, untilDay: typed.until || null, skipHolidays: false },
    ...{ startMinute: 0, minutes: 60, zone: "UTC" },
  };
  const days = seriesDays(rule, { from: day, to: addDays(day, 800), scope }).slice(0, SHOWN);
  return (
    <div className="text-note text-ink-2">
      <p className="font-[650]">Les premières dates</p>
      <ul>
        {days.map((one, index) => {
          const holiday = holidayOn(one, scope);
          const skipped = holiday && typed.skipHolidays === "oui" && index > 0;
          return (
            <li key={one}>
              <span className={skipped ? "line-through" : undefined}>
                {weekdayAndDay(new Date(`${one}T12:00:00Z`), "UTC")}
              </span>
              {holiday && ` · jour férié : ${holiday}${skipped ? ", pas cette fois" : ""}`}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
