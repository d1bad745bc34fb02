import type { Member } from "@/core/actor.ts";
import { fullDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { federationScope, NATIONAL } from "@/core/scope.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { FeedView } from "../feed.queries.ts";
import { MakeFeedForm } from "./make-feed-form.tsx";
import { RevokeFeedForm } from "./revoke-feed-form.tsx";

/** Where a member makes the addresses that her calendars read, and takes them back. */
export function FeedsPage({
  feeds,
  member,
  origin,
  now,
}: {
  feeds: readonly FeedView[];
  member: Member;
  origin: string;
  now: Date;
}) {
  const { scope, name } = member.section;
  const places = [
    { label: `Section ${name}`, scope },
    { label: "Ta fédération et ses sections", scope: federationScope(scope) ?? NATIONAL },
    { label: "Toute la France", scope: NATIONAL },
  ];
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.agenda}>Agenda</BackLink>
      <PageHeader
        title="Mes abonnements"
        lede="Ton agenda La Coopol dans celui de ton téléphone, tenu à jour tout seul."
      />
      <div className="grid gap-11">
        <section aria-labelledby="mon-agenda">
          <SectionHeading id="mon-agenda" title="Mon agenda" />
          <Card className="grid gap-4">
            <p className="text-ink-2">
              Ce à quoi tu t’inscris et ce que tu organises, rien d’autre. L’adresse est secrète : qui la connaît lit
              ton agenda. Fais-en une par appareil, et retire celle qui ne sert plus.
            </p>
            <MakeFeedForm origin={origin} />
          </Card>
          {feeds.length > 0 && (
            <ul className="mt-4 grid gap-3">
              {feeds.map(({ id, createdAt, lastReadAt }) => (
                <Card as="li" key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
                  <div className="min-w-0 flex-1">
                    <p className="font-[650]">Créé le {fullDay(createdAt)}</p>
                    <p className="text-note text-ink-3">
                      {lastReadAt ? (
                        <>
                          Lu <RelativeTime date={lastReadAt} now={now} />
                        </>
                      ) : (
                        "Aucun agenda ne l’a encore lu"
                      )}
                    </p>
                  </div>
                  <RevokeFeedForm feedId={id} day={fullDay(createdAt)} />
                </Card>
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="lieux">
          <SectionHeading id="lieux" title="Ce qui est ouvert à tout le monde" />
          <p className="mb-3 text-ink-2">Ces adresses ne sont pas secrètes : tu peux les partager.</p>
          <ul className="grid gap-3">
            {places.map((place) => {
              const url = origin + paths.api.placeCalendar(place.scope);
              return (
                <Card as="li" key={place.scope}>
                  <p className="font-[650]">{place.label}</p>
                  <p className="flex flex-wrap gap-x-5">
                    <a
                      href={webcal(url)}
                      className="inline-flex min-h-11 items-center font-semibold text-rose-strong underline underline-offset-2"
                    >
                      S’abonner
                    </a>
                    <a
                      href={url}
                      className="inline-flex min-h-11 items-center underline underline-offset-2 [overflow-wrap:anywhere]"
                    >
                      {url}
                    </a>
                  </p>
                </Card>
              );
            })}
          </ul>
        </section>
      </div>
    </div>
  );
}

/** The same address as calendars open it. */
const webcal = (url: string): string => url.replace(/^https?:/, "webcal:");
