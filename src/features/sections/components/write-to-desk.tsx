import { paths } from "@/core/paths.ts";
import type { PlaceDeskView } from "@/features/messages/index.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";

/** How to write to those in charge of a place; a visitor is invited to sign in. */
export function WriteToDesk({ desk, isMember }: { desk: PlaceDeskView; isMember: boolean }) {
  if (!isMember)
    return (
      <Card>
        <p>Entre membres, on écrit aux responsables sans connaître leur adresse, et sans donner la sienne.</p>
        <div className="mt-3.5 flex flex-wrap gap-2.5">
          <ButtonLink href={paths.signIn} variant="secondary">
            Me connecter
          </ButtonLink>
        </div>
      </Card>
    );
  if (!desk.can.write)
    return (
      <Card>
        <p>Tu es responsable ici : les messages des membres t’attendent dans la boîte commune.</p>
        <div className="mt-3.5">
          <ButtonLink href={paths.inbox(desk.scope)} variant="secondary" icon="mail">
            Lire les messages reçus
          </ButtonLink>
        </div>
      </Card>
    );
  return (
    <Card>
      <p>{desk.readers}</p>
      <div className="mt-3.5 flex flex-wrap gap-2.5">
        <ButtonLink href={desk.conversation?.href ?? paths.writeToPlace(desk.scope)} icon="mail">
          {desk.conversation ? "Reprendre la conversation" : `Écrire à ${desk.name}`}
        </ButtonLink>
      </div>
      {desk.conversation && (
        <p className="mt-2.5 text-note text-ink-3">
          {desk.conversation.answered ? "Personne ne te doit de réponse." : "Envoyé, sans réponse pour l’instant."}
        </p>
      )}
    </Card>
  );
}

/** The same as one link among others: the page it leads to says who reads. */
export function WriteToDeskLink({ desk, words }: { desk: PlaceDeskView; words: string }) {
  const href = desk.inboxHref ?? desk.conversation?.href ?? paths.writeToPlace(desk.scope);
  return (
    <ButtonLink href={href} variant="secondary" icon="mail">
      {desk.inboxHref ? "Lire les messages reçus" : words}
    </ButtonLink>
  );
}
