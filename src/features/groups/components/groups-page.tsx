import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyPeople } from "@/ui/illustrations.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { GroupCardView, GroupListView } from "../group-list.queries.ts";
import { GroupCard } from "./group-card.tsx";
import { GroupFind } from "./group-find.tsx";
import { MyGroups } from "./my-groups.tsx";

/** One's groups, and all that one may find. */
export function GroupsPage({
  view,
  mayCreate,
  visitor,
  invitations,
  suggestions,
}: {
  view: GroupListView;
  mayCreate: boolean;
  visitor: boolean;
  /** Those that wait for her answer. */
  invitations?: ReactNode;
  /** Groups that she might like, with reasons. */
  suggestions?: ReactNode;
}) {
  return (
    <>
      <PageHeader
        title="Groupes"
        lede="C’est là qu’on travaille : le groupe de ta section, et ceux que l’on forme autour d’un sujet, d’un quartier, d’une tâche."
        actions={
          mayCreate ? (
            <ButtonLink href={paths.newGroup} icon="plus">
              Créer un groupe
            </ButtonLink>
          ) : undefined
        }
      />
      {view.all && invitations}
      <GroupFind view={view} />
      {view.mine.length > 0 && <MyGroups groups={view.mine} />}
      {view.all && suggestions}
      {!view.unknownPlace && (
        <section aria-labelledby="trouves">
          <SectionHeading id="trouves" title={headingOf(view)} />
          {view.found.length === 0 ? (
            <None view={view} mayCreate={mayCreate} visitor={visitor} />
          ) : (
            <Cards groups={view.found} />
          )}
          <Pages view={view} />
        </section>
      )}
    </>
  );
}

const Cards = ({ groups }: { groups: readonly GroupCardView[] }) => (
  <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
    {groups.map((group) => (
      <li key={group.id}>
        <GroupCard group={group} />
      </li>
    ))}
  </ul>
);

function headingOf({ all, mine, where, found, asked, next }: GroupListView): string {
  if (all) return mine.length > 0 ? "À découvrir" : "Les groupes";
  const place = where ? ` autour de ${where}` : "";
  if (next || asked.apres || found.length === 0) return `Les groupes trouvés${place}`;
  return found.length === 1 ? `Un groupe trouvé${place}` : `${found.length} groupes trouvés${place}`;
}

function Pages({ view: { asked, next } }: { view: GroupListView }) {
  if (!next && !asked.apres) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex flex-wrap justify-center gap-2.5">
      {asked.apres && (
        <ButtonLink href={hrefOf({ ...asked, apres: undefined })} variant="quiet" icon="back">
          Revenir au début
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={hrefOf({ ...asked, apres: next })} variant="secondary" trailingIcon="arrow">
          Suivants
        </ButtonLink>
      )}
    </nav>
  );
}

function hrefOf(asked: GroupListView["asked"]): string {
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return search ? `${paths.groups}?${search}` : paths.groups;
}

function None({ view, mayCreate, visitor }: { view: GroupListView; mayCreate: boolean; visitor: boolean }) {
  const create = mayCreate && <ButtonLink href={paths.newGroup}>Créer un groupe</ButtonLink>;
  if (!view.all)
    return (
      <EmptyState
        illustration={<EmptyPeople />}
        title="Aucun groupe ne répond à cette recherche"
        action={
          <>
            {create}
            <ButtonLink href={paths.groups} variant="secondary">
              Voir tous les groupes
            </ButtonLink>
          </>
        }
      >
        Essaie avec moins de mots, ou un autre thème. Ou lance-le : d’autres le cherchent peut-être aussi.
      </EmptyState>
    );
  if (visitor)
    return (
      <EmptyState
        illustration={<EmptyPeople />}
        title="Pas encore de groupe ouvert à lire"
        action={<ButtonLink href={paths.signUp}>Rejoindre La Coopol</ButtonLink>}
      >
        Les groupes ouverts se lisent sans compte. Avec un compte, tu retrouves aussi celui de ta section.
      </EmptyState>
    );
  return (
    <EmptyState illustration={<EmptyPeople />} title="Rien d’autre à découvrir pour l’instant" action={create}>
      Un sujet te tient à cœur ? Un quartier, une tâche ? Il suffit d’une personne pour commencer.
    </EmptyState>
  );
}
