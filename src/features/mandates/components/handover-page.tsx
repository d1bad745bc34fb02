import { fullDay } from "@/core/french-dates.ts";
import { ofPerson } from "@/core/french-places.ts";
import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Person } from "@/ui/person.tsx";
import type { HandoverView } from "../handover.views.ts";
import { cancelHandoverAction, confirmHandoverAction, signHandoverAction } from "../mandate.actions.ts";
import { isOpen, isSealed } from "../mandate.rules.ts";
import { Fold } from "./fold.tsx";
import { HandoverSteps } from "./handover-steps.tsx";

const capital = (text: string) => (text[0]?.toLocaleUpperCase("fr") ?? "") + text.slice(1);

/** A handover, for its two, their federation and the national level: where it stands, and what each does next. */
export function HandoverPage({ handover }: { handover: HandoverView }) {
  const { holder, successor, place, effectiveAt, endsAt } = handover;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        eyebrow="Passation"
        title={capital(place)}
        lede={`${handover.holder.name} passe la main à ${handover.successor.name} le ${fullDay(effectiveAt)}${
          endsAt ? `, jusqu’au ${fullDay(endsAt)}` : ""
        }.`}
      />
      <div className="grid gap-8">
        <State handover={handover} />
        <section aria-labelledby="etapes">
          <h2 id="etapes" className="sr-only">
            Les étapes
          </h2>
          <HandoverSteps handover={handover} />
        </section>
        <div className="grid gap-4 sm:grid-cols-2">
          <Card as="section" aria-label="Qui passe la main">
            <Person person={{ ...holder, place: handover.doneAt ? "s’en occupait" : "s’en occupe" }} />
          </Card>
          <Card as="section" aria-label="Qui prend la suite">
            <Person person={{ ...successor, place: handover.doneAt ? "s’en occupe" : "prend la suite" }} />
          </Card>
        </div>
        {isOpen(handover) && <Acts handover={handover} />}
      </div>
    </div>
  );
}

const endings = {
  holder: (handover: HandoverView) => `${handover.holder.name} a retiré sa proposition.`,
  successor: (handover: HandoverView) => `${handover.successor.name} préfère ne pas prendre la suite.`,
  federation: () => "La fédération n’a pas retenu cette proposition.",
  situation: () => "La situation de l’une des deux personnes a changé.",
};

function State({ handover }: { handover: HandoverView }) {
  const { doneAt, cancelledBy, cancelledAt, broken, successor, you, hasFactor, effectiveAt } = handover;
  if (doneAt)
    return (
      <Notice
        tone="success"
        title={`C’est fait depuis le ${fullDay(doneAt)}.`}
        action={
          you === "successor" &&
          !hasFactor && (
            <ButtonLink href={paths.secondFactor} size="compact">
              Mettre en place mon second facteur
            </ButtonLink>
          )
        }
      >
        {you === "successor"
          ? hasFactor
            ? "Tes nouveaux droits s’ouvrent dès que tu entres avec le code de ton second facteur."
            : "Tes nouveaux droits dorment tant que tu n’as pas de second facteur : deux minutes, une application sur ton téléphone."
          : `${successor.name} s’en occupe désormais.`}
      </Notice>
    );
  if (cancelledBy && cancelledAt)
    return (
      <Notice tone="warning" title={`Abandonnée le ${fullDay(cancelledAt)}`}>
        {endings[cancelledBy](handover)} Les responsabilités sont restées ce qu’elles étaient.
      </Notice>
    );
  if (broken)
    return (
      <Notice tone="warning" title="Cette passation ne peut plus aboutir">
        La situation de l’une des deux personnes a changé. Elle s’annulera d’elle-même dans un instant.
      </Notice>
    );
  if (isSealed(handover))
    return (
      <Notice tone="success" title="Tout est signé">
        Le {fullDay(effectiveAt)}, la responsabilité passe d’elle-même. D’ici là rien ne change.
      </Notice>
    );
  return null;
}

