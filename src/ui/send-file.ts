import type { PublicError } from "@/core/app-error.ts";

const FAILED = "L’envoi n’a pas abouti. Vérifie ta connexion et réessaie.";

/** What came of sending a file: its id, or in words why not (neither when it was given up), and whether to try again makes sense. */
export type FileAnswer = { id: string | null; problem: string | null; again?: boolean };

/**
 * Sends one file to a door of ours as a form would, and tells how much of it has left (0 to 1). Not `fetch`, which tells
 * nothing of that.
 */
export function sendFile(
  url: string,
  field: string,
  file: File,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<FileAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const giveUp = () => request.abort();
    const settle = (answer: FileAnswer) => {
      signal.removeEventListener("abort", giveUp);
      resolve(answer);
    };
    const body = new FormData();
    body.append(field, file);
    request.open("POST", url);
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => settle(answerOf(request));
    request.onerror = () => settle({ id: null, problem: FAILED, again: true });
    request.ontimeout = request.onerror;
    request.onabort = () => settle({ id: null, problem: null });
    if (signal.aborted) return settle({ id: null, problem: null });
    signal.addEventListener("abort", giveUp);
    request.send(body);
  });
}

function answerOf(request: XMLHttpRequest): FileAnswer {
  try {
    const { value, error } = JSON.parse(request.responseText) as { value?: { id?: string }; error?: PublicError };
    if (request.status === 200 && value?.id) return { id: value.id, problem: null };
    const again = error?.code !== "invalid" || error.reason === "upload_broken";
    return { id: null, problem: error?.message ?? FAILED, again };
  } catch {
    // What is refused before our doors is said in plain words.
    const tooMuch = request.status === 413;
    return { id: null, problem: tooMuch ? request.responseText.trim() : FAILED, again: !tooMuch };
  }
}
