"use client";

import { type ReactNode, useEffect, useState } from "react";
import { fullMoment } from "@/core/french-dates.ts";
import { parisField, parisMoment } from "@/core/paris-time.ts";
import { Button } from "@/ui/button.tsx";
import { TextField } from "@/ui/text-field.tsx";

export type DateName = "opensAt" | "debateAt" | "voteAt" | "closesAt";
/** As date fields hold them, in Paris: "2026-11-28T18:30", or "" where a host decides. */
export type DateFields = Record<DateName, string>;

const DAY_MS = 86_400_000;

/** The same hour some days later, on the calendar. */
function daysLater(field: string, days: number): string {
  const at = Date.parse(`${field}Z`);
  return Number.isNaN(at) ? "" : new Date(at + days * DAY_MS).toISOString().slice(0, 16);
}

/** A week of ideas, two of debate, one of vote. */
export const usualDates = (opensAt: string): DateFields => ({
  opensAt,
  debateAt: daysLater(opensAt, 7),
  voteAt: daysLater(opensAt, 21),
  closesAt: daysLater(opensAt, 28),
});

/** Tomorrow at nine in Paris. */
export const tomorrowAtNine = (now: string) => `${daysLater(now, 1).slice(0, 10)}T09:00`;

const rows: readonly { name: DateName; label: string; hint: string; optional?: true }[] = [
  {
    name: "opensAt",
    label: "Les idées",
    hint: "Chacun·e propose ses arguments, on ne vote pas encore.",
  },
  {
    name: "debateAt",
    label: "Le débat",
    hint: "On se répond, et on vote sur chaque contribution.",
    optional: true,
  },
  { name: "voteAt", label: "Le vote", hint: "On n’écrit plus : on vote seulement.", optional: true },
  {
    name: "closesAt",
    label: "La fin",
    hint: "La participation s’arrête ; tu écris la synthèse.",
  },
];

/** When each phase begins. For a new debate, dates that nobody chose yet (`fresh`) follow the opening. */
export function ScheduleFields({
  dates: initial,
  errors,
  begun = [],
  isNew,
  fresh,
}: {
  dates: DateFields;
  errors: Readonly<Record<string, string>>;
  /** Those that are past: read, not changed. */
  begun?: readonly DateName[];
  isNew?: boolean;
  fresh?: boolean;
}) {
  const [dates, setDates] = useState(initial);
  const [following, setFollowing] = useState(fresh ?? false);

  function change(name: DateName, value: string): void {
    if (name !== "opensAt") setFollowing(false);
    setDates((old) => (name === "opensAt" && following && value ? usualDates(value) : { ...old, [name]: value }));
  }

  return (
    <div className="grid gap-5">
      <ol className="grid gap-5">
        {rows.map(({ name, label, hint, optional }) => (
          <li key={name} className="border-l-[3px] border-line pl-4 has-aria-invalid:border-rose">
            {begun.includes(name) ? (
              <Begun label={label} name={name} value={dates[name]} />
            ) : (
              <TextField
                name={name}
                type="datetime-local"
                label={label}
                hint={optional ? `${hint} Laisse vide pour lancer cette étape toi-même.` : hint}
                required={!optional}
                value={dates[name]}
                onChange={(event) => change(name, event.target.value)}
                error={errors[name]}
                className="[&_input]:max-w-64"
              />
            )}
            {name === "opensAt" && isNew && <Shortcuts onChoose={(value) => change("opensAt", value)} />}
          </li>
        ))}
      </ol>
      <p className="text-note text-ink-3">Heure de Paris.</p>
    </div>
  );
}

/** A phase that has begun keeps its date. */
function Begun({ label, name, value }: { label: ReactNode; name: DateName; value: string }) {
  const begun = parisMoment(value);
  return (
    <div>
      <p className="text-[0.96875rem] font-[650]">{label}</p>
      <p className="text-note text-ink-3">{begun ? `Depuis le ${fullMoment(begun)}` : "Déjà commencé"}</p>
      <input type="hidden" name={name} value={value} />
    </div>
  );
}

function Shortcuts({ onChoose }: { onChoose: (value: string) => void }) {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  if (!alive) return <p className="mt-2 text-note text-ink-3">Une heure déjà passée ouvre le débat tout de suite.</p>;
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <Button size="compact" variant="secondary" onClick={() => onChoose(parisField(new Date()))}>
        Tout de suite
      </Button>
      <Button size="compact" variant="secondary" onClick={() => onChoose(tomorrowAtNine(parisField(new Date())))}>
        Demain à 9 h
      </Button>
    </div>
  );
}
