import { Badge, type BadgeTone } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { TextField } from "@/ui/text-field.tsx";
import type { CoSectionsView, CoSectionView } from "../co-section.queries.ts";
import { askCoSectionAction, leaveCoSectionAction } from "../organiser.actions.ts";
import { PeopleActForm } from "./people-act-form.tsx";

const answers: Record<CoSectionView["answer"], { words: string; tone: BadgeTone }> = {
  accepted: { words: "d’accord", tone: "ok" },
  refused: { words: "a décliné", tone: "neutral" },
  waiting: { words: "n’a pas encore répondu", tone: "amber" },
};

/** Sections and federations that organise an event too, and how to ask one more. */
export function CoSectionsPanel({
  view: { event, places },
  asked,
}: {
  view: CoSectionsView;
  asked: { q: string; found: readonly { scope: string; name: string }[] } | null;
}) {
  const inSeries = event.seriesId !== null;
  if (event.audience === "group") return null;
  return (
    <section aria-labelledby="avec" className="scroll-mt-20">
      <SectionHeading id="avec" title="Organiser avec d’autres" note="L’événement paraît aussi dans leur agenda" />
      <div className="grid gap-5">
        {places.length > 0 && (
          <List>
            {places.map(({ scope, name, answer }) => (
              <ListRow
                key={scope}
                title={name}
                text={<Badge tone={answers[answer].tone}>{answers[answer].words}</Badge>}
                end={
                  answer !== "refused" && (
                    <PeopleActForm
                      action={leaveCoSectionAction}
                      fields={{ eventId: event.id, scope }}
                      said={`C’est fait, sans ${name}.`}
                      variant="quiet"
                      aria-label={`Ne plus organiser avec : ${name}`}
                    >
                      Retirer
                    </PeopleActForm>
                  )
                }
              />
            ))}
          </List>
        )}
        {event.stage !== "published" ? (
          <p className="text-ink-2">
            Une fois l’événement publié, tu pourras proposer à d’autres de l’organiser avec vous.
          </p>
        ) : (
          event.ahead && <AskForm eventId={event.id} asked={asked} inSeries={inSeries} />
        )}
      </div>
    </section>
  );
}

function AskForm({
  eventId,
  asked,
  inSeries,
}: {
  eventId: string;
  asked: { q: string; found: readonly { scope: string; name: string }[] } | null;
  inSeries: boolean;
}) {
  return (
    <div className="grid gap-3">
      <form method="get" action="#avec" className="flex items-end gap-2">
        <input type="hidden" name="pour" value="avec" />
        <TextField
          id="q-avec"
          name="q"
          type="search"
          label="Proposer à une section ou une fédération"
          hint="Par son nom. Ses responsables répondent."
          autoComplete="off"
          minLength={2}
          maxLength={80}
          defaultValue={asked?.q}
          className="min-w-0 flex-1"
        />
        <Button type="submit" variant="secondary" className="min-h-12">
          Chercher
        </Button>
      </form>
      {asked && asked.found.length === 0 && (
        <p className="text-note text-ink-2">Aucune section ni fédération de ce nom.</p>
      )}
      {asked && asked.found.length > 0 && (
        <List>
          {asked.found.map(({ scope, name }) => (
            <ListRow
              key={scope}
              title={name}
              end={
                <PeopleActForm
                  action={askCoSectionAction}
                  fields={{ eventId, scope }}
                  said="C’est demandé : ses responsables reçoivent un e-mail."
                  alsoNext={inSeries}
                  aria-label={`Proposer à ${name}`}
                >
                  Proposer
                </PeopleActForm>
              }
            />
          ))}
        </List>
      )}
    </div>
  );
}
