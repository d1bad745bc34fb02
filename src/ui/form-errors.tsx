"use client";

import { useEffect } from "react";
import type { PublicError } from "@/core/app-error.ts";
import { ErrorSummary } from "./error-summary.tsx";

/** "dans 12 minutes", for a limit that was reached. */
function waitWords(seconds: number): string {
  if (seconds < 90) return `Réessaie dans ${seconds} secondes.`;
  if (seconds < 5400) return `Réessaie dans ${Math.ceil(seconds / 60)} minutes.`;
  return `Réessaie dans ${Math.ceil(seconds / 3600)} heures.`;
}

const none = {};
const hasFields = (error: PublicError) => Object.keys(error.fields ?? {}).length > 0;

/** The same texts, by the ids of the elements that they are about. */
function renamed(texts: Readonly<Record<string, string>> = {}, ids: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [ids[name] ?? name, text]));
}

/**
 * What a form was refused for: the sentence, or (with `labels`) the list of fields to mend. The first of them
 * on the page receives focus; `ids` gives the element of a field where it is not its name.
 */
export function FormErrors({
  error,
  labels,
  ids = none,
}: {
  error: PublicError | undefined;
  labels?: Readonly<Record<string, string>>;
  ids?: Readonly<Record<string, string>> | undefined;
}) {
  useEffect(() => {
    const found = Object.keys(error?.fields ?? {}).flatMap((name) => document.getElementById(ids[name] ?? name) ?? []);
    const [first] = found.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    first?.focus();
  }, [error, ids]);
  if (!error) return null;
  if (hasFields(error))
    return labels ? <ErrorSummary errors={renamed(error.fields, ids)} labels={renamed(labels, ids)} /> : null;
  const wait = error.code === "rate_limited" && error.retryAfter !== undefined ? waitWords(error.retryAfter) : null;
  return <ErrorSummary message={wait ? `Trop d’essais. ${wait}` : error.message} />;
}
