import { useEffect, useRef, useState } from "react";
import { type FileAnswer, sendFile } from "./send-file.ts";

/** A file that was chosen, on its way, sent, or not sent and why. */
export type Upload = {
  key: string;
  name: string;
  /** Null for what had been sent before this page. */
  file: File | null;
  /** A picture of it: on this machine, or of ours. */
  preview: string | null;
  state: "waiting" | "sending" | "sent" | "failed";
  /** From 0 to 1. */
  progress: number;
  id: string | null;
  problem: string | null;
  /** It failed, and may not fail again. */
  again: boolean;
};

/** What had been sent before: of a draft, of what is edited. */
export const sentBefore = (id: string, name: string, preview: string | null, key = id): Upload => ({
  ...{ key, id, name, preview, file: null, problem: null, again: false, state: "sent", progress: 1 },
});

type Options = {
  url: string;
  /** The field of the form that the door reads. */
  field: string;
  maxBytes: number;
  /** Said at once of what is heavier, rather than after sending. */
  tooHeavy: string;
  /** Makes what is sent of what was chosen. */
  prepare?: (file: File) => Promise<File>;
  /** What was sent before: a draft, a post that is edited. */
  initial?: readonly Upload[];
};

const preview = (file: File) => (file.type.startsWith("image/") ? URL.createObjectURL(file) : null);
let made = 0;

/** Files that are sent one after the other; each can be given up, tried again, moved and taken out. */
export function useUploads({ url, field, maxBytes, tooHeavy, prepare, initial = [] }: Options) {
  const [uploads, setUploads] = useState<readonly Upload[]>(initial);
  const running = useRef<{ key: string; abort: AbortController } | null>(null);
  const previews = useRef(new Set<string>());

  const change = (key: string, changes: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));

  async function go({ key, file }: Upload, abort: AbortController): Promise<void> {
    change(key, { state: "sending", progress: 0, problem: null });
    const answer = await send(file, abort).catch((): FileAnswer => ({ id: null, problem: tooHeavy }));
    running.current = null;
    // Given up: it is not in the list any more, and the next one may go.
    change(
      key,
      answer.id
        ? { state: "sent", progress: 1, id: answer.id }
        : { state: "failed", problem: answer.problem, again: answer.again ?? false },
    );
  }

  async function send(chosen: File | null, abort: AbortController): Promise<FileAnswer> {
    const file = chosen && prepare ? await prepare(chosen) : chosen;
    if (!file || file.size > maxBytes) return { id: null, problem: tooHeavy };
    const { key } = running.current ?? {};
    return sendFile(url, field, file, {
      signal: abort.signal,
      onProgress: (progress) => key && change(key, { progress }),
    });
  }

  useEffect(() => {
    const next = uploads.find(({ state }) => state === "waiting");
    if (!next || running.current) return;
    const abort = new AbortController();
    running.current = { key: next.key, abort };
    void go(next, abort);
  }, [uploads]);

  useEffect(
    () => () => {
      running.current?.abort.abort();
      for (const address of previews.current) URL.revokeObjectURL(address);
    },
    [],
  );

  return {
    uploads,
    busy: uploads.some(({ state }) => state === "waiting" || state === "sending"),
    add(files: readonly File[]): void {
      const chosen = files.map((file): Upload => {
        const shown = preview(file);
        if (shown) previews.current.add(shown);
        const begun = { state: "waiting" as const, progress: 0, id: null, problem: null, again: false };
        return { key: `${Date.now()}-${made++}`, name: file.name, file, preview: shown, ...begun };
      });
      setUploads((all) => [...all, ...chosen]);
    },
    retry: (key: string) => change(key, { state: "waiting", problem: null }),
    /** Gives up what is on its way. */
    remove(key: string): void {
      if (running.current?.key === key) running.current.abort.abort();
      setUploads((all) => all.filter((one) => one.key !== key));
    },
    /** What was sent before comes back, beside what is there. */
    restore: (sent: readonly Upload[]) =>
      setUploads((all) => [...sent.filter(({ id }) => all.every((one) => one.id !== id)), ...all]),
    /** All of them went: the list is empty again. */
    clear(): void {
      running.current?.abort.abort();
      setUploads([]);
    },
    move(key: string, by: -1 | 1): void {
      setUploads((all) => {
        const from = all.findIndex((one) => one.key === key);
        const to = from + by;
        if (from < 0 || to < 0 || to >= all.length) return all;
        const moved = [...all];
        moved.splice(to, 0, ...moved.splice(from, 1));
        return moved;
      });
    },
  };
}
