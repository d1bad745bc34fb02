"use server";

import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { answerPublicName } from "@/features/accounts/index.ts";
import { currentCaller } from "@/platform/next/current-actor.ts";
import { type FormState, formAction } from "@/platform/next/form-action.ts";
import { castVote } from "./commands/cast-vote.ts";
import { contribute } from "./commands/contribute.ts";

/** Publishes; the answer about her public name, when the form asks it, is recorded first. */
export const contributeAction = formAction(contribute, {
  read: async ({ publicName, ...input }) => {
    if (publicName === "oui" || publicName === "non")
      await answerPublicName(await currentCaller(), { answer: publicName });
    return input;
  },
});

export const answerPublicNameAction = formAction(answerPublicName);

const vote = formAction(castVote, {
  read: ({ vote: pressed }) => {
    const [value, contributionId] = String(pressed).split(".");
    return { value, contributionId };
  },
});

/** A vote without JavaScript: back to the contribution that was voted on. */
export async function voteAction(state: FormState, form: FormData): Promise<FormState> {
  const outcome = await vote({}, form);
  if (!(form instanceof FormData)) return outcome; // an action can be called with anything
  const [, , seq] = String(form.get("vote")).split(".");
  const page = String(form.get("debate"));
  if (outcome.error || !/^[0-9a-z]{12}-[a-z0-9-]+$/.test(page)) return { ...state, ...outcome };
  const side = form.get("side") === "contre" ? "contre" : "pour";
  redirect(`${paths.debates}/${page}?cote=${side}#c-${Number(seq)}`);
}
