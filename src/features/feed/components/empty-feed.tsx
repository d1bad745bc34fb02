import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyPeople, EmptyVoices } from "@/ui/illustrations.tsx";
import type { FeedFilter } from "../feed.rules.ts";

type Words = { title: string; text: string; href: string; action: string };

const words: Record<FeedFilter, Words> = {
  tout: {
    title: "Ton fil commence ici",
    text: "Ce que publient ta section, ta fédération, tes groupes et tes coopains s’affichera ici, du plus récent au plus ancien.",
    href: paths.groups,
    action: "Trouver un groupe",
  },
  section: {
    title: "Ta section n’a encore rien publié",
    text: "Chaque section a son groupe : quelqu’un doit bien écrire le premier mot.",
    href: paths.groups,
    action: "Ouvrir mes groupes",
  },
  groupes: {
    title: "Rien dans tes groupes pour l’instant",
    text: "Ce qu’on publie dans les groupes que tu rejoins ou que tu suis se range ici.",
    href: paths.groups,
    action: "Trouver un groupe",
  },
  coopains: {
    title: "Tes coopains n’ont rien publié",
    text: "Ce que tes coopains écrivent sur leur profil se range ici.",
    href: paths.coopains,
    action: "Trouver des coopains",
  },
  debats: {
    title: "Aucun débat chez toi pour l’instant",
    text: "Les débats qui s’ouvrent dans ta section, ta fédération et dans tout le pays se rangent ici.",
    href: paths.debates,
    action: "Voir tous les débats",
  },
  evenements: {
    title: "Aucun événement publié pour l’instant",
    text: "Ce que préparent ta section, ta fédération et tes groupes se range ici.",
    href: paths.agenda,
    action: "Voir l’agenda",
  },
};

/** Nothing yet: what will come, and what to do first. */
export function EmptyFeed({ filter }: { filter: FeedFilter }) {
  const { title, text, href, action } = words[filter];
  return (
    <EmptyState
      illustration={filter === "coopains" || filter === "tout" ? <EmptyPeople /> : <EmptyVoices />}
      title={title}
      action={
        <>
          <ButtonLink href={href}>{action}</ButtonLink>
          {filter === "tout" && (
            <ButtonLink href={paths.coopains} variant="secondary">
              Trouver des coopains
            </ButtonLink>
          )}
        </>
      }
    >
      {text}
    </EmptyState>
  );
}
