import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { classNames } from "@/ui/class-names.ts";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyVoices } from "@/ui/illustrations.tsx";
import type { DebateView } from "../debate.views.ts";
import { DebateCard } from "./debate-card.tsx";

/** On a line of three, how the last cards share what is left: none stands alone. */
const lastOnes = ["", "lg:[&>:nth-last-child(-n+4)]:col-span-3", "lg:[&>:nth-last-child(-n+2)]:col-span-3"];

/** The layout of a list of cards, by how many there are. */
export function cardGrid(count: number): string {
  return classNames(
    "grid gap-3.5 lg:gap-4",
    count > 1 && "md:grid-cols-2",
    count > 2 && "lg:grid-cols-6 lg:*:col-span-2",
    count > 2 && lastOnes[count % 3],
    count > 2 && count % 2 === 1 && "md:max-lg:[&>:last-child]:col-span-2",
  );
}

/** The debates that run now, their numbers moving. `narrow`: one under the other, in a column. */
export function RunningDebates({
  debates,
  now,
  isMember,
  narrow = false,
}: {
  debates: readonly DebateView[];
  now: number;
  isMember: boolean;
  narrow?: boolean;
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
    <ul className={narrow ? "grid gap-3.5" : cardGrid(debates.length)}>
      {debates.map((debate) => (
        <DebateCard key={debate.id} debate={debate} now={now} live />
      ))}
    </ul>
  );
}
