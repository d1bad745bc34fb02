import type { PublicError } from "@/core/app-error.ts";

export type Answer<Result> = { value: Result } | { error: PublicError };
const PATIENCE_MS = 15_000;

const away: PublicError = {
  code: "unavailable",
  reason: "database_away",
  message: "La connexion est perdue. Ton texte est gardé : réessaie dans un instant.",
};

/** Posts JSON to a door of ours; a line that is lost is an error like another. */
export async function send<Result>(url: string, input: unknown): Promise<Answer<Result>> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return (await response.json()) as Answer<Result>;
  } catch {
    return { error: away };
  }
}

/** Reads a view; null when it is not there (any more), undefined when the line is lost. */
export async function read<View>(url: string): Promise<View | null | undefined> {
  try {
    const response = await fetch(url, {
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 404) return null;
    return response.ok ? ((await response.json()) as { value: View }).value : undefined;
  } catch {
    return undefined;
  }
}

/** What a person is told: the field's own sentence first. */
export const sentenceOf = (error: PublicError): string => Object.values(error.fields ?? {})[0] ?? error.message;
