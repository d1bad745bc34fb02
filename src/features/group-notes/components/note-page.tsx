import Link from "next/link";
import { fullDay, relativeTime } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { Notice } from "@/ui/notice.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import type { MergedView, NoteView } from "../note.views.ts";
import { ForgetNoteDraft } from "./forget-note-draft.tsx";
import { RemoveNote } from "./note-acts.tsx";
import { namesOf, SignedBy } from "./note-words.tsx";

/** One note of a group, to read. */
export function NotePage({
  note,
  me,
  now,
  merged,
}: {
  note: NoteView;
  me: string;
  now: Date;
  /** Her own changes have just been brought together with those of others. */
  merged: MergedView | null;
}) {
  const { group, can } = note;
  const edit = can.edit && (
    <ButtonLink href={paths.editGroupNote(group, note.id)} variant={note.body ? "secondary" : "primary"}>
      {note.body ? "Modifier" : "Écrire"}
    </ButtonLink>
  );
  return (
    <article className="mx-auto max-w-3xl">
      <ForgetNoteDraft me={me} ids={[note.id, group.id]} />
      <header className="mb-7">
        <BackLink href={paths.groupNotes(group)}>Notes · {group.name}</BackLink>
        <h1 className="text-title font-[750] wrap-anywhere">{note.title}</h1>
        <p className="mt-3 text-note text-ink-3">
          Modifiée {relativeTime(note.updatedAt, now)} par <SignedBy by={note.updatedBy} />
          {" · "}
          <Link href={paths.groupNoteRevisions(group, note.id)} prefetch={false}>
            {note.version === 1 ? "1 version" : `${note.version} versions`}
          </Link>
        </p>
        {edit && note.body && <div className="mt-4">{edit}</div>}
      </header>
      {merged && (
        <Notice tone="success" title="Vos changements ont été réunis" role="status" className="mb-6">
          {namesOf(merged.names)} {merged.names.length > 1 ? "ont modifié" : "a modifié"} cette note pendant que tu
          écrivais, à d’autres endroits. Relis l’ensemble.
        </Notice>
      )}
      {note.body ? (
        <RichText source={note.body} rich={note.rich} className="text-[1.0625rem] leading-relaxed" />
      ) : (
        <EmptyState title="Cette note est encore vide" action={edit || undefined}>
          Ses premiers mots seront lus par tout le groupe.
        </EmptyState>
      )}
      <footer className="mt-9 grid gap-3 border-t border-line pt-5 text-note text-ink-3">
        <p>
          Commencée le {fullDay(note.createdAt)} par <SignedBy by={note.createdBy} />
          {note.others.length > 0 && <>, avec {namesOf(note.others)}</>}.{" "}
          {can.report && (
            <Link href={paths.report("group-note", note.id)} prefetch={false} className="underline underline-offset-2">
              Signaler
            </Link>
          )}
        </p>
        {can.remove && <RemoveNote noteId={note.id} />}
      </footer>
    </article>
  );
}