function Acts({ handover }: { handover: HandoverView }) {
  const { id, can, you, asleep, confirmedAt, holder, successor, hasFactor } = handover;
  const fields = { handoverId: id };
  const sleeping = you === "holder" && asleep && confirmedAt && !handover.holderSignedAt;
  return (
    <Card as="section" aria-labelledby="suite" className="grid gap-4">
      <h2 id="suite" className="text-heading">
        {can.confirm ? "À toi de confirmer" : can.sign || sleeping ? "À toi de signer" : "La suite"}
      </h2>
      {can.confirm && (
        <>
          <p className="text-ink-2">
            En confirmant, tu dis que la fédération est d’accord : {successor.name} prendra la place{" "}
            {ofPerson(holder.name)} avec les mêmes droits. Rien ne bouge tant que les deux n’ont pas signé.
          </p>
          <div>
            <ActForm
              action={confirmHandoverAction}
              said="Tu as confirmé la passation"
              fields={fields}
              pendingLabel="Un instant…"
            >
              Confirmer la passation
            </ActForm>
          </div>
        </>
      )}
      {can.sign && (
        <>
          <p className="text-ink-2">
            {you === "holder"
              ? `En signant, tu acceptes de ne plus être responsable ${handover.dayCome ? "dès que vous avez signé tous les deux" : "le jour dit"}. Les droits passent à ${successor.name} d’un seul coup.`
              : "En signant, tu acceptes d’accueillir les nouvelles personnes, de répondre aux messages et de veiller sur leurs données."}
          </p>
          {you === "successor" && !hasFactor && (
            <p className="text-note text-ink-3">
              Tu n’as besoin de rien pour signer. Ensuite, tes nouveaux droits dormiront jusqu’à ce que tu mettes en
              place un second facteur.
            </p>
          )}
          <div>
            <ActForm
              action={signHandoverAction}
              said="Ta signature est notée"
              fields={fields}
              pendingLabel="Un instant…"
            >
              Signer
            </ActForm>
          </div>
        </>
      )}
      {sleeping && (
        <Notice
          tone="warning"
          title="Mets d’abord en place ton second facteur"
          action={
            <ButtonLink href={paths.secondFactor} size="compact">
              Le mettre en place
            </ButtonLink>
          }
        >
          C’est un code de ton téléphone, demandé à la connexion. Sans lui, tes responsabilités dorment, et ta signature
          avec elles.
        </Notice>
      )}
      {!can.confirm && !can.sign && !sleeping && <p className="text-ink-2">{waitingWords(handover)}</p>}
      {can.cancel && (
        <Fold label={cancelLabel[you]}>
          <div className="grid gap-3">
            <p className="text-ink-2">
              Les autres personnes en sont averties. Une autre passation pourra être proposée.
            </p>
            <div>
              <ActForm
                action={cancelHandoverAction}
                said="C’est noté, la passation s’arrête là"
                fields={fields}
                variant="danger"
                pendingLabel="Un instant…"
              >
                {cancelWords[you]}
              </ActForm>
            </div>
          </div>
        </Fold>
      )}
    </Card>
  );
}

function waitingWords(handover: HandoverView): string {
  if (!handover.confirmedAt) return "La fédération est prévenue : elle confirme, ou non. Tu recevras un e-mail.";
  if (isSealed(handover)) return "Il n’y a plus rien à faire : tout se passe d’un seul coup, le jour dit.";
  const missing = handover.holderSignedAt ? handover.successor.name : handover.holder.name;
  return handover.you === "federation"
    ? "Les deux personnes ont reçu un e-mail pour signer."
    : `Tu as signé. Il manque la signature ${ofPerson(missing)}.`;
}

const cancelLabel = {
  holder: "Changer d’avis",
  successor: "Je préfère ne pas prendre la suite",
  federation: "Ne pas retenir cette passation",
};
const cancelWords = {
  holder: "Retirer ma proposition",
  successor: "Refuser la passation",
  federation: "Refuser la passation",
};
