"use client";

import { useEffect } from "react";
import { forgetSent } from "@/ui/use-form-draft.ts";

/** Where the form of a new debate keeps this member's draft: a computer may be shared. */
export const newDebateDraft = (memberId: string) => `coopol:debat-nouveau:${memberId}`;

/** On the page where a new debate leads: what was kept of its form has arrived. */
export function ForgetNewDebateDraft({ me }: { me: string }) {
  useEffect(() => forgetSent(newDebateDraft(me)), [me]);
  return null;
}
