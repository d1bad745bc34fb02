import type { ReactNode } from "react";
import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Badge } from "@/ui/badge.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyVoices } from "@/ui/illustrations.tsx";
import { List } from "@/ui/list.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { ModerationDeskView } from "../moderation.views.ts";
import { ModerationFigures } from "./moderation-figures.tsx";
import { ObjectRow } from "./object-row.tsx";

const rulesWords = (rules: readonly number[]) => `${rules.length > 1 ? "Règles" : "Règle"} ${rules.join(", ")}`;

/** What waits for whoever decides, oldest first. */
export function ModerationPage({ desk, now }: { desk: ModerationDeskView; now: Date }) {
  const { cases, appeals, recent, figures } = desk;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Modération"
        lede="Lire ce qui entoure, citer la règle, dire pourquoi. Le plus ancien d’abord."
      />
      <div className="grid gap-11">
        <section aria-labelledby="signalements">
          <SectionHeading id="signalements" title="Signalements" />
          {cases.length === 0 ? (
            <Calm first={desk.first} />
          ) : (
            <List>
              {cases.map(({ id, object, reports, rules, since, mine }) => (
                <ObjectRow key={id} href={paths.moderationCase(id)} object={object}>
                  <Badge tone="rose">{counted(reports, "signalement")}</Badge>
                  <span>{rulesWords(rules)}</span>
                  <RelativeTime date={since} now={now} />
                  {mine && <Badge>Signalé par toi</Badge>}
                </ObjectRow>
              ))}
            </List>
          )}
          {(desk.next || !desk.first) && (
            <nav aria-label="Pages des signalements" className="mt-4 flex flex-wrap gap-2.5">
              {!desk.first && (
                <ButtonLink href={paths.moderation} variant="secondary">
                  Revenir aux plus anciens
                </ButtonLink>
              )}
              {desk.next && (
                <ButtonLink href={`${paths.moderation}?apres=${desk.next}`} variant="secondary" trailingIcon="arrow">
                  Voir les suivants
                </ButtonLink>
              )}
            </nav>
          )}
        </section>
        {appeals.length > 0 && (
          <Section id="reponses" title="Réponses à relire" note="Une autre personne que la première décide.">
            {appeals.map(({ id, caseId, object, at, mine }) => (
              <ObjectRow key={id} href={paths.moderationCase(caseId)} object={object}>
                <Badge tone="amber">Réponse de l’auteur·e</Badge>
                <RelativeTime date={at} now={now} />
                {mine && <Badge>Masqué par toi</Badge>}
              </ObjectRow>
            ))}
          </Section>
        )}
        {recent.length > 0 && (
          <Section id="decisions" title="Décidé récemment">
            {recent.map(({ id, caseId, object, outcome, settles, rule, at }) => (
              <ObjectRow key={id} href={paths.moderationCase(caseId)} object={object}>
                <OutcomeBadge outcome={outcome} settles={settles} />
                {rule !== null && <span>Règle {rule}</span>}
                <RelativeTime date={at} now={now} />
              </ObjectRow>
            ))}
          </Section>
        )}
        {figures && <ModerationFigures figures={figures} />}
      </div>
    </div>
  );
}

function Section({ id, title, note, children }: { id: string; title: string; note?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <SectionHeading id={id} title={title} note={note} />
      <List>{children}</List>
    </section>
  );
}

function Calm({ first }: { first: boolean }) {
  return (
    <EmptyState
      illustration={<EmptyVoices />}
      title={first ? "Rien n’attend : tout est calme." : "Il n’y en a pas d’autres."}
      action={first && <ButtonLink href={paths.debates}>Lire les débats</ButtonLink>}
    >
      {first &&
        "Les signalements arrivent ici, et leur nombre s’affiche dans ton menu. En attendant, la meilleure modération est d’être là."}
    </EmptyState>
  );
}

/** What was decided, in two words. */
export function OutcomeBadge({ outcome, settles }: { outcome: "nothing" | "hide"; settles: boolean }) {
  if (outcome === "hide") return <Badge tone="contre">{settles ? "Gardé masqué" : "Masqué"}</Badge>;
  return <Badge tone="ok">{settles ? "Remis en ligne" : "Laissé en ligne"}</Badge>;
}
