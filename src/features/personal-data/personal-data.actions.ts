"use server";

import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { readCodeCookie, setCodeCookie } from "@/platform/next/code-cookie.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { clearSessionCookie } from "@/platform/next/session-cookie.ts";
import { eraseAccount, requestErasureCode } from "./index.ts";

export const requestErasureCodeAction = formAction(requestErasureCode, {
  async then(asked) {
    await setCodeCookie(asked);
    redirect(paths.accountErasure);
  },
});

export const eraseAccountAction = formAction(eraseAccount, {
  read: async (fields) => ("password" in fields ? fields : { ...fields, ...(await readCodeCookie()) }),
  async then() {
    await clearSessionCookie();
    redirect(`${paths.signIn}?fait=compte-supprime`);
  },
});
