import Link from "next/link";
import type { ReactNode } from "react";
import { fullDay, fullMoment } from "@/core/french-dates.ts";
import { ruleWords } from "@/core/house-rules.ts";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { DecisionPageView } from "../moderation.views.ts";
import { AppealForm } from "./appeal-form.tsx";
import { PlaceLine, Quote, Words } from "./quote.tsx";

/** What the author of reported words reads: which words, which rule, why, and how to answer once. */
export function DecisionPage({ page }: { page: DecisionPageView }) {
  const { object, first, appeal, settlement } = page;
  const hidden = first.outcome === "hide";
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={titleOf(page)} lede={ledeOf(page)} />
      <div className="grid gap-8">
        <Part title={page.isAuthor ? "Tes mots" : "Les mots"}>
          <Card className="grid gap-3">
            <Quote>
              <Words text={object.text} />
            </Quote>
            <PlaceLine place={object.place} />
          </Card>
        </Part>
        <Part title="La décision" at={first.at}>
          <Card className="grid gap-3">
            {first.rule !== null && <RuleLine number={first.rule} />}
            <p className="break-words whitespace-pre-line">{first.words}</p>
            <p className="border-t border-line pt-3 text-note text-ink-3">
              Décidé par une personne chargée de la modération, à la suite d’un signalement, et non par un programme.
              {page.cited.length > 0 && ` Le signalement citait : ${page.cited.map(ruleWords).join(" ; ")}.`}
            </p>
          </Card>
        </Part>
        {appeal && (
          <Part title={page.isAuthor ? "Ta réponse" : "La réponse"} at={appeal.at}>
            <Card>
              <p className="break-words whitespace-pre-line">{appeal.words}</p>
              {!settlement && (
                <p className="mt-3 border-t border-line pt-3 text-note text-ink-3">
                  Une autre personne que la première va tout relire. La suite arrivera par e-mail.
                </p>
              )}
            </Card>
          </Part>
        )}
        {settlement && (
          <Part title="La seconde décision" at={settlement.at}>
            <Card className="grid gap-3">
              <p className="break-words whitespace-pre-line">{settlement.words}</p>
              <p className="border-t border-line pt-3 text-note text-ink-3">
                Décidé par une autre personne que la première. Cette décision est la dernière.
                {settlement.outcome === "hide" &&
                  " On peut encore saisir un organisme de règlement extrajudiciaire des litiges, ou la justice."}
              </p>
            </Card>
          </Part>
        )}
        {page.can.appeal && (
          <Part title="Tu n’es pas d’accord ?">
            <Card className="grid gap-4">
              <p className="text-ink-2">
                Réponds : une autre personne que la première relira tes mots, ce qui les entoure et ta réponse, puis
                décidera de les garder masqués ou de les remettre en ligne.
                {page.answerUntil && ` Tu as jusqu’au ${fullDay(page.answerUntil)}.`}
              </p>
              <AppealForm decisionId={page.decisionId} />
            </Card>
          </Part>
        )}
        {page.answerUntil && !page.can.appeal && (
          <p className="text-ink-2">
            Cette décision pouvait être contestée jusqu’au {fullDay(page.answerUntil)} : ce temps est passé.
          </p>
        )}
        <div className="flex flex-wrap gap-2.5">
          {page.caseId && (
            <ButtonLink href={paths.moderationCase(page.caseId)} variant="secondary">
              Voir le dossier
            </ButtonLink>
          )}
          <ButtonLink href={paths.rules} variant={hidden ? "secondary" : "quiet"}>
            Relire les règles
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}

function titleOf({ first, settlement, isAuthor }: DecisionPageView): string {
  const whose = isAuthor ? "Tes mots" : "Ces mots";
  if (first.outcome === "nothing") return `${whose} restent en ligne`;
  if (settlement?.outcome === "nothing") return `${whose} sont revenus`;
  return settlement ? `${whose} restent masqués` : `${whose} ont été masqués`;
}

function ledeOf({ first, settlement, answerUntil, can }: DecisionPageView): string {
  if (first.outcome === "nothing") return "Quelqu’un les a signalés. Une personne les a relus, et rien ne change.";
  if (settlement?.outcome === "nothing") return "Une autre personne a tout relu : ils sont de nouveau à leur place.";
  if (answerUntil && !can.appeal) return "Plus personne ne les lit. Voici pourquoi.";
  return "Plus personne ne les lit. Voici pourquoi, et ce que l’on peut faire.";
}

function RuleLine({ number }: { number: number }) {
  return (
    <p>
      <Link
        href={`${paths.rules}#regle-${number}`}
        prefetch={false}
        className="font-[650] text-rose-strong underline decoration-rose-line decoration-2 underline-offset-[3px] first-letter:uppercase"
      >
        {ruleWords(number).replace(/^r/, "R")}
      </Link>
    </p>
  );
}

function Part({ title, at, children }: { title: string; at?: Date; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2.5 flex flex-wrap items-baseline gap-x-3 text-heading">
        {title}
        {at && <span className="font-text text-note font-normal text-ink-3">{fullMoment(at)}</span>}
      </h2>
      {children}
    </section>
  );
}
