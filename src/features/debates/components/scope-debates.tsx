import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { DebateView } from "../debate.views.ts";
import { DebateCard } from "./debate-card.tsx";
import { cardGrid } from "./running-debates.tsx";

const RUNNING = new Set(["ideas", "debate", "vote"]);

/** The debates of one section or federation, on its page. */
export function ScopeDebates({
  debates,
  now,
  isMember,
}: {
  debates: readonly DebateView[];
  now: number;
  isMember: boolean;
}) {
  return (
    <section aria-labelledby="debats">
      <SectionHeading id="debats" title="Ses débats" />
      {debates.length === 0 ? (
        <Card>
          <p>
            {isMember ? "Aucun débat ici pour l’instant." : "Aucun débat ouvert à tout le monde ici pour l’instant."}
          </p>
          <div className="mt-3.5">
            <ButtonLink href={paths.debates} variant="secondary">
              Voir tous les débats
            </ButtonLink>
          </div>
        </Card>
      ) : (
        <ul className={cardGrid(debates.length)}>
          {debates.map((debate) => (
            <DebateCard key={debate.id} debate={debate} now={now} live={RUNNING.has(debate.phase)} />
          ))}
        </ul>
      )}
    </section>
  );
}
