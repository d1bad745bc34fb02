"use client";

import { useEffect } from "react";
import { forgetSent } from "@/ui/use-form-draft.ts";

/** Where the form of a note keeps this member's draft: a telephone may be shared. */
export const noteDraft = (memberId: string, id: string) => `coopol:note:${memberId}:${id}`;

/** On the page of a note: what was kept of its form has arrived. */
export function ForgetNoteDraft({ me, ids }: { me: string; ids: readonly string[] }) {
  useEffect(() => {
    for (const id of ids) forgetSent(noteDraft(me, id));
  }, [me, ids]);
  return null;
}
