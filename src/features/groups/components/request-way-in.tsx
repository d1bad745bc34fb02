import { fullDay } from "@/core/french-dates.ts";
import { unbroken } from "@/core/french-typography.ts";
import { richText } from "@/core/rich-text.ts";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import { cancelGroupRequestAction } from "../request.actions.ts";
import type { WayInView } from "../request.views.ts";
import { GroupActForm } from "./group-act-form.tsx";
import { InvitationCard } from "./invitation-card.tsx";
import { RequestAnswers } from "./request-answers.tsx";
import { ForgetRequestDraft, RequestForm } from "./request-form.tsx";

/**
 * How the reader may come into a group on request or by invitation, in the one state that she is in: invited, waiting,
 * refused, or free to ask. Nothing where there is nothing to do.
 */
export function WayIn({ way, now }: { way: WayInView | null; now: Date }) {
  if (!way) return null;
  const { request, refusal, invitation, questions, rules, terms, groupId } = way;
  if (invitation) return <InvitationCard invitation={invitation} now={now} className="mb-7" />;
  if (request)
    return (
      <Card as="section" aria-labelledby="ma-demande" className="mb-7 grid gap-3">
        <ForgetRequestDraft groupId={groupId} />
        <h2 id="ma-demande" className="text-lg">
          Ta demande attend une réponse
        </h2>
        <p className="text-ink-2">
          Envoyée <RelativeTime date={request.at} now={now} />. Tu recevras un e-mail dès qu’on t’aura répondu.
        </p>
        <RequestAnswers request={request} />
        <GroupActForm
          action={cancelGroupRequestAction}
          fields={{ requestId: request.id }}
          said="Ta demande est retirée"
          variant="quiet"
          size="compact"
        >
          Retirer ma demande
        </GroupActForm>
      </Card>
    );
  if (refusal)
    return (
      <Notice title="Ta demande n’a pas été acceptée cette fois" className="mb-7">
        {refusal.words && <p className="wrap-anywhere">{unbroken(`« ${refusal.words} »`)}</p>}
        <p>Tu pourras redemander à partir du {fullDay(refusal.again)}.</p>
      </Notice>
    );
  if (!way.can.ask) return null;
  return (
    <Card as="section" padding="roomy" aria-labelledby="demander" className="mb-7 grid gap-4">
      <h2 id="demander" className="scroll-mt-6 text-heading">
        Demander à rejoindre le groupe
      </h2>
      <RequestForm
        groupId={groupId}
        questions={questions}
        terms={terms}
        rules={rules && <RichText source={rules} rich={richText(rules)} />}
      />
    </Card>
  );
}
