import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyMail } from "@/ui/illustrations.tsx";
import type { Box } from "../conversation.schema.ts";

/** A list without conversations: what would be there, and the next thing to do. */
export function NoConversations({ box, sectionScope }: { box: Box; sectionScope: string }) {
  if (box === "non-lues")
    return (
      <EmptyState
        title="Tout est lu"
        action={
          <ButtonLink href={paths.messages} variant="secondary">
            Toutes mes conversations
          </ButtonLink>
        }
      >
        Ce qui arrivera ici t’attendra.
      </EmptyState>
    );
  if (box === "demandes")
    return (
      <EmptyState title="Aucune demande">
        Quelqu’un qui n’est ni de tes coopains ni de ta section t’envoie d’abord un seul message : tu choisis ici si la
        conversation s’ouvre.
      </EmptyState>
    );
  return (
    <EmptyState
      illustration={<EmptyMail />}
      title="Écris ton premier message"
      action={
        <>
          <ButtonLink href={paths.newMessage}>Écrire à quelqu’un</ButtonLink>
          <ButtonLink href={paths.writeToPlace(sectionScope)} variant="secondary">
            Écrire à ma section
          </ButtonLink>
        </>
      }
    >
      Un mot à un coopain, un groupe pour préparer le marché de samedi, une question à qui s’occupe de ta section.
    </EmptyState>
  );
}

/** Beside the list on a desk, before one is opened. */
export function ChooseConversation() {
  return (
    <div className="m-auto grid max-w-md justify-items-center gap-2 text-center">
      <div className="mb-2 w-36">
        <EmptyMail />
      </div>
      <p className="font-display text-xl font-[720] tracking-tight">Choisis une conversation</p>
      <p className="text-ink-2">
        Elle s’ouvre ici, et la liste reste à côté. Tu peux aussi en commencer une, à deux ou à plusieurs.
      </p>
    </div>
  );
}
