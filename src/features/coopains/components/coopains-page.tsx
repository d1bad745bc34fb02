import Form from "next/form";
import Link from "next/link";
import { counted, fullDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyPeople } from "@/ui/illustrations.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Person } from "@/ui/person.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { TextInput } from "@/ui/text-field.tsx";
import type { CoopainListView, CoopainsPageView } from "../coopain.views.ts";
import { BlockedPart, ReceivedPart, SentPart, SuggestionsPart } from "./coopains-parts.tsx";
import { LiveRefresh } from "./live-coopains.tsx";
import { Rows } from "./rows.tsx";

/** "Mes coopains": who waits for an answer, who one has, whom one may want to know. */
export function CoopainsPage({ page, now }: { page: CoopainsPageView; now: Date }) {
  const { total, list, received, moreReceived, suggestions, sent, blocked } = page;
  return (
    <div className="mx-auto max-w-3xl">
      <LiveRefresh memberId={page.memberId} />
      <PageHeader
        title="Mes coopains"
        lede="Les gens avec qui tu milites, débats, prépares. Vous voyez l’un de l’autre ce que vous réservez à vos coopains."
        actions={
          <>
            <ButtonLink href={paths.invite} icon="plus">
              Inviter quelqu’un
            </ButtonLink>
            <ButtonLink href={paths.directory} variant="secondary">
              Chercher un·e membre
            </ButtonLink>
          </>
        }
      />
      <div className="grid gap-11">
        {received.length > 0 && <ReceivedPart requests={received} more={moreReceived} now={now} />}
        <OwnPart total={total} list={list} />
        {suggestions.length > 0 && <SuggestionsPart suggestions={suggestions} />}
        {sent.length > 0 && <SentPart requests={sent} now={now} />}
        {blocked.length > 0 && <BlockedPart blocked={blocked} now={now} />}
      </div>
    </div>
  );
}

function OwnPart({ total, list }: { total: number; list: CoopainListView }) {
  return (
    <section aria-labelledby="miens">
      <SectionHeading id="miens" title={total === 0 ? "Tes coopains" : counted(total, "coopain")} />
      {total === 0 ? (
        <EmptyState
          illustration={<EmptyPeople />}
          title="Tes premiers coopains t’attendent"
          action={<ButtonLink href={paths.invite}>Inviter quelqu’un que je connais</ButtonLink>}
        >
          Demande à une personne de ta section, à quelqu’un avec qui tu as débattu, ou fais venir les tiens.
        </EmptyState>
      ) : (
        <div className="grid gap-4">
          {(total > 8 || list.search !== "") && <Search search={list.search} />}
          {list.people.length > 0 ? (
            <Rows>
              {list.people.map(({ id, name, section, photo, href, since }) => (
                <li key={id}>
                  <Person person={{ name, place: section, photo, href }} note={`Coopains depuis le ${fullDay(since)}`}>
                    <ButtonLink
                      href={paths.writeTo({ id })}
                      variant="secondary"
                      size="compact"
                      icon="mail"
                      aria-label={`Écrire à ${name}`}
                    >
                      Écrire
                    </ButtonLink>
                  </Person>
                </li>
              ))}
            </Rows>
          ) : (
            <p className="text-ink-2">
              {list.search
                ? `Aucun de tes coopains ne s’appelle « ${list.search} ».`
                : "Il n’y a plus personne sur cette page."}
            </p>
          )}
          <Pages list={list} />
        </div>
      )}
    </section>
  );
}

function Search({ search }: { search: string }) {
  return (
    <Form action={paths.coopains} role="search" className="flex flex-wrap items-center gap-2">
      <TextInput
        type="search"
        name="q"
        aria-label="Chercher parmi mes coopains"
        placeholder="Un nom"
        defaultValue={search}
        maxLength={80}
        className="flex-[1_1_12rem]"
      />
      <Button type="submit" variant="secondary">
        Chercher
      </Button>
      {search && (
        <Link
          href={paths.coopains}
          prefetch={false}
          className="inline-flex min-h-11 items-center px-2 font-semibold underline underline-offset-2"
        >
          Tous
        </Link>
      )}
    </Form>
  );
}

function Pages({ list: { first, next, search } }: { list: CoopainListView }) {
  if (first && !next) return null;
  const asked = new URLSearchParams({ ...(search && { q: search }), ...(next && { apres: next }) });
  return (
    <nav aria-label="Pages de mes coopains" className="flex flex-wrap gap-2">
      {!first && (
        <ButtonLink href={paths.coopains} variant="secondary" icon="back">
          Revenir au début
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={`${paths.coopains}?${asked}`} variant="secondary" trailingIcon="arrow">
          La suite
        </ButtonLink>
      )}
    </nav>
  );
}
