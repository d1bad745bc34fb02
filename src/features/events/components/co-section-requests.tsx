import { clockTime, counted, weekdayAndDay } from "@/core/french-dates.ts";
import { Card } from "@/ui/card.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import type { CoSectionRequestView, CoSectionView } from "../co-section.queries.ts";
import { answerCoSectionAction, leaveCoSectionAction } from "../organiser.actions.ts";
import { PeopleActForm } from "./people-act-form.tsx";

function AnswerButtons({ eventId, scope }: { eventId: string; scope: string }) {
  return (
    <>
      <PeopleActForm
        action={answerCoSectionAction}
        fields={{ eventId, scope, answer: "oui" }}
        said="C’est oui : l’événement paraît aussi dans votre agenda."
        variant="primary"
      >
        Accepter
      </PeopleActForm>
      <PeopleActForm
        action={answerCoSectionAction}
        fields={{ eventId, scope, answer: "non" }}
        said="C’est noté : la demande est déclinée."
        variant="quiet"
      >
        Décliner
      </PeopleActForm>
    </>
  );
}

/** On the console of a place: what others propose to organise together. */
export function CoSectionRequests({ requests }: { requests: readonly CoSectionRequestView[] }) {
  return (
    <List>
      {requests.map(({ eventId, scope, title, href, startsAt, zone, from, askedBy, dates }) => {
        const start = new Date(startsAt);
        const when = `${weekdayAndDay(start, zone)} à ${clockTime(start, zone)}`;
        return (
          <ListRow
            key={eventId}
            title={
              <a href={href} className="underline underline-offset-2">
                {title}
              </a>
            }
            text={`${from}${askedBy ? `, ${askedBy}` : ""} · ${when}${dates > 1 ? ` · ${counted(dates, "date")}` : ""}`}
          >
            <div className="mt-2 flex flex-wrap gap-2">
              <AnswerButtons eventId={eventId} scope={scope} />
            </div>
          </ListRow>
        );
      })}
    </List>
  );
}

/** On an event's page, for those in charge of a place that was asked to organise it too. */
export function CoSectionAnswer({ eventId, places }: { eventId: string; places: readonly CoSectionView[] }) {
  const open = places.filter(({ answer }) => answer !== "refused");
  if (open.length === 0) return null;
  return (
    <Card as="section" aria-labelledby="avec" className="grid scroll-mt-20 gap-4">
      <h2 id="avec" className="text-lg font-[700]">
        Organiser ensemble
      </h2>
      {open.map(({ scope, name, answer }) => (
        <div key={scope} className="grid gap-2">
          <p>
            {answer === "waiting"
              ? `On propose à ${name} d’organiser aussi cet événement. Il paraîtrait dans votre agenda.`
              : `${name} organise aussi cet événement.`}
          </p>
          <div className="flex flex-wrap gap-2">
            {answer === "waiting" ? (
              <AnswerButtons eventId={eventId} scope={scope} />
            ) : (
              <PeopleActForm
                action={leaveCoSectionAction}
                fields={{ eventId, scope }}
                said="C’est fait : l’événement n’est plus dans votre agenda."
                variant="quiet"
              >
                Ne plus l’organiser
              </PeopleActForm>
            )}
          </div>
        </div>
      ))}
    </Card>
  );
}
