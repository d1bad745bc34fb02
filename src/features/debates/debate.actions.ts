"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/core/form-state.ts";
import { parisMoment } from "@/core/paris-time.ts";
import { paths } from "@/core/paths.ts";
import { answerPublicName, getPublicNameAnswer } from "@/features/accounts/index.ts";
import { currentCaller } from "@/platform/next/current-actor.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { castVote } from "./commands/cast-vote.ts";
import { contribute } from "./commands/contribute.ts";
import { editContribution } from "./commands/edit-contribution.ts";
import { followDebate, unfollowDebate } from "./commands/follow-debate.ts";
import { reframeDebate, rescheduleDebate } from "./commands/frame-debate.ts";
import { addHost, removeHost } from "./commands/hosts.ts";
import { movePhase } from "./commands/move-phase.ts";
import { openDebate } from "./commands/open-debate.ts";
import { publishSynthesis } from "./commands/publish-synthesis.ts";
import { reopenPhase } from "./commands/reopen-phase.ts";
import { removeCover } from "./commands/set-cover.ts";

type Fields = Record<string, string | string[]>;

/** The dates of a form, as one writes them in Paris ("2026-11-28T18:30"), become moments. */
const withDates = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) =>
      /At$|^until$/.test(name) && typeof value === "string" ? [name, parisMoment(value) ?? value] : [name, value],
    ),
  ) as Fields;

/** Publishes; the answer about her public name, when the form asks it, is recorded first. */
export const contributeAction = formAction(contribute, {
  read: async ({ publicName, ...input }) => {
    if (publicName === "oui" || publicName === "non") {
      const caller = await currentCaller();
      // An old form posted again must not undo what she said since, in her account.
      const isAsked = caller.actor.kind === "member" && (await getPublicNameAnswer(caller.actor)) === "unasked";
      if (isAsked) await answerPublicName(caller, { answer: publicName });
    }
    return input;
  },
  then: () => refresh(),
});

export const answerPublicNameAction = formAction(answerPublicName);

export const editContributionAction = formAction(editContribution, {
  then: ({ debateId, slug, seq }) => redirect(`${paths.contribution({ id: debateId, slug }, seq)}#c-${seq}`),
});

export const followDebateAction = formAction(followDebate, { then: () => refresh() });
export const unfollowDebateAction = formAction(unfollowDebate, { then: () => refresh() });

export const openDebateAction = formAction(openDebate, {
  read: withDates,
  then: (debate) => redirect(paths.runDebate(debate)),
});
export const reframeDebateAction = formAction(reframeDebate, { then: (debate) => redirect(paths.runDebate(debate)) });
export const rescheduleDebateAction = formAction(rescheduleDebate, { read: withDates, then: () => refresh() });
export const movePhaseAction = formAction(movePhase, { then: () => refresh() });
export const reopenPhaseAction = formAction(reopenPhase, { read: withDates, then: () => refresh() });
export const addHostAction = formAction(addHost, { then: () => refresh() });
export const removeHostAction = formAction(removeHost, {
  then: ({ left, ...debate }) => (left ? redirect(paths.debate(debate)) : refresh()),
});
export const removeCoverAction = formAction(removeCover, { then: () => refresh() });
export const publishSynthesisAction = formAction(publishSynthesis, { then: () => refresh() });

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
  const side = ["contre", "neutre"].find((one) => one === form.get("side")) ?? "pour";
  redirect(`${paths.debates}/${page}?cote=${side}#c-${Number(seq)}`);
}
