import { counted } from "@/core/french-dates.ts";
import { Person } from "@/ui/person.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { WaitingRequestsView } from "../request.views.ts";
import { RequestAnswerForm } from "./request-answer-form.tsx";
import { RequestAnswers } from "./request-answers.tsx";

/** Who asks to come into a group, with what each wrote, for those who keep it. Nothing where nobody waits. */
export function GroupRequests({ waiting: { requests, more }, now }: { waiting: WaitingRequestsView; now: Date }) {
  const count = requests.length + more;
  if (count === 0) return null;
  return (
    <section aria-labelledby="demandes" className="scroll-mt-20">
      <SectionHeading
        id="demandes"
        title={count === 1 ? "Quelqu’un demande à venir" : `${count} personnes demandent à venir`}
        note="Ta réponse part par e-mail."
      />
      <ul className="divide-y divide-line rounded-card border border-line bg-card">
        {requests.map(({ person, at, ...request }) => (
          <li key={request.id} className="grid gap-4 px-4 py-4 sm:px-5">
            <Person
              person={{ name: person.name, place: `Section ${person.section}`, photo: person.photo, href: person.href }}
              note={<RelativeTime date={at} now={now} />}
            />
            <RequestAnswers request={request} />
            <RequestAnswerForm requestId={request.id} name={person.name} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="mt-3 text-ink-2">
          Et {counted(more, "autre demande", "autres demandes")} ensuite : réponds à celles-ci d’abord.
        </p>
      )}
    </section>
  );
}
