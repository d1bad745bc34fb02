import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { classNames } from "@/ui/class-names.ts";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyVoices } from "@/ui/illustrations.tsx";
import type { DebateView } from "../debate.views.ts";
import { DebateCard } from "./debate-card.tsx";

/** No card stands alone on its line. */
const columns = ["md:grid-cols-2 lg:grid-cols-3", "md:grid-cols-2 md:has-[>:only-child]:grid-cols-1", "md:grid-cols-2"];

/** The debates that run now, their numbers moving. */
export function RunningDebates({
  debates,
  now,
  isMember,
}: {
  debates: readonly DebateView[];
  now: number;
  isMember: boolean;
}) {
  if (debates.length === 0)
    return (
      <EmptyState
        illustration={<EmptyVoices />}
        title="Aucun débat en cours"
        action={
          isMember ? (
            <ButtonLink href={paths.debates}>Relire les débats clos</ButtonLink>
          ) : (
            <ButtonLink href={paths.signUp}>Être là pour le prochain</ButtonLink>
          )
        }
      >
        Le prochain s’ouvrira bientôt.
      </EmptyState>
    );
  return (
    <ul className={classNames("grid gap-3.5 lg:gap-4", columns[debates.length % 3])}>
      {debates.map((debate) => (
        <DebateCard key={debate.id} debate={debate} now={now} live />
      ))}
    </ul>
  );
}
