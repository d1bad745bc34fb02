import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyVoices } from "@/ui/illustrations.tsx";
import type { DebateListInput } from "../debate.schema.ts";
import { listHref } from "./debate-filters.tsx";

type Asked = {
  voir: DebateListInput["voir"];
  statut: DebateListInput["statut"] | null;
  isMember: boolean;
  canOpen: boolean;
};
type Words = { title: string; text: string };

const words: Record<Asked["voir"], Words> = {
  tous: {
    title: "Aucun débat pour l’instant",
    text: "Le premier s’ouvrira ici. Tu le trouveras aussi sur ton accueil.",
  },
  miens: {
    title: "Tes débats se rangent ici",
    text: "Ceux que tu suis, que tu animes, et ceux où tu as pris part. Entre dans un débat en cours : il te suivra.",
  },
  section: {
    title: "Ta section n’a pas encore ouvert de débat",
    text: "Une idée de question ? Parles-en à la personne qui anime ta section. En attendant, d’autres débats t’attendent.",
  },
  federation: {
    title: "Ta fédération n’a pas encore ouvert de débat",
    text: "Quand elle posera une question, tu la trouveras ici. En attendant, d’autres débats t’attendent.",
  },
  national: {
    title: "Aucun débat national pour l’instant",
    text: "Le prochain sera annoncé ici. Les sections et les fédérations débattent aussi.",
  },
};

const statusWords: Record<NonNullable<Asked["statut"]>, string> = {
  "en-cours": "Rien n’est en cours ici",
  "a-venir": "Rien n’est annoncé ici",
  clos: "Rien n’est encore terminé ici",
};

/** Nothing answers this choice: why, and what to do next. */
export function NoDebates({ voir, statut, isMember, canOpen }: Asked) {
  if (!isMember) return <ForVisitors voir={voir} />;
  const { title, text } = words[voir];
  if (statut)
    return (
      <Empty
        title={statusWords[statut]}
        action={<ButtonLink href={listHref({ voir })}>Voir toutes les étapes</ButtonLink>}
      >
        Les débats avancent d’étape en étape : d’autres t’attendent.
      </Empty>
    );
  const elsewhere = <ButtonLink href={paths.debates}>Voir tous les débats</ButtonLink>;
  const open = (
    <ButtonLink href={paths.newDebate} icon="plus">
      Ouvrir le premier
    </ButtonLink>
  );
  return (
    <Empty title={title} action={canOpen && voir !== "miens" ? open : voir !== "tous" && elsewhere}>
      {text}
    </Empty>
  );
}

function ForVisitors({ voir }: Pick<Asked, "voir">) {
  const own = voir !== "tous" && voir !== "national";
  return (
    <Empty
      title={own ? "Connecte-toi pour voir les tiens" : "Aucun débat ouvert pour l’instant"}
      action={
        <>
          <ButtonLink href={paths.signUp}>Rejoindre La Coopol</ButtonLink>
          <ButtonLink href={paths.signIn} variant="secondary">
            Se connecter
          </ButtonLink>
        </>
      }
    >
      Certains débats sont réservés aux membres : inscris-toi pour les lire et y prendre part.
    </Empty>
  );
}

const Empty = ({ title, action, children }: { title: string; action: ReactNode; children: ReactNode }) => (
  <EmptyState illustration={<EmptyVoices />} title={title} action={action || undefined}>
    {children}
  </EmptyState>
);
