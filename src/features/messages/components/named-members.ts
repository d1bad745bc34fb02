import type { Mention } from "@/core/mentions.ts";

/** Whom a message names, as its commands and its log say it: always members. */
export type Named = { id: string; label: string };

export const asMentions = (named: readonly Named[]): Mention[] =>
  named.map(({ id, label }) => ({ kind: "member", id, label }));

export const asNamed = (mentions: readonly Mention[]): Named[] => mentions.map(({ id, label }) => ({ id, label }));
