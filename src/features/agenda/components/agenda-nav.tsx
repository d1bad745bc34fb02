import Link from "next/link";
import { type AgendaChoice, type AgendaList, type AgendaShape, agendaHref, agendaShapes } from "../agenda.rules.ts";
import type { AgendaView } from "../agenda.views.ts";

export const listWords: Record<AgendaList, string> = {
  miens: "Le mien",
  section: "Ma section",
  federation: "Ma fédération",
  groupes: "Mes groupes",
  pres: "Près de chez moi",
  public: "Pour tout le monde",
};
const shapeWords: Record<AgendaShape, string> = { liste: "Liste", semaine: "Semaine", mois: "Mois", carte: "Carte" };

const chip =
  "inline-flex min-h-10 items-center rounded-full border px-4 text-[0.9375rem] font-[620] whitespace-nowrap no-underline transition-colors pointer-coarse:min-h-11 border-control text-ink-2 hover:border-ink hover:text-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper";
const tab =
  "inline-flex min-h-11 items-center border-b-2 border-transparent font-semibold text-ink-2 no-underline hover:text-ink aria-[current]:border-rose aria-[current]:text-rose-strong";

/** A choice with something else in it begins at its first page. */
const other = ({ apres: _, ...choice }: AgendaChoice, change: Partial<AgendaChoice>): AgendaChoice => ({
  ...choice,
  ...change,
});

/** Whose agenda, and in which shape: links that work before JavaScript. */
export function AgendaNav({ agenda }: { agenda: AgendaView }) {
  const { choice, lists, usual } = agenda;
  return (
    <div className="mb-5 grid gap-2">
      <nav aria-label="Quel agenda">
        <ul className="flex flex-wrap gap-2 py-1">
          {lists.map((voir) => (
            <li key={voir}>
              <Link
                href={agendaHref(other(choice, { voir, lieu: undefined, distance: undefined }), usual)}
                prefetch={false}
                scroll={false}
                aria-current={voir === choice.voir ? "true" : undefined}
                className={chip}
              >
                {voir === "pres" && lists.length < 3 ? "Près d’une commune" : listWords[voir]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label="Sous quelle forme">
        <ul className="flex flex-wrap gap-x-5 text-[0.9375rem] whitespace-nowrap">
          {agendaShapes.map((vue) => (
            <li key={vue}>
              <Link
                href={agendaHref(other(choice, { vue }), usual)}
                prefetch={false}
                scroll={false}
                aria-current={vue === choice.vue ? "true" : undefined}
                className={tab}
              >
                {shapeWords[vue]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
