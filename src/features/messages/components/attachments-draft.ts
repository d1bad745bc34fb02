import type { Attachments } from "./use-attachments.ts";

type Kept = { value: Attachments; names: string[] };

const texts = (found: unknown): string[] =>
  Array.isArray(found) ? found.filter((one): one is string => typeof one === "string") : [];

/** What was sent for a message that is not written yet, kept in this browser. */
export const attachmentsDraft = {
  read(key: string): Kept | null {
    try {
      const [value, names] = JSON.parse(localStorage.getItem(key) ?? "null") as [Record<string, unknown>, unknown];
      const [photoIds, descriptions, fileIds] = [
        texts(value.photoIds),
        texts(value.descriptions),
        texts(value.fileIds),
      ];
      return { value: { photoIds, descriptions, fileIds }, names: texts(names) };
    } catch {
      return null; // nothing, no storage, or not ours
    }
  },
  write(key: string, [value, names]: [Attachments, string[]]): void {
    try {
      if (value.photoIds.length + value.fileIds.length > 0) localStorage.setItem(key, JSON.stringify([value, names]));
      else localStorage.removeItem(key);
    } catch {
      // A full or forbidden storage only loses the safety net.
    }
  },
};
