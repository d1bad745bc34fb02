"use client";

import { useEffect } from "react";
import { forgetSent, newDebateDraft } from "./use-form-draft.ts";

/** On the page where a new debate leads: what was kept of its form has arrived. */
export function ForgetNewDebateDraft({ me }: { me: string }) {
  useEffect(() => forgetSent(newDebateDraft(me)), [me]);
  return null;
}
