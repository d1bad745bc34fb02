import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { Icon } from "@/ui/icons.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { hideNoteAction } from "../guest.actions.ts";
import type { NotesView, NoteView, QuestionView } from "../note.views.ts";
import { AnnounceForm, AnswerForm, AskForm } from "./note-forms.tsx";

/** Slot of the event's page: what organisers announce, what participants ask, what is answered. */
export function EventNotes({ notes, now }: { notes: NotesView; now: string }) {
  const { eventId, announcements, questions, can } = notes;
  if (announcements.length + questions.length === 0 && !can.announce && !can.ask) return null;
  return (
    <section aria-labelledby="mots" className="grid gap-6">
      <div>
        <SectionHeading
          id="mots"
          title="Entre participant·es"
          note="lu par les inscrit·es et l’équipe"
          className="mb-3"
        />
        {announcements.length === 0 && questions.length === 0 && (
          <p className="text-ink-2">
            {can.announce
              ? "Un détail pratique à dire à tout le monde ? Écris-le ici."
              : "Une question sur l’organisation ? Pose-la ici."}
          </p>
        )}
        {announcements.length > 0 && (
          <ul className="grid gap-3" aria-label="Annonces">
            {announcements.map((note) => (
              <li key={note.id} className="rounded-card border border-line bg-amber-soft px-4 py-3.5">
                <Words note={note} now={now} what="Annonce" hides={can.keep} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {can.announce && <AnnounceForm eventId={eventId} />}
      {questions.length > 0 && (
        <ul className="grid gap-4" aria-label="Questions">
          {questions.map((question) => (
            <Question key={question.id} question={question} now={now} keeps={can.keep} />
          ))}
        </ul>
      )}
      {can.ask && <AskForm eventId={eventId} />}
    </section>
  );
}

function Question({ question, now, keeps }: { question: QuestionView; now: string; keeps: boolean }) {
  return (
    <li className="rounded-card border border-line bg-card px-4 py-3.5">
      <Words note={question} now={now} what="Question" hides={keeps} />
      {question.answers.length > 0 && (
        <ul className="mt-3 grid gap-3 border-l-[3px] border-line pl-4" aria-label="Réponses">
          {question.answers.map((answer) => (
            <li key={answer.id}>
              <Words note={answer} now={now} what="Réponse" hides={keeps} />
            </li>
          ))}
        </ul>
      )}
      {keeps && <AnswerForm noteId={question.id} answered={question.answers.length > 0} />}
    </li>
  );
}

/** Who wrote it, or what she is to the event where her name is not the reader's to know. */
function byWords({ by, erased }: NoteView, what: string): string {
  if (by) return by;
  if (erased) return "Compte supprimé";
  return what === "Question" ? "Un·e participant·e" : "L’équipe";
}

function Words({ note, now, what, hides }: { note: NoteView; now: string; what: string; hides: boolean }) {
  return (
    <>
      <p className="mb-1 text-note text-ink-2">
        <span className="font-[650] text-ink">{byWords(note, what)}</span>
        {" · "}
        {what.toLocaleLowerCase("fr")} <RelativeTime date={note.at} now={now} />
      </p>
      <p className="break-words whitespace-pre-line">{note.words}</p>
      <div className="-mb-2 flex flex-wrap items-center gap-x-2">
        {hides && (
          <ActForm
            stretched
            action={hideNoteAction}
            fields={{ noteId: note.id }}
            variant="quiet"
            size="compact"
            className="-ml-4 justify-self-start"
            said="C’est masqué."
            aria-label={`Masquer : ${note.words.slice(0, 60)}`}
          >
            Masquer
          </ActForm>
        )}
        {!note.mine && (
          <Link
            href={paths.report("note", note.id)}
            prefetch={false}
            aria-label={`Signaler : ${note.words.slice(0, 60)}`}
            className="inline-flex min-h-11 items-center gap-1.5 text-note text-ink-3 no-underline hover:text-ink hover:underline"
          >
            <Icon name="flag" size={16} />
            Signaler
          </Link>
        )}
      </div>
    </>
  );
}
