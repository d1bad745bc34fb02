import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyPeople } from "@/ui/illustrations.tsx";
import { type AgendaList, agendaHref } from "../agenda.rules.ts";
import type { AgendaView } from "../agenda.views.ts";

type Words = { title: string; text: string };
const words: Record<AgendaList, Words> = {
  miens: {
    title: "Rien de prévu pour toi",
    text: "Ce à quoi tu t’inscris, ce que tu organises et tes invitations se rangent ici.",
  },
  section: {
    title: "Ta section n’a rien annoncé",
    text: "Un tractage au marché se prépare en une minute. Et d’autres, tout près, cherchent du monde.",
  },
  federation: {
    title: "Rien d’annoncé dans ta fédération",
    text: "Ce que préparent la fédération et ses sections apparaîtra ici.",
  },
  groupes: {
    title: "Tes groupes n’ont rien annoncé",
    text: "Un groupe se retrouve, en ligne ou autour d’une table : ce qu’il prépare paraîtra ici.",
  },
  pres: { title: "Rien d’annoncé par ici", text: "Élargis la distance, ou regarde ce qui est ouvert à tout le monde." },
  public: {
    title: "Rien d’annoncé pour l’instant",
    text: "Les prochains rendez-vous ouverts à tout le monde paraîtront ici.",
  },
};

/** Nothing answers: why, and what to do next. */
export function NoEvents({ agenda, isMember }: { agenda: AgendaView; isMember: boolean }) {
  const { choice, usual, unknown } = agenda;
  const { voir, vue } = choice;
  const link = (to: AgendaList, label: string, variant?: "secondary") => (
    <ButtonLink href={agendaHref({ voir: to, vue: "liste" }, usual)} {...(variant && { variant })}>
      {label}
    </ButtonLink>
  );
  if (unknown === "no_place")
    return isMember ? (
      <Empty title="Ta commune n’est pas sur la carte" action={link("section", "Voir ma section")}>
        Écris le nom d’une autre commune ci-dessus pour regarder autour d’elle.
      </Empty>
    ) : (
      <Empty title="Autour de quelle commune ?">Écris son nom ou son code postal ci-dessus.</Empty>
    );
  if (unknown === "lieu") return <Empty title="Aucune commune de ce nom">Essaie avec son code postal.</Empty>;
  if (choice.genre || choice.manque || choice.du || choice.au)
    return (
      <Empty
        title="Rien ne répond à ces filtres"
        action={
          <ButtonLink href={agendaHref({ voir, vue, lieu: choice.lieu, distance: choice.distance }, usual)}>
            Tout effacer
          </ButtonLink>
        }
      >
        Demandes-en moins, et tu en verras davantage.
      </Empty>
    );
  const { title, text } = words[voir];
  return (
    <Empty
      title={title}
      action={
        isMember ? (
          <ForMembers voir={voir} link={link} />
        ) : (
          <ButtonLink href={paths.signUp}>Rejoindre La Coopol</ButtonLink>
        )
      }
    >
      {text}
    </Empty>
  );
}

function ForMembers({
  voir,
  link,
}: {
  voir: AgendaList;
  link: (to: AgendaList, label: string, variant?: "secondary") => ReactNode;
}) {
  if (voir === "miens")
    return (
      <>
        {link("section", "Voir ma section")}
        {link("pres", "Près de chez moi", "secondary")}
      </>
    );
  if (voir === "groupes")
    return (
      <>
        <ButtonLink href={paths.groups}>Voir les groupes</ButtonLink>
        {link("section", "Voir ma section", "secondary")}
      </>
    );
  if (voir === "public") return link("section", "Voir ma section");
  return (
    <>
      <ButtonLink href={paths.newEvent} icon="plus">
        Préparer quelque chose
      </ButtonLink>
      {voir === "pres"
        ? link("public", "Pour tout le monde", "secondary")
        : link("pres", "Près de chez moi", "secondary")}
    </>
  );
}

const Empty = ({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) => (
  <EmptyState illustration={<EmptyPeople />} title={title} action={action}>
    {children}
  </EmptyState>
);
