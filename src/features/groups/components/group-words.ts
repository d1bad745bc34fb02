import { counted } from "@/core/french-dates.ts";
import { kindWords } from "../group.rules.ts";
import type { GroupView } from "../group.views.ts";

/** A group by its full name: its territory's for a place's own. */
export const groupTitle = ({ kind, name, place }: Pick<GroupView, "kind" | "name" | "place">): string =>
  kind === "place" && place.href !== null ? place.name : name;

/** "Groupe thématique · Fédération du Puy-de-Dôme". */
export const groupLine = ({ kind, place }: Pick<GroupView, "kind" | "place">): string =>
  kind === "place" ? kindWords.place : `${kindWords[kind]} · ${place.name}`;

/** "12 membres", or nothing where it is not told. */
export const countWords = (count: number | null): string | null => (count === null ? null : counted(count, "membre"));

/** How one comes in, in a sentence. */
export function entrySentence({ kind, entry, adherentsOnly }: Pick<GroupView, "kind" | "entry" | "adherentsOnly">) {
  if (kind === "place") return "On y est parce qu’on y habite : qui déménage change de groupe.";
  const whom = adherentsOnly ? "Réservé aux adhérent·e·s. " : "";
  if (entry === "open") return `${whom}Tout le monde peut le lire et le rejoindre.`;
  if (entry === "request") return `${whom}On demande à le rejoindre ; seuls ses membres lisent son mur.`;
  return `${whom}On y entre sur invitation ; lui seul sait qu’il existe.`;
}
