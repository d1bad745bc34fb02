import { useCallback, useEffect, useRef, useState } from "react";
import type { PublicError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { MAX_FILE_BYTES } from "../file.rules.ts";

const FAILED = "L’envoi n’a pas abouti. Vérifie ta connexion et réessaie.";

/** A file on its way. `arrived`: all of it was sent, and it is being looked into. */
export type Upload = {
  key: string;
  name: string;
  size: number;
  state: "waiting" | "sending" | "arrived" | "failed";
  /** Of its bytes, from 0 to 1. */
  sent: number;
  error: string | null;
  /** Whether sending it again may help: a file that is not taken will not be taken the next time. */
  mayHelp: boolean;
};

/** Sends files one after the other; each can be given up, and sent again when it failed. */
export function useFileUploads(address: string, onAdded: (name: string) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const files = useRef(new Map<string, File>());
  const current = useRef<{ key: string; request: XMLHttpRequest } | null>(null);
  const added = useRef(onAdded);
  added.current = onAdded;

  const change = useCallback((key: string, changes: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  }, []);
  const drop = useCallback((key: string) => {
    files.current.delete(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  }, []);

  const next = uploads.find(({ state }) => state === "waiting");
  const busy = uploads.some(({ state }) => state === "sending" || state === "arrived");
  const key = busy ? undefined : next?.key;
  useEffect(() => {
    const file = key && files.current.get(key);
    if (!key || !file || current.current) return;
    change(key, { state: "sending", sent: 0, error: null });
    const request = post(address, file, {
      onSent: (sent) => change(key, sent === 1 ? { sent, state: "arrived" } : { sent }),
      onEnd: (error, mayHelp) => {
        current.current = null;
        if (error !== null) return change(key, { state: "failed", error, mayHelp });
        added.current(file.name);
        drop(key);
      },
    });
    current.current = { key, request };
  }, [key, address, change, drop]);

  // Leaving the page gives up what is on its way: nobody would learn what became of it.
  useEffect(() => () => current.current?.request.abort(), []);

  return {
    uploads,
    add(chosen: readonly File[]) {
      const begun = chosen.map((file): Upload => {
        const key = crypto.randomUUID();
        files.current.set(key, file);
        const tooHeavy = file.size > MAX_FILE_BYTES;
        const error = tooHeavy ? reasons.file_too_heavy : file.size === 0 ? reasons.file_missing : null;
        return {
          key,
          name: file.name,
          size: file.size,
          state: error ? "failed" : "waiting",
          sent: 0,
          error,
          mayHelp: false,
        };
      });
      setUploads((all) => [...all, ...begun]);
    },
    retry: (key: string) => change(key, { state: "waiting", sent: 0, error: null }),
    cancel(key: string) {
      if (current.current?.key === key) {
        current.current.request.abort();
        current.current = null;
      }
      drop(key);
    },
  };
}

/** Fetch does not tell how far it is. `onEnd`: the sentence of a refusal, or null; never called for what was given up. */
function post(
  address: string,
  file: File,
  { onSent, onEnd }: { onSent: (sent: number) => void; onEnd: (error: string | null, mayHelp: boolean) => void },
): XMLHttpRequest {
  const request = new XMLHttpRequest();
  request.open("POST", address);
  request.setRequestHeader("accept", "application/json");
  request.responseType = "json";
  request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? Math.min(loaded / total, 1) : 0);
  request.upload.onload = () => onSent(1);
  request.onerror = () => onEnd(FAILED, true);
  request.onload = () => {
    if (request.status >= 200 && request.status < 300) return onEnd(null, false);
    const { error } = (request.response ?? {}) as { error?: PublicError };
    const isNotTaken = error?.code === "invalid" || request.status === 413;
    onEnd(error?.message ?? (isNotTaken ? reasons.file_too_heavy : FAILED), !isNotTaken);
  };
  const body = new FormData();
  body.append("fichier", file);
  request.send(body);
  return request;
}
