"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/core/form-state.ts";
import { paths } from "@/core/paths.ts";
import { type CommuneView, findCommune, searchCommunes } from "@/features/territory/index.ts";
import { fieldsOf, formAction } from "@/platform/next/form-action.ts";
import { approveEvent, declineEvent } from "./commands/answer-proposal.ts";
import { cancelEvent } from "./commands/cancel-event.ts";
import { changeEvent } from "./commands/change-event.ts";
import { createEvent } from "./commands/create-event.ts";
import { discardEvent } from "./commands/discard-event.ts";
import { duplicateEvent } from "./commands/duplicate-event.ts";
import { publishEvent } from "./commands/publish-event.ts";
import { removeEventCover } from "./commands/set-event-cover.ts";
import { itemsOf, shiftsOf } from "./event-form.rules.ts";

type Fields = Record<string, string | string[]>;
/** The state of an event's form: with the communes to choose from, when one was typed without JavaScript. */
export type EventFormState = FormState<unknown> & { communes?: CommuneView[] };

/** No code of a commune: what was typed means none, or several. */
const UNKNOWN = "?";

/**
 * The commune of a form. Without scripts the code beside the line of text is still the first one, whatever was typed; the
 * list to choose from comes after it. What was typed counts when it is another commune's name, and one alone is meant.
 */
async function communeOf(fields: Fields): Promise<{ code: string; label?: string; choices: CommuneView[] }> {
  const codes = [fields.communeCode ?? ""].flat();
  const [text, code = ""] = [fields.commune, codes.at(-1)];
  if (typeof text !== "string") return { code, choices: [] };
  const typed = text.trim().slice(0, 80);
  const known = code ? await findCommune(code) : null;
  if (known && (codes.length > 1 || known.label === typed)) return { code, label: known.label, choices: [] };
  if (typed === "") return { code: "", choices: [] };
  const choices = await searchCommunes({ text: typed });
  const [only] = choices;
  if (only && choices.length === 1) return { code: only.code, label: only.label, choices: [] };
  return { code: UNKNOWN, choices };
}

/** A form's rows of shifts and lines of things to bring become lists; what only helps to type is left out. */
async function readEvent({ bring, ...fields }: Fields): Promise<Record<string, unknown>> {
  const { commune: _, ...others } = fields;
  const named = Object.fromEntries(Object.entries(others).filter(([name]) => !name.startsWith("shifts.")));
  return {
    ...named,
    communeCode: (await communeOf(fields)).code,
    shifts: shiftsOf(fields).shifts,
    ...(typeof bring === "string" && { items: itemsOf(bring) }),
  };
}

/** Errors name the rows as they stand in the form; a commune that was typed and not chosen gets a choice. */
async function onForm<State extends FormState<unknown>>(next: State, posted: unknown): Promise<State & EventFormState> {
  if (!(posted instanceof FormData) || !next.error) return next; // an action can be called with anything
  const fields = fieldsOf(posted);
  const { rows } = shiftsOf(fields);
  const errors = Object.fromEntries(
    Object.entries(next.error.fields ?? {}).map(([name, sentence]) => [
      name.replace(/^shifts\.(\d+)/, (_, index: string) => `shifts.${rows[Number(index)] ?? index}`),
      sentence,
    ]),
  );
  const { code, label, choices } = await communeOf(fields);
  const error = next.error.fields ? { ...next.error, fields: errors } : next.error;
  const commune = { ...(label && { commune: label }), communeCode: code === UNKNOWN ? "" : code };
  return { ...next, error, values: { ...next.values, ...commune }, communes: choices };
}

const create = formAction(createEvent, { read: readEvent, then: (event) => redirect(paths.event(event)) });
const change = formAction(changeEvent, { read: readEvent, then: (event) => redirect(paths.event(event)) });

export async function createEventAction(state: EventFormState, form: FormData): Promise<EventFormState> {
  return onForm(await create(state as FormState<never>, form), form);
}

export async function changeEventAction(state: EventFormState, form: FormData): Promise<EventFormState> {
  return onForm(await change(state as FormState<never>, form), form);
}

export const publishEventAction = formAction(publishEvent, { then: () => refresh() });
export const approveEventAction = formAction(approveEvent, { then: () => refresh() });
export const declineEventAction = formAction(declineEvent, { then: () => refresh() });
export const cancelEventAction = formAction(cancelEvent, { then: (event) => redirect(paths.event(event)) });
export const duplicateEventAction = formAction(duplicateEvent, { then: (event) => redirect(paths.editEvent(event)) });
export const discardEventAction = formAction(discardEvent, { then: () => redirect(paths.agenda) });
export const removeEventCoverAction = formAction(removeEventCover, { then: () => refresh() });
