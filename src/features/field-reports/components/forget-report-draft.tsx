"use client";

import { useEffect } from "react";
import { forgetSent } from "@/ui/use-form-draft.ts";

/** Where the form of a report keeps this member's draft: a telephone may be shared. */
export const reportDraft = (memberId: string, id: string) => `coopol:compte-rendu:${memberId}:${id}`;

/** On the page of a report: what was kept of its form has arrived. */
export function ForgetReportDraft({ me, ids }: { me: string; ids: readonly string[] }) {
  useEffect(() => {
    for (const id of ids) forgetSent(reportDraft(me, id));
  }, [me, ids]);
  return null;
}
