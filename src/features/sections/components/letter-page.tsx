import Link from "next/link";
import { unbroken } from "@/core/french-typography.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Person } from "@/ui/person.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { LetterView, PenView } from "../letter.views.ts";
import { AnswerForm } from "./answer-form.tsx";

/** A letter and its answers, for its author and those in charge. */
export function LetterPage({ letter, now }: { letter: LetterView; now: Date }) {
  const { place, mine, answers, can } = letter;
  return (
    <>
      <PageHeader
        eyebrow={
          <Link href={place.href} prefetch={false} className="inline-flex min-h-11 items-center">
            {place.name}
          </Link>
        }
        title={mine ? "Ta lettre aux responsables" : "Une lettre aux responsables"}
        lede="Vos adresses restent cachées. Seules la personne qui a écrit et celles qui sont responsables lisent cette page."
      />
      <div className="grid max-w-3xl gap-8">
        <Written from={letter.from} words={letter.words} sentAt={letter.sentAt} now={now} note={`À : ${place.name}`} />
        <section aria-labelledby="reponses">
          <SectionHeading id="reponses" title={answers.length > 1 ? "Les réponses" : "La réponse"} />
          {answers.length === 0 && (
            <p className="text-ink-2">
              {mine
                ? "Pas encore de réponse. Elle arrivera ici et dans ta boîte e-mail."
                : "Personne n’a encore répondu."}
            </p>
          )}
          <div className="grid gap-4">
            {answers.map(({ id, ...answer }) => (
              <Written key={id} {...answer} now={now} note="Responsable" />
            ))}
          </div>
        </section>
        {can.answer && (
          <Card>
            <AnswerForm letterId={letter.id} />
          </Card>
        )}
        {mine && (
          <div>
            <ButtonLink href={`${place.href}#ecrire`} variant="secondary" icon="mail">
              Écrire une autre lettre
            </ButtonLink>
          </div>
        )}
      </div>
    </>
  );
}

function Written({
  from,
  words,
  sentAt,
  now,
  note,
}: {
  from: PenView;
  words: string;
  sentAt: Date;
  now: Date;
  note: string;
}) {
  return (
    <Card as="article">
      <Person
        person={{
          name: from?.name ?? "Compte supprimé",
          place: note,
          photo: from?.photo ?? null,
          href: from?.href ?? null,
        }}
        note={<RelativeTime date={sentAt} now={now} />}
      />
      <p className="mt-4 whitespace-pre-line wrap-anywhere">{unbroken(words)}</p>
    </Card>
  );
}
