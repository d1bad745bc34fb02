import { defineFact } from "@/core/fact.ts";

type OfFile = { fileId: string; groupId: string };

/** `kind`: what is drawn of it afterwards hangs on it. */
export const groupFileAdded = defineFact<OfFile & { kind: string }>({ name: "group-file.added" });
export const groupFileRemoved = defineFact<OfFile>({ name: "group-file.removed" });
export const groupFileHidden = defineFact<OfFile>({ name: "group-file.hidden" });
export const groupFileShown = defineFact<OfFile>({ name: "group-file.shown" });

export const groupFileFacts = [groupFileAdded, groupFileRemoved, groupFileHidden, groupFileShown] as const;
