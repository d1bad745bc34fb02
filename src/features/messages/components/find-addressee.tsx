"use client";

import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { buttonClasses } from "@/ui/button.tsx";
import { type FoundPerson, PersonSearch } from "@/ui/person-search.tsx";

const PEOPLE_MAX = 49;

/** Finds whom to write to: one's coopains at hand, everybody by name. Choosing is a link, so that it works before JavaScript. */
export function FindAddressee({
  chosen,
  near,
  asked,
  found,
  first,
}: {
  chosen: readonly string[];
  near: readonly FoundPerson[];
  asked: string;
  found: readonly FoundPerson[];
  /** Nobody is chosen yet. */
  first: boolean;
}) {
  const href = (id: string) => `${paths.newMessage}?${[...chosen, id].map((one) => `a=${one}`).join("&")}`;
  const others = near.filter(({ id }) => !chosen.includes(id));
  if (chosen.length >= PEOPLE_MAX) return null;
  return (
    <section id="chercher" aria-label={first ? "Choisir à qui écrire" : "Ajouter quelqu’un"} className="grid gap-4">
      <PersonSearch
        anchor="chercher"
        id="qui"
        // One field of the form for all of them: the page reads a list.
        fields={chosen.length > 0 ? { a: chosen.join(" ") } : {}}
        address={paths.api.memberSearch}
        asked={asked}
        found={found}
        label={first ? "À qui veux-tu écrire ?" : "Ajouter quelqu’un"}
        hint={
          first
            ? "Un prénom, un nom. Tu peux en choisir plusieurs."
            : "La conversation devient un petit groupe : chacun·e lit ce que tous écrivent."
        }
        nobody="Personne de ce nom que tu voies."
        end={({ id, name }) =>
          chosen.includes(id) ? (
            <span className="text-note text-ink-3">Déjà là</span>
          ) : (
            <Link
              href={href(id)}
              prefetch={false}
              scroll={false}
              aria-label={`Choisir ${name}`}
              className={buttonClasses({ variant: "secondary", size: "compact" })}
            >
              Choisir
            </Link>
          )
        }
      />
      {others.length > 0 && (
        <div className="grid gap-2.5">
          <p className="text-note font-[650] text-ink-2">Tes coopains</p>
          <ul className="flex flex-wrap gap-2">
            {others.map(({ id, name, photo }) => (
              <li key={id}>
                <Link
                  href={href(id)}
                  prefetch={false}
                  scroll={false}
                  className="inline-flex min-h-11 items-center gap-2.5 rounded-full border border-line-strong bg-card py-1 pr-4 pl-1.5 text-note font-[600] no-underline hover:border-ink"
                >
                  <Avatar name={name} photo={photo ?? null} size="small" />
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
