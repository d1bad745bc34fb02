import { parisField } from "@/core/paris-time.ts";
import { PageHeader } from "@/ui/page-header.tsx";
import type { PlaceView } from "../run-debate.queries.ts";
import { NewDebateForm } from "./new-debate-form.tsx";

/** Where somebody answerable for a territory puts a question to it. */
export function NewDebatePage({
  me,
  places,
  home,
  formKey,
  now,
}: {
  /** Who writes, by her id. */
  me: string;
  places: readonly PlaceView[];
  home: string;
  formKey: string;
  now: Date;
}) {
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="Ouvrir un débat"
        lede="Pose une question, dis à qui et quand. Tu l’animeras ensuite, avec d’autres si tu veux."
      />
      <NewDebateForm me={me} places={places} home={home} formKey={formKey} now={parisField(now)} />
    </div>
  );
}
