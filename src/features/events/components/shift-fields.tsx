"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Icon } from "@/ui/icons.tsx";
import { TextField } from "@/ui/text-field.tsx";
import type { EventFormValues } from "../event-form.rules.ts";

type Row = { number: number; from: string; to: string };

/** As many rows as there are with hours; one more where scripts do not run, to be filled or left empty. */
function rowsOf(values: EventFormValues): Row[] {
  const numbers = [...new Set(Object.keys(values).flatMap((name) => /^shifts\.(\d+)\./.exec(name)?.[1] ?? []))];
  const rows = numbers
    .map(Number)
    .sort((a, b) => a - b)
    .map((number) => ({
      number,
      from: values[`shifts.${number}.from`] ?? "",
      to: values[`shifts.${number}.to`] ?? "",
    }));
  return rows.length > 0 ? rows : [{ number: 0, from: "", to: "" }];
}

const MINUTES_IN_DAY = 24 * 60;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const isTime = (time: string) => /^\d\d:\d\d$/.test(time);

/** The same time so many minutes later, on the clock. */
function later(time: string, minutes: number): string {
  if (!isTime(time)) return time;
  const at = (((minutesOf(time) + minutes) % MINUTES_IN_DAY) + MINUTES_IN_DAY) % MINUTES_IN_DAY;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}

/** Another beginning moves the end, and the shifts that follow without a gap: a morning is set with one field. */
function begunAt(rows: readonly Row[], index: number, from: string): Row[] {
  const old = rows[index]?.from ?? "";
  const by = isTime(old) && isTime(from) ? minutesOf(from) - minutesOf(old) : 0;
  let follows = true;
  return rows.map((row, at) => {
    if (at === index) return { ...row, from, to: later(row.to, by) };
    if (at < index || !follows || row.from !== rows[at - 1]?.to) {
      if (at > index) follows = false;
      return row;
    }
    return { ...row, from: later(row.from, by), to: later(row.to, by) };
  });
}

/** When, and with how many: one shift is the whole event. */
export function ShiftFields({
  values,
  errors,
  most,
}: {
  values: EventFormValues;
  errors: Readonly<Record<string, string>>;
  most: number;
}) {
  const [rows, setRows] = useState(() => rowsOf(values));
  const [alive, setAlive] = useState(false);
  const added = useRef<number | null>(null);
  useEffect(() => setAlive(true), []);
  // The new row is where one goes on.
  useEffect(() => {
    if (added.current === null) return;
    document.getElementById(`shifts.${added.current}.from`)?.focus();
    added.current = null;
  });
  const next = Math.max(...rows.map(({ number }) => number)) + 1;
  // Without scripts an empty row stands ready; emptying the hours of one takes it off.
  const shown = alive ? rows : [...rows, { number: next, from: "", to: "" }];

  function add(): void {
    const last = rows.at(-1);
    const length = last && isTime(last.from) && isTime(last.to) ? minutesOf(last.to) - minutesOf(last.from) : 60;
    const from = last?.to ?? "";
    added.current = next;
    setRows([...rows, { number: next, from, to: later(from, length > 0 ? length : 60) }]);
  }

  return (
    <div className="grid gap-3">
      <ol className="grid gap-3">
        {shown.map((row, index) => (
          <ShiftRow
            key={row.number}
            row={row}
            alone={rows.length === 1}
            extra={index >= rows.length}
            place={index + 1}
            values={values}
            errors={errors}
            onFrom={(from) => setRows(begunAt(rows, index, from))}
            onTo={(to) => setRows(rows.map((one, at) => (at === index ? { ...one, to } : one)))}
            onRemove={alive && rows.length > 1 ? () => setRows(rows.filter((_, at) => at !== index)) : null}
          />
        ))}
      </ol>
      {alive && rows.length < most && (
        <Button variant="secondary" size="compact" icon="plus" onClick={add} className="justify-self-start">
          Ajouter un créneau
        </Button>
      )}
      {errors.shifts && <p className="text-note font-semibold text-rose-strong">{errors.shifts}</p>}
    </div>
  );
}

function ShiftRow({
  row,
  alone,
  extra,
  place,
  values,
  errors,
  onFrom,
  onTo,
  onRemove,
}: {
  row: Row;
  alone: boolean;
  /** Stands ready where scripts do not run. */
  extra: boolean;
  place: number;
  values: EventFormValues;
  errors: Readonly<Record<string, string>>;
  onFrom: (from: string) => void;
  onTo: (to: string) => void;
  onRemove: (() => void) | null;
}) {
  const name = (field: string) => `shifts.${row.number}.${field}`;
  const value = (field: string) => values[name(field)] ?? "";
  const error = (field: string) => errors[name(field)];
  const named = Boolean(value("label") || value("day") || error("label") || error("day"));
  return (
    <li className="rounded-card border border-line bg-card px-4 py-3.5">
      {value("id") && <input type="hidden" name={name("id")} value={value("id")} />}
      <fieldset>
        {(!alone || extra) && (
          <legend className="float-left mb-2 font-[650]">
            {extra ? "Un autre créneau (facultatif)" : `Créneau ${place}`}
          </legend>
        )}
        {onRemove && (
          <button
            type="button"
            onClick={onRemove}
            className="float-right -mt-2.5 -mr-2.5 grid size-11 place-items-center rounded-full text-ink-2 hover:bg-sunken"
          >
            <Icon name="cross" size={18} label={`Retirer le créneau ${place}`} />
          </button>
        )}
        <div className="clear-both grid grid-cols-2 gap-3 sm:grid-cols-4">
          <TextField
            name={name("from")}
            id={name("from")}
            type="time"
            label="De"
            required={!extra && place === 1}
            value={extra ? undefined : row.from}
            onChange={extra ? undefined : (event) => onFrom(event.target.value)}
            error={error("from")}
          />
          <TextField
            name={name("to")}
            id={name("to")}
            type="time"
            label="À"
            required={!extra && place === 1}
            value={extra ? undefined : row.to}
            onChange={extra ? undefined : (event) => onTo(event.target.value)}
            error={error("to")}
          />
          <TextField
            name={name("needed")}
            id={name("needed")}
            inputMode="numeric"
            maxLength={5}
            label="Il en faut"
            defaultValue={value("needed")}
            error={error("needed")}
          />
          <TextField
            name={name("maximum")}
            id={name("maximum")}
            inputMode="numeric"
            maxLength={5}
            label="Au plus"
            defaultValue={value("maximum")}
            error={error("maximum")}
          />
        </div>
        <details open={named} className="mt-1">
          <summary className="inline-flex min-h-11 items-center text-note font-semibold text-ink-2 underline underline-offset-2">
            Un nom, un autre jour
          </summary>
          <div className="grid gap-3 pb-1 sm:grid-cols-2">
            <TextField
              name={name("label")}
              id={name("label")}
              label="Nom du créneau"
              maxLength={80}
              defaultValue={value("label")}
              error={error("label")}
            />
            <TextField
              name={name("day")}
              id={name("day")}
              type="date"
              label="Un autre jour"
              defaultValue={value("day")}
              error={error("day")}
            />
          </div>
        </details>
      </fieldset>
    </li>
  );
}
