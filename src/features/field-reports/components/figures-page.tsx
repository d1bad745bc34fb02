import Link from "next/link";
import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { kindWords } from "@/features/events/index.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { durationWords } from "../field-report.rules.ts";
import type { FiguresView } from "../field-report.views.ts";
import { FiguresChart } from "./figures-chart.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { ReportCard } from "./report-card.tsx";
import { monthWords } from "./report-words.ts";

/** What was done on the field in a place: the year's figures, and the reports behind each. */
export function FiguresPage({ figures }: { figures: FiguresView }) {
  const { name, total, above, whole, level, chosen, reports } = figures;
  const here = paths.fieldOf(figures.scope);
  return (
    <>
      <PageHeader
        eyebrow={
          above.length > 0 ? (
            <nav aria-label="Territoires au-dessus" className="flex flex-wrap gap-x-3">
              {above.map((place) => (
                <Link
                  key={place.href}
                  href={place.href}
                  prefetch={false}
                  className="inline-flex min-h-11 items-center underline underline-offset-2"
                >
                  {place.name}
                </Link>
              ))}
            </nav>
          ) : undefined
        }
        title="Sur le terrain"
        lede={`${name}, douze derniers mois.${whole || level === "section" ? "" : " Tu lis ici les actions ouvertes à ta section : d’autres ont aussi eu lieu."}`}
      />
      {total.reports === 0 ? (
        <EmptyState
          title="Pas encore de compte rendu"
          action={<ButtonLink href={paths.agenda}>Voir les prochaines actions</ButtonLink>}
        >
          Après un tractage, un porte-à-porte ou un collage, l’équipe raconte en deux minutes ce qu’elle a fait. Les
          chiffres s’additionnent ici.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-11">
          <p className="max-w-[60ch] text-lede">
            <strong className="font-[720]">{counted(total.reports, "compte rendu", "comptes rendus")}</strong>
            {total.participants > 0 && `, ${counted(total.participants, "présence")}`}
            {total.minutes > 0 && `, ${durationWords(total.minutes)} d’action`}.
          </p>
          <FiguresChart figures={figures} />
          <section aria-labelledby="par-mois">
            <SectionHeading id="par-mois" title="Mois par mois" />
            <FiguresTable
              caption="Les chiffres de chaque mois"
              head="Mois"
              rows={figures.months
                .filter(({ sums }) => sums.reports > 0)
                .map(({ month, sums }) => ({
                  key: month,
                  label: monthWords(month),
                  href: `${here}?mois=${month}#comptes-rendus`,
                  sums,
                }))}
              total={total}
            />
          </section>
          <section aria-labelledby="par-action">
            <SectionHeading id="par-action" title="Par type d’action" />
            <FiguresTable
              caption="Les chiffres de chaque type d’action"
              head="Action"
              rows={figures.kinds.map(({ kind, sums }) => ({
                key: kind,
                label: kindWords[kind],
                href: `${here}?type=${kind}#comptes-rendus`,
                sums,
              }))}
            />
          </section>
          {figures.below.length > 0 && (
            <section aria-labelledby="par-lieu">
              <SectionHeading id="par-lieu" title={level === "national" ? "Par fédération" : "Par section"} />
              <FiguresTable
                caption={level === "national" ? "Les chiffres de chaque fédération" : "Les chiffres de chaque section"}
                head={level === "national" ? "Fédération" : "Section"}
                rows={figures.below.map((place) => ({
                  key: place.href,
                  label: place.name,
                  href: place.href,
                  sums: place.sums,
                }))}
              />
            </section>
          )}
          <section id="comptes-rendus" aria-labelledby="titre-comptes-rendus" className="grid scroll-mt-6 gap-4">
            <SectionHeading
              id="titre-comptes-rendus"
              title={chosenWords(chosen)}
              {...(chosen.month || chosen.kind ? { link: { href: `${here}#comptes-rendus`, label: "Tous" } } : {})}
              className="mb-0!"
            />
            {reports.length === 0 && <p className="text-ink-2">Aucun compte rendu dans ce choix.</p>}
            {reports.map((report) => (
              <ReportCard key={report.id} report={report} />
            ))}
            {figures.after && (
              <ButtonLink
                href={`${here}?${new URLSearchParams({ ...(chosen.month && { mois: chosen.month }), ...(chosen.kind && { type: chosen.kind }), apres: figures.after })}#comptes-rendus`}
                variant="secondary"
              >
                Voir la suite
              </ButtonLink>
            )}
          </section>
        </div>
      )}
    </>
  );
}

function chosenWords({ month, kind }: FiguresView["chosen"]): string {
  const of = [kind ? kindWords[kind].toLowerCase() : "", month ? monthWords(month) : ""].filter(Boolean).join(", ");
  return of ? `Les comptes rendus : ${of}` : "Les derniers comptes rendus";
}
