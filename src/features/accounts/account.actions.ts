"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { clearSessionCookie, setSessionCookie } from "@/platform/next/session-cookie.ts";
import { searchCommunes } from "../territory/index.ts";
import { clearCodeCookie, readCodeCookie, setCodeCookie } from "./components/code-cookie.ts";
import { saying } from "./components/said-notice.tsx";
import type { SignUpState } from "./components/sign-up-state.ts";
import * as accounts from "./index.ts";

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
  redirect(paths.memberHome);
};

const submitSignUp = formAction(accounts.requestSignUp, { read: withCommune, then: toCode(paths.signUpCode) });

/** Sign-up; when the commune was typed without JavaScript, answers with the communes to choose from. */
export async function signUpAction(state: SignUpState, form: FormData): Promise<SignUpState> {
  const next: SignUpState = await submitSignUp(state, form);
  if (!(form instanceof FormData)) return next; // an action can be called with anything
  const communeCode = textOf(form.getAll("communeCode"));
  const communes = next.error?.fields?.communeCode ? await searchCommunes({ text: textOf(form.get("commune")) }) : [];
  return { ...next, values: { ...next.values, communeCode }, communes };
}

export const requestAnotherSignUpCodeAction = formAction(accounts.requestAnotherCode, {
  read: withProof,
  then: toCode(saying(paths.signUpCode, "code-renvoye")),
});
export const requestSignInCodeAction = formAction(accounts.requestSignInCode, { then: toCode(paths.signInCode) });
export const requestAnotherSignInCodeAction = formAction(accounts.requestAnotherCode, {
  read: withProof,
  then: toCode(saying(paths.signInCode, "code-renvoye")),
});
export const confirmCodeAction = formAction(accounts.confirmCode, { read: withProofAndBrowser, then: intoSession });
export const signInWithPasswordAction = formAction(accounts.signInWithPassword, {
  read: withBrowser,
  then: intoSession,
});
export const enterAsAction = formAction(accounts.enterAs, { read: withBrowser, then: intoSession });

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

export const requestErasureCodeAction = formAction(accounts.requestErasureCode, {
  then: toCode(paths.accountErasure),
});
export const eraseAccountAction = formAction(accounts.eraseAccount, {
  read: async (fields) => ("password" in fields ? fields : withProof(fields)),
  then: () => leaveTo(saying(paths.signIn, "compte-supprime")),
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
