import Link from "next/link";
import type { ReactNode } from "react";
import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { Avatar } from "@/ui/avatar.tsx";
import { BackLink } from "@/ui/back-link.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Confirmed } from "@/ui/confirmed.tsx";
import { TextField } from "@/ui/text-field.tsx";
import {
  leaveConversationAction,
  muteConversationAction,
  nameConversationAction,
  removePersonAction,
} from "../conversation.actions.ts";
import { NAME_MAX } from "../conversation.rules.ts";
import type { ConversationView } from "../conversation.views.ts";
import type { PersonView } from "../message.views.ts";
import { SecrecyWords } from "./secrecy-words.tsx";

/** Who is in a conversation, how one hears of it, how one leaves it, and who can read it. */
export function PeoplePage({
  conversation,
  adding,
  blocking,
  read,
}: {
  conversation: ConversationView;
  /** Where people are found and added. */
  adding?: ReactNode;
  /** The block of the other, of two. */
  blocking?: ReactNode;
  /** What moderation read of it. */
  read?: ReactNode;
}) {
  const { id, kind, title, people, me, createdById, can, place } = conversation;
  return (
    <div className="mx-auto w-full max-w-2xl">
      <BackLink href={paths.conversation(id)}>Revenir à la conversation</BackLink>
      <h1 className="mb-7 text-title font-[750] wrap-anywhere">{title}</h1>
      <div className="grid gap-9">
        <section aria-labelledby="qui">
          <h2 id="qui" className="mb-3 text-heading">
            {kind === "several" ? counted(people.length, "personne") : "Qui y est"}
          </h2>
          <ul className="divide-y divide-line rounded-card border border-line bg-card">
            {place && (
              <li className="px-4 py-3 sm:px-5">
                <p className="font-[650]">{place.name}</p>
                <p className="text-note text-ink-2">
                  Celles et ceux qui s’en occupent par leur responsabilité lisent et répondent.
                </p>
              </li>
            )}
            {people.map((person) => (
              <PersonLine key={person.id} person={person} own={person.id === me}>
                {person.id === createdById && kind === "several" && <Badge>Peut retirer des personnes</Badge>}
                {can.remove && person.id !== me && (
                  <Confirmed label="Retirer" variant="quiet" size="compact" className="open:w-full">
                    <p>
                      {person.name} ne lira plus ce qui s’écrit ici, ni ce qui s’y est écrit. Les autres verront que tu
                      l’as fait.
                    </p>
                    <ActForm
                      action={removePersonAction}
                      fields={{ conversationId: id, memberId: person.id }}
                      said={`${person.name} n’est plus dans la conversation.`}
                      variant="danger"
                      size="compact"
                    >
                      Retirer {person.name}
                    </ActForm>
                  </Confirmed>
                )}
              </PersonLine>
            ))}
          </ul>
        </section>
        {can.add && adding}
        {can.name && <Naming conversation={conversation} />}
        <Hearing conversation={conversation} />
        {can.leave && <Leaving id={id} />}
        {blocking && (
          <section id="bloquer" aria-labelledby="bloquer-titre" className="scroll-mt-24">
            <h2 id="bloquer-titre" className="mb-2 text-heading">
              Ne plus avoir affaire à cette personne
            </h2>
            {blocking}
          </section>
        )}
        <SecrecyWords inbox={kind === "inbox"} />
        {read}
      </div>
    </div>
  );
}

function PersonLine({ person, own, children }: { person: PersonView; own: boolean; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 sm:px-5">
      <Avatar name={person.name} photo={person.photo} />
      <p className="min-w-0 flex-[1_1_10rem] font-[600] wrap-anywhere">
        {person.href ? (
          <Link href={person.href} prefetch={false} className="no-underline hover:underline">
            {person.name}
          </Link>
        ) : (
          person.name
        )}
        {own && <span className="font-normal text-ink-3"> (toi)</span>}
      </p>
      {children}
    </li>
  );
}

function Naming({ conversation: { id, name } }: { conversation: ConversationView }) {
  return (
    <section aria-labelledby="nom">
      <h2 id="nom" className="mb-3 text-heading">
        Son nom
      </h2>
      <ActForm
        action={nameConversationAction}
        fields={{ conversationId: id }}
        said="C’est enregistré."
        variant="secondary"
        before={
          <TextField
            id="name"
            name="name"
            label="Comment l’appeler ?"
            hint="Tout le monde ici voit ce nom. Sans nom, on lit celui des personnes."
            defaultValue={name}
            maxLength={NAME_MAX}
            className="w-full"
          />
        }
      >
        Enregistrer
      </ActForm>
    </section>
  );
}

const hearingWords = {
  own: {
    heard: "Ce qui arrive compte parmi tes messages non lus. En sourdine, elle reste dans ta liste sans rien demander.",
    muted:
      "En sourdine : elle ne compte plus parmi tes messages non lus, et aucun mail n’en parle. Elle reste dans ta liste.",
  },
  place: {
    heard:
      "Tant que la personne attend une réponse, nous te prévenons. En sourdine, pour toi seulement : la conversation reste dans la boîte commune, et les autres responsables sont toujours prévenu·e·s.",
    muted:
      "En sourdine pour toi : ni notification, ni mail. Elle reste dans la boîte commune, et les autres responsables sont toujours prévenu·e·s. Si on te la confie, tu en entends de nouveau parler.",
  },
};

function Hearing({ conversation: { id, muted, can } }: { conversation: ConversationView }) {
  if (!can.mute) return null;
  const words = hearingWords[can.assign ? "place" : "own"];
  return (
    <section aria-labelledby="sourdine">
      <h2 id="sourdine" className="mb-2 text-heading">
        En entendre parler
      </h2>
      <p className="mb-3 max-w-[60ch] text-ink-2">{muted ? words.muted : words.heard}</p>
      <ActForm
        action={muteConversationAction}
        fields={{ conversationId: id, muted: muted ? "non" : "oui" }}
        said={muted ? "Tu entends de nouveau cette conversation." : "La conversation est en sourdine."}
        variant="secondary"
        {...(!muted && { icon: "muted" as const })}
      >
        {muted ? "Enlever la sourdine" : "Mettre en sourdine"}
      </ActForm>
    </section>
  );
}

function Leaving({ id }: { id: string }) {
  return (
    <section aria-labelledby="partir">
      <h2 id="partir" className="mb-2 text-heading">
        Partir
      </h2>
      <Confirmed label="Quitter la conversation" variant="secondary">
        <p>
          Tu ne liras plus rien d’ici, ni ce qui s’y est écrit. Tes messages restent. Pour revenir, il faudra qu’on
          t’ajoute de nouveau.
        </p>
        <ActForm action={leaveConversationAction} fields={{ conversationId: id }} variant="danger">
          Quitter la conversation
        </ActForm>
      </Confirmed>
    </section>
  );
}
