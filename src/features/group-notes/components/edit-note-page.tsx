import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import type { GroupOfNote, NoteView } from "../note.views.ts";
import { NoteForm } from "./note-form.tsx";

/** Where a member begins a note. */
export function NewNotePage({ group, me, formKey }: { group: GroupOfNote; me: string; formKey: string }) {
  return (
    <div className="mx-auto max-w-4xl">
      <BackLink href={paths.groupNotes(group)}>Notes · {group.name}</BackLink>
      <h1 className="mb-6 text-title font-[750]">Une nouvelle note</h1>
      <NoteForm
        me={me}
        formKey={formKey}
        groupId={group.id}
        note={null}
        back={paths.groupNotes(group)}
        initial={{ title: "", body: "" }}
      />
    </div>
  );
}

/** Where a member writes in a note. */
export function EditNotePage({ note, me, formKey }: { note: NoteView; me: string; formKey: string }) {
  const here = paths.groupNote(note.group, note.id);
  return (
    <div className="mx-auto max-w-4xl">
      <BackLink href={here}>{note.title}</BackLink>
      <h1 className="mb-6 text-title font-[750]">Modifier la note</h1>
      <NoteForm
        me={me}
        formKey={formKey}
        groupId={note.group.id}
        note={{ id: note.id, version: note.version }}
        back={here}
        initial={{ title: note.title, body: note.body }}
      />
    </div>
  );
}
