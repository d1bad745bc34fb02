import Link from "next/link";
import { counted } from "@/core/french-dates.ts";
import { unbroken } from "@/core/french-typography.ts";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { BroadcastDeskView, BroadcastView } from "../broadcast.views.ts";
import { BroadcastForm } from "./broadcast-form.tsx";

/** Writing to all members of a place, and what was written before. */
export function BroadcastPage({ desk, me, now }: { desk: BroadcastDeskView; me: string; now: Date }) {
  const { place, inboxHref, reach, opposed, can, past } = desk;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        eyebrow={
          <Link href={inboxHref} prefetch={false} className="inline-flex min-h-11 items-center">
            {place} · Messages aux responsables
          </Link>
        }
        title="Écrire à tous les membres"
        lede="Chaque personne reçoit ton message dans sa conversation avec le lieu. Les réponses arrivent dans la boîte commune. Un envoi par jour."
      />
      <div className="grid gap-10">
        {reach.members === 0 ? (
          <EmptyState title="Personne à qui écrire">
            <p>Ce lieu n’a pas encore d’autre membre que toi.</p>
          </EmptyState>
        ) : can.send ? (
          <div className="grid gap-4">
            {opposed > 0 && (
              <Notice>{counted(opposed, "personne a demandé", "personnes ont demandé")} à ne plus en recevoir.</Notice>
            )}
            <BroadcastForm scope={desk.scope} place={place} reach={reach} me={me} />
          </div>
        ) : (
          <Notice title="Un message est parti il y a moins de vingt-quatre heures">
            Un par jour et par lieu, pour que chacun de tes messages compte. Reviens demain.
          </Notice>
        )}
        {past.length > 0 && (
          <section aria-labelledby="envoyes">
            <SectionHeading id="envoyes" title="Déjà envoyés" className="scroll-mt-20" />
            <ul className="grid gap-3">
              {past.map((one) => (
                <Past key={one.id} sent={one} now={now} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

function Past({
  sent: { sentAt, author, words, adherentsOnly, carried, done, stopped, hidden },
  now,
}: {
  sent: BroadcastView;
  now: Date;
}) {
  return (
    <Card as="li">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-note text-ink-3">
        <span className="font-[650] text-ink-2">{author ?? "Compte supprimé"}</span>
        <RelativeTime date={sentAt} now={now} />
        <Badge tone={done ? "neutral" : "amber"}>
          {done ? `Reçu par ${counted(carried, "membre")}` : `En route : ${counted(carried, "membre")} pour l’instant`}
        </Badge>
        {stopped && <Badge tone="amber">Arrêté en route</Badge>}
        {adherentsOnly && <Badge>Adhérent·e·s</Badge>}
      </p>
      {hidden ? (
        <p className="mt-2.5 text-ink-2">Masqué par la modération, chez toutes les personnes qui l’ont reçu.</p>
      ) : (
        <p className="mt-2.5 line-clamp-6 whitespace-pre-line wrap-anywhere">{unbroken(words)}</p>
      )}
    </Card>
  );
}
