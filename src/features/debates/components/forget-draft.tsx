"use client";

import { useEffect } from "react";
import { forgetSent, NEW_DEBATE_DRAFT } from "./use-form-draft.ts";

/** On the page where a new debate leads: what was kept of its form has arrived. */
export function ForgetNewDebateDraft() {
  useEffect(() => forgetSent(NEW_DEBATE_DRAFT), []);
  return null;
}
