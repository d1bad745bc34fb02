import Link from "next/link";
import { paths } from "@/core/paths.ts";
import type { DebateListInput } from "../debate.schema.ts";

/** A choice of the list, as its address says it. */
export type DebateChoice = {
  voir: DebateListInput["voir"];
  statut?: DebateListInput["statut"] | null;
  apres?: string | undefined;
};

/** The address of a choice: what is usual is left out. */
export function listHref({ voir, statut, apres }: DebateChoice): string {
  const search = new URLSearchParams();
  if (voir !== "tous") search.set("voir", voir);
  if (statut) search.set("statut", statut);
  if (apres) search.set("apres", apres);
  return search.size > 0 ? `${paths.debates}?${search}` : paths.debates;
}

const places: readonly { voir: DebateChoice["voir"]; label: string; members?: true }[] = [
  { voir: "tous", label: "Tous" },
  { voir: "miens", label: "Les miens", members: true },
  { voir: "section", label: "Ma section", members: true },
  { voir: "federation", label: "Ma fédération", members: true },
  { voir: "national", label: "National" },
];

const statuts: readonly { statut: DebateChoice["statut"]; label: string }[] = [
  { statut: null, label: "Toutes" },
  { statut: "en-cours", label: "En cours" },
  { statut: "a-venir", label: "À venir" },
  { statut: "clos", label: "Terminés" },
];

const chip =
  "inline-flex min-h-10 items-center rounded-full border px-4 text-[0.9375rem] font-[620] whitespace-nowrap no-underline transition-colors pointer-coarse:min-h-11 border-control text-ink-2 hover:border-ink hover:text-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper";

/** Whose debates, as links that work before JavaScript; where they stand, once one status is looked at. */
export function DebateFilters({
  voir,
  statut,
  isMember,
}: {
  voir: DebateChoice["voir"];
  statut: DebateListInput["statut"] | null;
  isMember: boolean;
}) {
  return (
    <nav aria-label="Choisir les débats" className="mb-8 grid gap-3">
      <ul className="flex flex-wrap gap-2 py-1">
        {places
          .filter(({ members }) => isMember || !members)
          .map((place) => (
            <li key={place.voir}>
              <Link
                href={listHref({ voir: place.voir, statut })}
                prefetch={false}
                scroll={false}
                aria-current={place.voir === voir ? "true" : undefined}
                className={chip}
              >
                {place.label}
              </Link>
            </li>
          ))}
      </ul>
      {statut && (
        <ul aria-label="Étapes" className="flex flex-wrap gap-x-5 text-[0.9375rem] whitespace-nowrap">
          {statuts.map((one) => (
            <li key={one.label}>
              <Link
                href={listHref({ voir, statut: one.statut })}
                prefetch={false}
                scroll={false}
                aria-current={one.statut === statut ? "true" : undefined}
                className="inline-flex min-h-11 items-center border-b-2 border-transparent font-semibold text-ink-2 no-underline hover:text-ink aria-[current]:border-rose aria-[current]:text-rose-strong"
              >
                {one.label}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
