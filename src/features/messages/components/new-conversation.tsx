import Link from "next/link";
import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { BackLink } from "@/ui/back-link.tsx";
import { classNames } from "@/ui/class-names.ts";
import { Icon } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import type { FoundPerson } from "@/ui/person-search.tsx";
import type { Reach } from "../reach.policy.ts";
import { FindAddressee } from "./find-addressee.tsx";
import { FirstMessageForm } from "./first-message-form.tsx";
import { firstName, someNames } from "./name-words.ts";
import { SecrecyLine } from "./secrecy-words.tsx";

/** Somebody whom one would write to, and how one may. */
export type Addressee = { id: string; name: string; section: string; photo: string | null; reach: Reach };

/** The address of this page with these people chosen. */
export const toHref = (ids: readonly string[]): string =>
  `${paths.newMessage}${ids.length > 0 ? `?${ids.map((id) => `a=${id}`).join("&")}` : ""}`;

/** Writing to somebody, or to several: whom, and the first words. */
export function NewConversation({
  me,
  chosen,
  near,
  search,
  clientId,
  place,
}: {
  me: string;
  chosen: readonly Addressee[];
  /** Coopains whom one may choose at once. */
  near: readonly FoundPerson[];
  search: { asked: string; found: readonly FoundPerson[] };
  clientId: string;
  /** The other way: to those in charge of one's section. */
  place: ReactNode;
}) {
  const ids = chosen.map(({ id }) => id);
  const refused = chosen.filter(({ reach }) => reach === "no");
  const asked = chosen.filter(({ reach }) => reach === "request");
  const possible = chosen.length > 0 && refused.length === 0 && (chosen.length === 1 || asked.length === 0);
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-7">
      <div>
        <BackLink href={paths.messages}>Messages</BackLink>
        <h1 className="text-title font-[750]">{titleOf(chosen)}</h1>
      </div>
      {chosen.length > 0 && (
        <section aria-label="À qui" className="grid gap-3">
          <ul className="flex flex-wrap gap-2">
            {chosen.map((person) => (
              <Chosen
                key={person.id}
                person={person}
                without={toHref(ids.filter((id) => id !== person.id))}
                several={chosen.length > 1}
              />
            ))}
          </ul>
          <ReachWords chosen={chosen} refused={refused} asked={asked} />
        </section>
      )}
      {possible && (
        <FirstMessageForm
          key={ids.join()}
          me={me}
          to={ids}
          several={chosen.length > 1}
          clientId={clientId}
          placeholder={chosen.length > 1 ? "Les premiers mots" : `Bonjour ${firstName(chosen[0]?.name ?? "")}…`}
        />
      )}
      {(asked.length === 0 || chosen.length > 1) && (
        <FindAddressee chosen={ids} near={near} asked={search.asked} found={search.found} first={chosen.length === 0} />
      )}
      {chosen.length === 0 && place}
      <SecrecyLine />
    </div>
  );
}

function titleOf(chosen: readonly Addressee[]): string {
  if (chosen.length === 0) return "Nouveau message";
  return `Écrire à ${someNames(chosen.map(({ name }) => name))}`;
}

function Chosen({ person, without, several }: { person: Addressee; without: string; several: boolean }) {
  const { name, section, photo, reach } = person;
  const closed = reach === "no" || (several && reach === "request");
  return (
    <li
      className={classNames(
        "flex items-center gap-2.5 rounded-full border py-1 pr-1 pl-1.5",
        closed ? "border-dashed border-control" : "border-line-strong bg-card",
      )}
    >
      <Avatar name={name} photo={photo} size="small" />
      <span className="leading-tight">
        <span className="block font-[600]">{name}</span>
        <span className="block text-xs text-ink-3">Section {section}</span>
      </span>
      <Link
        href={without}
        prefetch={false}
        className="grid size-11 place-items-center rounded-full text-ink-2 hover:bg-sunken hover:text-ink"
      >
        <Icon name="cross" size={16} label={`Retirer ${name}`} />
      </Link>
    </li>
  );
}

function ReachWords({
  chosen,
  refused,
  asked,
}: {
  chosen: readonly Addressee[];
  refused: readonly Addressee[];
  asked: readonly Addressee[];
}) {
  const names = (people: readonly Addressee[]) => someNames(people.map(({ name }) => name));
  if (refused.length > 0)
    return (
      <Notice tone="warning">
        {refused.length === 1 && chosen.length === 1
          ? "Tu ne peux pas écrire à cette personne pour le moment."
          : `Tu ne peux pas écrire à ${names(refused)} pour le moment.`}
      </Notice>
    );
  if (asked.length > 0 && chosen.length > 1)
    return (
      <Notice tone="warning">
        À plusieurs, on n’ajoute que des coopains et des membres de sa section. Écris d’abord seul·e à seul·e à{" "}
        {names(asked)}, ou retire {asked.length === 1 ? "cette personne" : "ces personnes"}.
      </Notice>
    );
  if (asked.length > 0)
    return (
      <Notice title="Ce sera une demande">
        Vous n’êtes ni coopains ni de la même section : {firstName(asked[0]?.name ?? "")} reçoit un seul message, et la
        conversation s’ouvre avec sa réponse.
      </Notice>
    );
  return null;
}
