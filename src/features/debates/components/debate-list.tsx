import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { DebateStatus } from "../debate.rules.ts";
import type { DebateListInput } from "../debate.schema.ts";
import type { DebateGroupView, DebateListView } from "../debate-list.queries.ts";
import { DebateCard } from "./debate-card.tsx";
import { type DebateChoice, DebateFilters, listHref } from "./debate-filters.tsx";
import { NoDebates } from "./no-debates.tsx";
import { cardGrid } from "./running-debates.tsx";

type Statut = NonNullable<DebateListInput["statut"]>;
const titles: Record<DebateStatus, { title: string; statut: Statut }> = {
  running: { title: "En cours", statut: "en-cours" },
  coming: { title: "À venir", statut: "a-venir" },
  closed: { title: "Terminés", statut: "clos" },
};

type Reader = {
  now: number;
  isMember: boolean;
  /** Whether she may open a debate somewhere. */
  canOpen: boolean;
};

/** The debates that the reader may see and chose to see, by where they stand. */
export function DebateList({ list, now, isMember, canOpen }: { list: DebateListView } & Reader) {
  const some = list.groups.filter(({ debates }) => debates.length > 0);
  return (
    <>
      <PageHeader
        title="Débats"
        lede="Une question, le pour, le contre. Chaque argument compte, d’où qu’il vienne."
        {...(canOpen && {
          actions: (
            <ButtonLink href={paths.newDebate} icon="plus">
              Ouvrir un débat
            </ButtonLink>
          ),
        })}
        className="mb-5! md:mb-6!"
      />
      <DebateFilters voir={list.voir} statut={list.statut} isMember={isMember} />
      {some.length === 0 ? (
        <NoDebates voir={list.voir} statut={list.statut} isMember={isMember} canOpen={canOpen} />
      ) : (
        <div className="grid gap-10">
          {some.map((group) => (
            <Group key={group.status} group={group} list={list} now={now} />
          ))}
        </div>
      )}
    </>
  );
}

function Group({ group, list, now }: { group: DebateGroupView; list: DebateListView; now: number }) {
  const { status, debates, more } = group;
  const { title, statut } = titles[status];
  const choice: DebateChoice = { voir: list.voir, statut };
  const overview = list.statut === null;
  return (
    <section aria-labelledby={`debats-${statut}`}>
      <SectionHeading
        id={`debats-${statut}`}
        title={title}
        {...(overview && more && { link: { href: listHref(choice), label: "Tout voir" } })}
      />
      <ul className={cardGrid(debates.length)}>
        {debates.map((debate) => (
          <DebateCard key={debate.id} debate={debate} now={now} live={status === "running"} />
        ))}
      </ul>
      {!overview && (more || !list.first) && (
        <nav aria-label="Pages" className="mt-6 flex flex-wrap justify-center gap-2.5">
          {!list.first && (
            <ButtonLink href={listHref(choice)} variant="quiet" icon="back">
              Revenir au début
            </ButtonLink>
          )}
          {more && (
            <ButtonLink
              href={listHref({ ...choice, apres: debates.at(-1)?.id })}
              variant="secondary"
              trailingIcon="arrow"
            >
              Suivants
            </ButtonLink>
          )}
        </nav>
      )}
    </section>
  );
}
