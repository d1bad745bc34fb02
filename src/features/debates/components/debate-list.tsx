import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyVoices } from "@/ui/illustrations.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { type DebateStatus, statusOf } from "../debate.rules.ts";
import type { DebateView } from "../debate.views.ts";
import { DebateCard } from "./debate-card.tsx";

const groups: readonly { status: DebateStatus; title: string }[] = [
  { status: "running", title: "En cours" },
  { status: "coming", title: "À venir" },
  { status: "closed", title: "Clos" },
];

/** Every debate that the reader may see, by where it stands. */
export function DebateList({
  debates,
  now,
  isMember,
}: {
  debates: readonly DebateView[];
  now: number;
  isMember: boolean;
}) {
  return (
    <>
      <PageHeader title="Débats" lede="Une question, le pour, le contre. Chaque argument compte, d’où qu’il vienne." />
      {debates.length === 0 && (
        <EmptyState
          illustration={<EmptyVoices />}
          title="Aucun débat pour l’instant"
          action={!isMember && <ButtonLink href={paths.signUp}>Rejoindre La Coopol</ButtonLink>}
        >
          {isMember
            ? "Le premier s’ouvrira ici. Tu le trouveras aussi sur ton accueil."
            : "Certains débats sont réservés aux membres : inscris-toi pour les lire et y prendre part."}
        </EmptyState>
      )}
      <div className="grid gap-10">
        {groups.map(({ status, title }) => {
          const some = debates.filter((debate) => statusOf(debate, now) === status);
          if (some.length === 0) return null;
          return (
            <section key={status} aria-labelledby={`debats-${status}`}>
              <SectionHeading id={`debats-${status}`} title={title} />
              <ul className="grid gap-3.5 md:grid-cols-2 lg:grid-cols-3 lg:gap-4">
                {some.map((debate) => (
                  <DebateCard key={debate.id} debate={debate} now={now} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}
