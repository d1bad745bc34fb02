import Form from "next/form";
import Link from "next/link";
import { fullMoment } from "@/core/french-dates.ts";
import { unbroken } from "@/core/french-typography.ts";
import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { TextInput } from "@/ui/text-field.tsx";
import type { FoundMessagesView, FoundMessageView } from "../search.queries.ts";
import { momentWords } from "./moment-words.ts";

/** What was said somewhere in one's messages, or in one conversation: the newest first, each opening where it stands. */
export function SearchPage({
  view: { q, found, next, words },
  within,
  now,
}: {
  view: FoundMessagesView;
  /** The one conversation that is searched. */
  within: { id: string; title: string } | null;
  now: number;
}) {
  const fields = { ...(within && { conversation: within.id }) };
  return (
    <div className="mx-auto w-full max-w-2xl">
      <BackLink href={within ? paths.conversation(within.id) : paths.messages}>
        {within ? "Revenir à la conversation" : "Messages"}
      </BackLink>
      <h1 className="mb-5 text-title font-[750] text-balance">
        {within ? `Chercher dans « ${within.title} »` : "Chercher dans mes messages"}
      </h1>
      <Form
        action={paths.searchMessages}
        role="search"
        aria-label="Recherche"
        className="mb-6 flex flex-wrap items-center gap-2"
      >
        {within && <input type="hidden" name="conversation" value={within.id} />}
        <TextInput
          type="search"
          name="q"
          aria-label="Des mots du message"
          placeholder="Des mots du message"
          defaultValue={q}
          maxLength={80}
          className="flex-[1_1_12rem]"
        />
        <Button type="submit">Chercher</Button>
        {within && (
          <Link
            href={`${paths.searchMessages}?${new URLSearchParams({ q })}`}
            prefetch={false}
            className="inline-flex min-h-11 items-center px-2 font-semibold underline underline-offset-2"
          >
            Partout
          </Link>
        )}
      </Form>
      {found.length > 0 ? (
        <ul className="divide-y divide-line rounded-card border border-line bg-card">
          {found.map((one) => (
            <Found key={one.id} found={one} titled={within === null} now={now} />
          ))}
        </ul>
      ) : (
        <Nothing q={q} short={words.length === 0} />
      )}
      {next && (
        <p className="mt-4 flex justify-center">
          <ButtonLink
            href={`${paths.searchMessages}?${new URLSearchParams({ q, ...fields, apres: next })}`}
            variant="secondary"
            trailingIcon="arrow"
          >
            Plus anciens
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

function Found({ found, titled, now }: { found: FoundMessageView; titled: boolean; now: number }) {
  const { conversationId, seq, title, author, mine, at, excerpt } = found;
  const moment = new Date(at);
  return (
    <li className="relative grid gap-0.5 px-4 py-3.5 hover:bg-sunken sm:px-5">
      <p className="flex items-baseline gap-3">
        <Link
          href={paths.message(conversationId, seq)}
          prefetch={false}
          className="min-w-0 flex-1 truncate font-[650] no-underline after:absolute after:inset-0"
        >
          {titled ? title : mine ? "Toi" : author}
        </Link>
        <time dateTime={at} title={fullMoment(moment)} className="shrink-0 text-xs text-ink-3">
          {momentWords(moment, new Date(now))}
        </time>
      </p>
      <p className="text-[0.96875rem] text-ink-2 wrap-anywhere">
        {titled && `${mine ? "Toi" : author} : `}
        {excerpt.map(({ text, hit }, index) =>
          hit ? (
            <mark key={index} className="rounded-sm bg-amber-soft px-0.5 font-[650] text-ink">
              {text}
            </mark>
          ) : (
            unbroken(text)
          ),
        )}
      </p>
    </li>
  );
}

function Nothing({ q, short }: { q: string; short: boolean }) {
  if (q === "")
    return <p className="text-ink-2">Un mot, un prénom, un lieu : les accents et les majuscules ne comptent pas.</p>;
  if (short) return <p className="text-ink-2">Écris au moins deux lettres d’un mot.</p>;
  return <EmptyState title={`Rien ne contient « ${q} »`}>Essaie un mot de moins, ou un autre.</EmptyState>;
}
