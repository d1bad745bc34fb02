"use client";

import { useEffect } from "react";
import { forgetSent } from "@/ui/use-form-draft.ts";
import { profileDraft, shareDraft } from "./drafts.ts";

/** On the page where a post leads: what was kept of its form has arrived. */
export function ForgetDraft({ me }: { me: string }) {
  useEffect(() => {
    for (const key of [profileDraft(me), shareDraft(me)]) forgetSent(key);
  }, [me]);
  return null;
}
