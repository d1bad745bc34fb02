"use client";

import { useEffect } from "react";
import { forgetSent } from "@/ui/use-form-draft.ts";

/** Where the composer of a profile, and the form that shares a post, keep what a member types: a computer may be shared. */
export const profileDraft = (memberId: string) => `coopol:publication:profil:${memberId}`;
export const shareDraft = (postId: string, memberId: string) => `coopol:partage:${postId}:${memberId}`;

/** On the page where a post leads: what was kept of its form has arrived. */
export function ForgetDraft({ keys }: { keys: readonly string[] }) {
  useEffect(() => {
    for (const key of keys) forgetSent(key);
  }, [keys]);
  return null;
}
