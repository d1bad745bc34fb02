const HOUR = 3600;

export const notesOfAccount = {
  rule: { name: "group-notes", points: 20, seconds: HOUR },
  by: "account",
} as const;
/** Somebody who saves every half minute, for an hour. */
export const savesOfAccount = {
  rule: { name: "group-note-saves", points: 120, seconds: HOUR },
  by: "account",
} as const;
export const previewsOfAccount = {
  rule: { name: "group-note-previews", points: 60, seconds: 600 },
  by: "account",
} as const;
