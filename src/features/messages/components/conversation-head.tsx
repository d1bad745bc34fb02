import Link from "next/link";
import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Icon } from "@/ui/icons.tsx";
import { Menu } from "@/ui/menu.tsx";
import { MenuButton, MenuLink } from "@/ui/menu-item.tsx";
import type { ConversationView } from "../conversation.views.ts";
import { ConversationFace } from "./conversation-face.tsx";
import { someNames } from "./name-words.ts";

/** Above a conversation: back to the list, with whom, who is there now, and what one may do with it. */
export function ConversationHead({
  conversation,
  back,
  here,
  paused,
  onPause,
}: {
  conversation: ConversationView;
  /** The list that it was opened from. */
  back: string;
  /** The others who have it open now, by their names. */
  here: readonly string[];
  paused?: boolean;
  /** Holds what arrives, and lets it come again; absent before JavaScript. */
  onPause?: ((wanted: boolean) => void) | undefined;
}) {
  const { id, kind, title, people, place, me, muted, can } = conversation;
  const others = people.filter((person) => person.id !== me);
  return (
    <header className="flex items-center gap-2.5 border-b border-line bg-card py-1.5 pr-2 pl-1 lg:pr-4 lg:pl-5">
      <Link
        href={back}
        prefetch={false}
        className="grid size-11 shrink-0 place-items-center rounded-full text-ink-2 hover:bg-sunken hover:text-ink lg:hidden"
      >
        <Icon name="back" label="Revenir à la liste des messages" />
      </Link>
      <ConversationFace kind={kind} people={others} {...(place && { place })} />
      <div className="min-w-0 flex-1">
        <h1 className="truncate font-text text-[1.0625rem] leading-6 font-[680] tracking-normal">
          <Link
            href={paths.conversationPeople(id)}
            prefetch={false}
            className="inline-flex min-h-6 max-w-full items-center no-underline hover:underline"
          >
            <span className="truncate">{title}</span>
          </Link>
        </h1>
        <p className="flex min-w-0 items-center gap-1.5 text-note text-ink-3">
          {here.length > 0 && <i aria-hidden="true" className="size-2 shrink-0 rounded-full bg-ok" />}
          <span className="truncate">{underTitle(conversation, here)}</span>
          {muted && <Icon name="muted" size={15} label="En sourdine" className="shrink-0" />}
        </p>
      </div>
      <Menu
        label="Autres actions sur la conversation"
        summary={
          <span className="grid size-11 place-items-center rounded-full text-ink-2 hover:bg-sunken hover:text-ink">
            <Icon name="dots" />
          </span>
        }
        className="shrink-0"
      >
        <MenuLink icon="users" href={paths.conversationPeople(id)}>
          {can.add ? "Personnes et réglages" : "Réglages"}
        </MenuLink>
        <MenuLink icon="search" href={`${paths.searchMessages}?conversation=${id}`}>
          Chercher ici
        </MenuLink>
        {kind === "direct" && others[0]?.href && (
          <MenuLink icon="eye" href={others[0].href}>
            Voir son profil
          </MenuLink>
        )}
        <MenuLink icon="lock" href={`${paths.conversationPeople(id)}#qui-lit`}>
          Qui peut lire
        </MenuLink>
        {onPause && (
          <MenuButton icon="clock" aria-pressed={paused} onClick={() => onPause(!paused)}>
            {paused ? "Reprendre le direct" : "Suspendre le direct"}
          </MenuButton>
        )}
      </Menu>
    </header>
  );
}

function underTitle({ kind, people, place, assignee, me }: ConversationView, here: readonly string[]): string {
  if (kind === "direct") return here.length > 0 ? "Est là en ce moment" : "Conversation à deux";
  if (here.length > 0) return `${someNames(here)} ${here.length === 1 ? "est" : "sont"} là`;
  if (kind === "inbox") {
    if (assignee) return assignee.id === me ? "Tu t’en occupes" : `${assignee.name} s’en occupe`;
    return place ? `Avec ${place.name}` : "";
  }
  return counted(people.length, "personne");
}
