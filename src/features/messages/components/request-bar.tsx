import Link from "next/link";
import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { answerMessageRequestAction } from "../conversation.actions.ts";
import type { ConversationView } from "../conversation.views.ts";
import { firstName } from "./name-words.ts";

/** Somebody one does not know wrote: who it is, and yes or no. `about` is what one may know of her. */
export function ReceivedRequest({
  conversation,
  firstMessageId,
  about,
}: {
  conversation: ConversationView;
  firstMessageId: string | null;
  about?: ReactNode;
}) {
  const { id, people, me, refused, can } = conversation;
  const other = people.find((person) => person.id !== me);
  const name = firstName(other?.name ?? "Cette personne");
  return (
    <section
      aria-label="Demande de message"
      className="grid max-h-[60%] gap-3 overflow-y-auto border-t border-line bg-card px-4 pt-4 pb-[max(1rem,env(safe-area-inset-bottom))] lg:px-5"
    >
      <div className="grid gap-1">
        <p className="font-[680]">{refused ? `Tu as refusé la demande de ${name}` : `${name} veut t’écrire`}</p>
        {about}
        <p className="text-note text-ink-2">
          {refused
            ? "Ce refus n’a été dit à personne, et ce message reste le seul. Si tu changes d’avis, accepte : la conversation s’ouvre."
            : "Tu n’es ni dans sa section ni parmi ses coopains : c’est un seul message, tant que tu n’acceptes pas. Un refus ne se voit pas."}
        </p>
      </div>
      {can.answerRequest && (
        <div className="flex flex-wrap items-start gap-2">
          <ActForm
            action={answerMessageRequestAction}
            fields={{ conversationId: id, answer: "accept" }}
            said="La conversation est ouverte."
            icon="check"
            size="compact"
          >
            Accepter
          </ActForm>
          {!refused && (
            <ActForm
              action={answerMessageRequestAction}
              fields={{ conversationId: id, answer: "refuse" }}
              said="La demande est refusée."
              variant="secondary"
              size="compact"
            >
              Refuser
            </ActForm>
          )}
          <span className="ml-auto flex gap-x-4">
            {firstMessageId && (
              <Link href={paths.report("message", firstMessageId)} prefetch={false} className={quiet}>
                Signaler
              </Link>
            )}
            <Link href={`${paths.conversationPeople(id)}#bloquer`} prefetch={false} className={quiet}>
              Bloquer
            </Link>
          </span>
        </div>
      )}
    </section>
  );
}

const quiet = "inline-flex min-h-11 items-center text-note font-semibold text-ink-2 hover:text-ink";

/** In the place of the composer: why nothing is written here now. */
export function ClosedWords({ conversation: { request, closed, people, me } }: { conversation: ConversationView }) {
  const name = firstName(people.find(({ id }) => id !== me)?.name ?? "Cette personne");
  return (
    <div className="border-t border-line bg-card px-3 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:px-5">
      {request === "sent" ? (
        <Notice title="Ta demande est envoyée">
          {name} peut maintenant l’accepter ou te répondre : la conversation s’ouvrira alors. D’ici là, un seul message
          suffit.
        </Notice>
      ) : (
        <Notice>{closed ?? "On n’écrit plus ici."}</Notice>
      )}
    </div>
  );
}
