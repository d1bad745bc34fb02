import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { kindWords } from "../event.rules.ts";
import { NewEventForm, type NewEventFormProps } from "./new-event-form.tsx";

/** Where an event is set up, once its kind is chosen. */
export function NewEventPage({ likeLast, ...form }: NewEventFormProps & { likeLast: boolean }) {
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={form.group ? paths.newGroupEvent(form.group) : paths.newEvent}>Choisir autre chose</BackLink>
      <PageHeader
        title={kindWords[form.kind]}
        lede={
          likeLast
            ? "Comme la dernière fois, au prochain jour. Change ce qui change."
            : "Tout est déjà rempli comme d’habitude. Change ce qui change."
        }
        className="mb-5 md:mb-6"
      />
      <NewEventForm {...form} />
    </div>
  );
}
