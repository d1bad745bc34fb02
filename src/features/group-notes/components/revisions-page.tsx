import Link from "next/link";
import { fullMoment, relativeTime } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { Badge } from "@/ui/badge.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { RevisionsView } from "../note.views.ts";
import { ComparedText } from "./compared-text.tsx";
import { RestoreRevision } from "./note-acts.tsx";
import { SignedBy } from "./note-words.tsx";

/** The history of a note: who saved, when, and what one version changed. */
export function RevisionsPage({ view, now }: { view: RevisionsView; now: Date }) {
  const { note, group, revisions, before, shown, can } = view;
  const here = paths.groupNoteRevisions(group, note.id);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        eyebrow={<BackLink href={paths.groupNote(group, note.id)}>{note.title}</BackLink>}
        title="Les versions"
        lede="Chaque enregistrement est gardé. On compare, et on reprend ce que l’on veut."
      />
      <div className="grid gap-8">
        {shown && <ShownRevision shown={shown} view={view} />}
        <section aria-labelledby="versions" className="grid gap-3">
          <h2 id="versions" className="text-heading">
            Toutes les versions
          </h2>
          <List>
            {revisions.map(({ number, savedAt, by }) => (
              <ListRow
                key={number}
                href={`${here}?version=${number}#changements`}
                title={
                  <>
                    Version {number}
                    {number === note.version && <Badge className="ml-2">Actuelle</Badge>}
                    {number === shown?.number && (
                      <Badge tone="amber" className="ml-2">
                        Affichée
                      </Badge>
                    )}
                  </>
                }
                text={
                  <>
                    <time dateTime={savedAt.toISOString()} title={fullMoment(savedAt)}>
                      {relativeTime(savedAt, now)}
                    </time>
                    , par {by?.name ?? "compte supprimé"}
                  </>
                }
              />
            ))}
          </List>
          {before && (
            <Link
              href={`${here}?avant=${before}`}
              prefetch={false}
              className="inline-flex min-h-11 items-center justify-self-center font-semibold"
            >
              Versions plus anciennes
            </Link>
          )}
          {can.edit && note.version > 1 && !shown && (
            <p className="text-note text-ink-3">Choisis une version pour voir ce qu’elle a changé et la reprendre.</p>
          )}
        </section>
      </div>
    </div>
  );
}

function ShownRevision({ shown, view }: { shown: NonNullable<RevisionsView["shown"]>; view: RevisionsView }) {
  const { note, can } = view;
  return (
    <section id="changements" aria-labelledby="version-affichee" className="grid gap-3">
      <h2 id="version-affichee" className="text-heading">
        {shown.number === 1 ? "La première version" : `Ce que la version ${shown.number} a changé`}
      </h2>
      <p className="text-note text-ink-3">
        Enregistrée le {fullMoment(shown.savedAt)} par <SignedBy by={shown.by} />
      </p>
      {shown.titleBefore !== null && (
        <p>
          Titre : <del className="text-ink-3">{shown.titleBefore}</del> →{" "}
          <ins className="font-[650] no-underline">{shown.title}</ins>
        </p>
      )}
      <ComparedText lines={shown.compared} />
      {can.edit && shown.number < note.version && (
        <RestoreRevision noteId={note.id} number={shown.number} version={note.version} />
      )}
    </section>
  );
}
