"use client";

import { useEffect } from "react";
import { forgetSent } from "@/ui/use-form-draft.ts";
import type { EventKind } from "../event.rules.ts";

/** Where the form of a new event keeps this member's draft: a telephone may be shared. */
export const newEventDraft = (memberId: string, kind: EventKind) => `coopol:evenement-nouveau:${memberId}:${kind}`;

/** On the page where a new event leads: what was kept of its form has arrived. */
export function ForgetEventDraft({ me, kind }: { me: string; kind: EventKind }) {
  useEffect(() => forgetSent(newEventDraft(me, kind)), [me, kind]);
  return null;
}
