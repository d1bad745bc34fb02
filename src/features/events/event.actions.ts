"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { type CommuneView, searchCommunes } from "@/features/territory/index.ts";
import { type FormState, formAction } from "@/platform/next/form-action.ts";
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

/** A form's rows of shifts and lines of things to bring become lists; what only helps to type is left out. */
function readEvent({ commune: _, bring, ...fields }: Fields): Record<string, unknown> {
  const named = Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith("shifts.")));
  const { communeCode } = fields;
  return {
    ...named,
    // The list and the line of text are both there without JavaScript.
    communeCode: Array.isArray(communeCode) ? (communeCode.findLast((code) => code !== "") ?? "") : communeCode,
    shifts: shiftsOf(fields).shifts,
    ...(typeof bring === "string" && { items: itemsOf(bring) }),
  };
}

/** Errors name the rows as they stand in the form; a commune that was typed and not chosen gets a choice. */
async function onForm<State extends FormState<unknown>>(next: State, posted: unknown): Promise<State & EventFormState> {
  if (!(posted instanceof FormData) || !next.error) return next; // an action can be called with anything
  const fields = Object.fromEntries([...posted].map(([name, value]) => [name, String(value)]));
  const { rows } = shiftsOf(fields);
  const errors = Object.fromEntries(
    Object.entries(next.error.fields ?? {}).map(([name, sentence]) => [
      name.replace(/^shifts\.(\d+)/, (_, index: string) => `shifts.${rows[Number(index)] ?? index}`),
      sentence,
    ]),
  );
  const asked = fields.commune?.trim() ?? "";
  const communeCode = posted.getAll("communeCode").findLast((code) => code !== "");
  const communes = asked && !communeCode ? await searchCommunes({ text: asked.slice(0, 80) }) : [];
  const error = next.error.fields ? { ...next.error, fields: errors } : next.error;
  return { ...next, error, values: { ...next.values, communeCode: String(communeCode ?? "") }, communes };
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
