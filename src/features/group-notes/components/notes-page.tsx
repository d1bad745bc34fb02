import Link from "next/link";
import { relativeTime } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { Icon } from "@/ui/icons.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import type { NotesView } from "../note.views.ts";
import { BringBackNote } from "./note-acts.tsx";

/** The notes of a group, the last changed first. */
export function NotesPage({ view, group, now }: { view: NotesView; group: { id: string; slug: string }; now: Date }) {
  const { notes, after, removed, can } = view;
  const write = can.write && (
    <ButtonLink href={paths.newGroupNote(group)} icon="plus">
      Écrire une note
    </ButtonLink>
  );
  return (
    <section aria-labelledby="notes" className="grid max-w-3xl gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="notes" className="text-heading">
          Notes
        </h2>
        {notes.length > 0 && write}
      </div>
      {notes.length === 0 ? (
        <EmptyState title="Pas encore de note" action={write || undefined}>
          Compte rendu, liste de courses, texte à plusieurs mains : une note s’écrit ensemble, et rien ne s’y perd.
        </EmptyState>
      ) : (
        <List>
          {notes.map(({ id, title, excerpt, updatedAt, by }) => (
            <ListRow
              key={id}
              href={paths.groupNote(group, id)}
              lead={<Icon name="leaflet" size={22} className="shrink-0 self-start text-ink-3" />}
              title={<span className="wrap-anywhere">{title}</span>}
              text={
                <>
                  {excerpt && <span className="line-clamp-2 text-ink-2 wrap-anywhere">{excerpt}</span>}
                  <span>
                    Modifiée {relativeTime(updatedAt, now)} par {by?.name ?? "compte supprimé"}
                  </span>
                </>
              }
            />
          ))}
        </List>
      )}
      {after && (
        <Link
          href={`${paths.groupNotes(group)}?apres=${after}`}
          prefetch={false}
          className="inline-flex min-h-11 items-center justify-self-center font-semibold"
        >
          Notes plus anciennes
        </Link>
      )}
      {removed && removed.length > 0 && (
        <details className="border-t border-line pt-4">
          <summary className="min-h-11 cursor-pointer py-2.5 font-[650] text-ink-2">
            Notes retirées ({removed.length})
          </summary>
          <List className="mt-2">
            {removed.map(({ id, title, removedAt, by }) => (
              <ListRow
                key={id}
                title={<span className="wrap-anywhere">{title}</span>}
                text={`Retirée ${relativeTime(removedAt, now)} par ${by?.name ?? "compte supprimé"}`}
                end={<BringBackNote noteId={id} title={title} />}
              />
            ))}
          </List>
        </details>
      )}
    </section>
  );
}
