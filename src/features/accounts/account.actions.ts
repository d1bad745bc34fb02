"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/core/form-state.ts";
import { paths } from "@/core/paths.ts";
import { clearCodeCookie, readCodeCookie, setCodeCookie } from "@/platform/next/code-cookie.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { clearInvitationCookie, readInvitationCookie } from "@/platform/next/invitation-cookie.ts";
import { keepReturn, takeReturn } from "@/platform/next/return-cookie.ts";
import { clearSessionCookie, readSessionId, setSessionCookie } from "@/platform/next/session-cookie.ts";
import { searchCommunes } from "../territory/index.ts";
import { setAppearanceCookie } from "./components/appearance-cookie.ts";
import { saying } from "./components/said-notice.tsx";
import type { MoveTownState, SignUpState, WithCommunes } from "./components/sign-up-state.ts";
import * as accounts from "./index.ts";
import { findHalfOpenSession } from "./second-factor.queries.ts";

type Fields = Record<string, string | string[]>;
type AskedCode = { codeId: string; browserSecret: string };
type OpenedSession = { sessionId: string };

const userAgent = async () => (await headers()).get("user-agent") ?? "";
const withBrowser = async (fields: Fields) => ({ ...fields, userAgent: await userAgent() });
const withProof = async (fields: Fields) => ({ ...fields, ...(await readCodeCookie()) });
const withProofAndBrowser = async (fields: Fields) => withBrowser(await withProof(fields));

/** Keeps the code's proof in the browser, and goes to where the code is written. */
const toCode = (path: string) => async (asked: AskedCode) => {
  await setCodeCookie(asked);
  redirect(path);
};

const intoSession = async ({ sessionId }: OpenedSession) => {
  await setSessionCookie(sessionId);
  await clearCodeCookie();
  await clearInvitationCookie();
  if (await findHalfOpenSession(sessionId)) redirect(paths.signInSecondFactor);
  return toWhereSheWasGoing();
};

async function toWhereSheWasGoing(): Promise<never> {
  const to = (await takeReturn()) ?? paths.memberHome;
  redirect(to);
}

/** The form without where it leads, which this browser keeps meanwhile. */
async function withReturn(posted: unknown): Promise<FormData> {
  const form = posted instanceof FormData ? posted : new FormData(); // an action can be called with anything
  await keepReturn(form.get("vers"));
  form.delete("vers");
  return form;
}

const submitSignUp = formAction(accounts.requestSignUp, {
  read: async (fields) => ({ ...(await withCommune(fields)), ...(await readInvitationCookie()) }),
  then: toCode(paths.signUpCode),
});

/** Sign-up; when the commune was typed without JavaScript, answers with the communes to choose from. */
export async function signUpAction(state: SignUpState, form: FormData): Promise<SignUpState> {
  // Gone back to mend what was typed, the form no longer says where she was going: this browser still knows.
  const sent = form instanceof FormData && form.has("vers") ? await withReturn(form) : form;
  return withChoices(await submitSignUp(state, sent), sent);
}

const submitMove = formAction(accounts.moveTown, {
  read: withCommune,
  then: () => redirect(saying(paths.account, "commune-enregistree")),
});

/** Moving to another commune; as at sign-up, without JavaScript the server answers with a choice. */
export async function moveTownAction(state: MoveTownState, form: FormData): Promise<MoveTownState> {
  return withChoices(await submitMove(state, form), form);
}

/** Adds the communes that what was typed may mean, when none was chosen. */
async function withChoices<State extends FormState>(next: State, form: unknown): Promise<WithCommunes<State>> {
  if (!(form instanceof FormData)) return next; // an action can be called with anything
  const communeCode = textOf(form.getAll("communeCode"));
  const communes = next.error?.fields?.communeCode ? await searchCommunes({ text: textOf(form.get("commune")) }) : [];
  return { ...next, values: { ...next.values, communeCode }, communes };
}

