"use client";

import { useEffect } from "react";
import { forgetSent } from "@/ui/use-form-draft.ts";

/** Where the form of a new group keeps this member's draft: a computer may be shared. */
export const newGroupDraft = (memberId: string) => `coopol:groupe-nouveau:${memberId}`;

/** On the page where a new group leads: what was kept of its form has arrived. */
export function ForgetGroupDraft({ me }: { me: string }) {
  useEffect(() => forgetSent(newGroupDraft(me)), [me]);
  return null;
}
