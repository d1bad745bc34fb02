"use client";

import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { LostPlace, PlacesView } from "../places.views.ts";
import { AnswerButtons } from "./answer-buttons.tsx";
import { Coming } from "./coming.tsx";
import { PlaceCard } from "./place-card.tsx";
import { usePlaces } from "./use-places.ts";

/** The places of an event, live: shifts, who comes, what one may do. Without JavaScript, as it was when it was read. */
export function PlacesPanel({
  places: given,
  children,
}: {
  places: PlacesView /** For visitors: how to come as a guest. */;
  children?: ReactNode;
}) {
  const places = usePlaces(given);
  const { shifts, can, answer, lost, takenOff, closed, cancelled } = places;
  const signedUp = shifts.some(({ mine }) => mine !== null);
  return (
    <section aria-labelledby="places">
      <SectionHeading
        id="places"
        title={cancelled ? "Ce qui était prévu" : shifts.length > 1 ? "Créneaux" : "Qui vient"}
        note={closed}
      />
      <p role="status" className="sr-only">
        {spokenWords(places)}
      </p>
      {lost && can.join && <Lost lost={lost} takenOff={takenOff} />}
      <ul className="divide-y divide-line rounded-card border border-line bg-card">
        {shifts.map((place) => (
          <PlaceCard
            key={place.id}
            place={place}
            cancelled={cancelled}
            canAct={can.join}
            canJoin={can.join && !takenOff}
          />
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        {!cancelled && <Coming coming={places.coming} open={can.join || can.signIn} />}
        {can.join && !signedUp && !takenOff && <AnswerButtons eventId={places.eventId} answer={answer} />}
        {can.signIn && !children && (
          <ButtonLink href={paths.signIn} variant="secondary">
            Se connecter pour s’inscrire
          </ButtonLink>
        )}
      </div>
      {can.signIn && children && <div className="mt-6">{children}</div>}
    </section>
  );
}

const lostWords: Record<LostPlace["because"], string> = {
  removed: "Les personnes qui organisent t’ont retiré de la liste",
  expired: "La place gardée pour toi n’a pas été confirmée à temps",
  shift_removed: "Ton créneau a été supprimé",
};

function Lost({ lost: { because, hours, words }, takenOff }: { lost: LostPlace; takenOff: boolean }) {
  return (
    <Notice tone="warning" title={`${lostWords[because]} (${hours}).`} className="mb-4">
      {words} {takenOff ? "Tu veux revenir ? Vois-le avec l’équipe." : "Tu peux t’inscrire de nouveau."}
    </Notice>
  );
}

/** What is said aloud when places move: how many are left, shift by shift. */
function spokenWords({ shifts }: PlacesView): string {
  return shifts
    .filter(({ over, free }) => !over && free !== null)
    .map(({ title, free, missing }) => {
      const left = free === 0 ? "complet" : free === 1 ? "il reste 1 place" : `il reste ${free} places`;
      const words = missing ? `${left}, ${missing}` : left;
      return shifts.length > 1 ? `${title} : ${words}.` : `${words[0]?.toUpperCase()}${words.slice(1)}.`;
    })
    .join(" ");
}