export const requestAnotherSignUpCodeAction = formAction(accounts.requestAnotherCode, {
  read: withProof,
  then: toCode(saying(paths.signUpCode, "code-renvoye")),
});
const submitSignInCode = formAction(accounts.requestSignInCode, { then: toCode(paths.signInCode) });
export async function requestSignInCodeAction(state: FormState<AskedCode>, form: FormData) {
  return await submitSignInCode(state, await withReturn(form));
}
export const requestAnotherSignInCodeAction = formAction(accounts.requestAnotherCode, {
  read: withProof,
  then: toCode(saying(paths.signInCode, "code-renvoye")),
});
export const confirmCodeAction = formAction(accounts.confirmCode, { read: withProofAndBrowser, then: intoSession });
const submitPassword = formAction(accounts.signInWithPassword, { read: withBrowser, then: intoSession });
export async function signInWithPasswordAction(state: FormState<OpenedSession>, form: FormData) {
  return await submitPassword(state, await withReturn(form));
}
const submitCast = formAction(accounts.enterAs, { read: withBrowser, then: intoSession });
export async function enterAsAction(state: FormState<OpenedSession>, form: FormData) {
  return await submitCast(state, await withReturn(form));
}

export const requestPasswordResetAction = formAction(accounts.requestPasswordReset, {
  then: toCode(paths.resetPasswordCode),
});
export const resetPasswordAction = formAction(accounts.resetPassword, {
  read: withProofAndBrowser,
  then: intoSession,
});

/** Shows the page as it is now, under the form that changed it. */
const stay = { then: () => refresh() };
export const setPasswordAction = formAction(accounts.setPassword, stay);
export const requestEmailChangeAction = formAction(accounts.requestEmailChange, {
  then: toCode(paths.accountEmailCode),
});
export const confirmEmailChangeAction = formAction(accounts.confirmEmailChange, {
  read: withProof,
  async then() {
    await clearCodeCookie();
    redirect(saying(paths.account, "adresse-changee"));
  },
});
export const revokeSessionAction = formAction(accounts.revokeSession, stay);
export const revokeOtherSessionsAction = formAction(accounts.revokeOtherSessions, stay);
export const answerPublicNameAction = formAction(accounts.answerPublicName, stay);

const withSession = async (fields: Fields) => ({ ...fields, sessionId: (await readSessionId()) ?? "" });
export const passSecondFactorAction = formAction(accounts.passSecondFactor, {
  read: withSession,
  then: toWhereSheWasGoing,
});
export const abandonSignInAction = formAction(accounts.abandonSignIn, {
  read: () => withSession({}),
  then: () => leaveTo(paths.signIn),
});
export const startSecondFactorAction = formAction(accounts.startSecondFactor, stay);
export const confirmSecondFactorAction = formAction(accounts.confirmSecondFactor, stay);
export const renewRecoveryCodesAction = formAction(accounts.renewRecoveryCodes, stay);
export const removeSecondFactorAction = formAction(accounts.removeSecondFactor, stay);

export const chooseAppearanceAction = formAction(accounts.chooseAppearance, {
  async then(appearance) {
    await setAppearanceCookie(appearance);
    redirect(saying(paths.appearance, "apparence-choisie"));
  },
});

export const signOutAction = formAction(accounts.signOut, { read: () => ({}), then: () => leaveTo(paths.home) });

async function leaveTo(path: string) {
  await clearSessionCookie();
  redirect(path);
}

/** A field's text; of a field that is there twice, the first one filled in. */
const textOf = (value: unknown): string => {
  const texts: unknown[] = Array.isArray(value) ? value : [value];
  return texts.find((text): text is string => typeof text === "string" && text !== "") ?? "";
};

/** The chosen commune or country; what was typed when it can mean only one place. */
async function withCommune({ commune, country, abroad, communeCode, ...rest }: Fields): Promise<Fields> {
  if (textOf(country)) return { ...rest, communeCode: textOf(country) };
  if (textOf(communeCode)) return { ...rest, communeCode: textOf(communeCode) };
  const found = textOf(commune) ? await searchCommunes({ text: textOf(commune), limit: 2 }) : [];
  return { ...rest, communeCode: found.length === 1 ? (found[0]?.code ?? "") : "" };
}
