import { BackLink } from "@/ui/back-link.tsx";
import type { PlaceToWriteView } from "../place.views.ts";
import { SecrecyLine } from "./secrecy-words.tsx";
import { WriteToPlaceForm } from "./write-to-place-form.tsx";

/** The first words to those in charge of a place, and who will read them. */
export function WriteToPlace({ place, clientId, me }: { place: PlaceToWriteView; clientId: string; me: string }) {
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-7">
      <div>
        <BackLink href={place.href}>{place.title}</BackLink>
        <h1 className="text-title font-[750]">Écrire à {place.name}</h1>
      </div>
      <WriteToPlaceForm place={place} clientId={clientId} me={me} />
      <SecrecyLine inbox />
    </div>
  );
}
