import { z } from "zod";
import { idText, line, prose } from "@/core/text.ts";
import { formedKinds, groupEntries, groupRoles, QUESTIONS_MAX, type Theme, themes } from "./group.rules.ts";
import { termsShown } from "./request.schema.ts";

export const THEMES_MAX = 5;

/** A box that was ticked, or not. */
const flag = z.union([z.boolean(), z.enum(["", "oui"]).transform((said) => said === "oui")]).default(false);

const scope = z.string("Choisis où.").regex(/^national(?:\/[0-9A-Za-z-]{1,20}){0,2}$/, "Ce territoire n’existe pas.");
const purpose = prose(10, 300).transform((text) => text.replace(/\s+/g, " "));

/** Who may write on a wall. */
const postedBy = z.enum(["member", "manager", "lead"], "Choisis qui publie.").default("member");
const rules = prose(0, 5000).default("");
const about = prose(0, 10_000).default("");

/** What a group that members form is, whether it is new or changed. */
const content = {
  name: line(3, 80),
  purpose,
  kind: z.enum(formedKinds, "Choisis une sorte de groupe."),
  scope,
  themes: z
    .array(z.enum(themes as [Theme, ...Theme[]]))
    .max(THEMES_MAX, `${THEMES_MAX} thèmes au plus.`)
    .transform((list) => [...new Set(list)])
    .default([]),
  entry: z.enum(groupEntries, "Choisis comment on y entre."),
  adherentsOnly: flag,
  postedBy,
  about,
  rules,
  /** Asked of those who ask to come in. */
  questions: z.array(line(3, 200)).max(QUESTIONS_MAX, `${QUESTIONS_MAX} questions au plus.`).default([]),
};

export const createGroupInput = z.strictObject(content);
export const editGroupInput = z.strictObject({ groupId: idText, ...content });
/** A place's own group keeps its name, its place and its way in. */
export const editPlaceGroupInput = z.strictObject({ groupId: idText, purpose, postedBy, about, rules });

export const groupInput = z.strictObject({ groupId: idText });
export const joinGroupInput = z.strictObject({ groupId: idText, rulesAccepted: flag, terms: termsShown.default("") });
export const setRoleInput = z.strictObject({
  groupId: idText,
  memberId: idText,
  role: z.enum(groupRoles, "Choisis un rôle."),
});
export const removeFromGroupInput = z.strictObject({ groupId: idText, memberId: idText, words: prose(3, 500) });
export const visitGroupInput = z.strictObject({ groupId: idText, purpose: prose(10, 500) });

const words = line(1, 80).optional().catch(undefined);

/** What the list's address asks for; what makes no sense is left out. */
export const groupListInput = z.object({
  q: words,
  theme: z
    .enum(themes as [Theme, ...Theme[]])
    .optional()
    .catch(undefined),
  /** A commune, by its name or postal code: its section, and its federation. */
  lieu: words,
  genre: z
    .enum(["place", ...formedKinds])
    .optional()
    .catch(undefined),
  apres: idText.optional().catch(undefined),
});
export type GroupListInput = z.output<typeof groupListInput>;

/** What the list of a group's members asks for. */
export const memberListInput = z.object({ q: words, apres: idText.optional().catch(undefined) });
