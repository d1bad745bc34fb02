import { unbroken } from "@/core/french-typography.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { Badge } from "@/ui/badge.tsx";
import {
  acceptRequestAction,
  blockMemberAction,
  cancelRequestAction,
  refuseRequestAction,
  removeCoopainAction,
} from "../coopain.actions.ts";
import { firstName } from "../coopain.rules.ts";
import type { TieView } from "../coopain.views.ts";
import { RequestForm } from "./request-form.tsx";
import { Unfold } from "./unfold.tsx";

type Member = { id: string; name: string };

/** What a member can do about another, under her name: ask, answer, take back, leave, block. */
export function CoopainActions({ tie, member }: { tie: TieView; member: Member }) {
  return (
    <>
      <TieForms tie={tie} member={member} />
      {tie.state === "coopains" && <Removal member={member} />}
      {tie.can.block && <Blocking member={member} />}
    </>
  );
}

function TieForms({ tie, member }: { tie: TieView; member: Member }) {
  const { id, name } = member;
  const { state, requestId, words, can } = tie;
  if (can.request)
    return (
      <Unfold label="Demander à être coopains" variant="primary">
        <RequestForm memberId={id} name={firstName(name)} />
      </Unfold>
    );
  if (state === "coopains") return <Badge tone="ok">Vous êtes coopains</Badge>;
  if (!requestId) return null;
  if (can.accept)
    return (
      <div className="grid basis-full gap-3 rounded-card border border-rose-line bg-rose-soft px-4 py-4 sm:px-5">
        <p className="font-[650]">{firstName(name)} te demande d’être coopains</p>
        {words && <p className="max-w-[60ch] text-ink-2 wrap-anywhere">« {unbroken(words)} »</p>}
        <AnswerForms requestId={requestId} name={name} />
      </div>
    );
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2.5">
        <Badge>Demande envoyée</Badge>
        <CancelForm requestId={requestId} name={name} />
      </div>
      {words && <p className="max-w-[60ch] text-note text-ink-2 wrap-anywhere">« {unbroken(words)} »</p>}
    </div>
  );
}

/** Yes or no to somebody who asked. */
export function AnswerForms({ requestId, name }: { requestId: string; name: string }) {
  return (
    <div className="flex flex-wrap gap-2">
      <ActForm
        stretched
        action={acceptRequestAction}
        fields={{ requestId }}
        said="Demande acceptée"
        icon="check"
        aria-label={`Accepter ${name}`}
      >
        Accepter
      </ActForm>
      <ActForm
        stretched
        action={refuseRequestAction}
        fields={{ requestId }}
        said="Demande refusée"
        variant="secondary"
        aria-label={`Refuser ${name}`}
      >
        Refuser
      </ActForm>
    </div>
  );
}

/** Takes back a request. */
export function CancelForm({ requestId, name }: { requestId: string; name: string }) {
  return (
    <ActForm
      stretched
      action={cancelRequestAction}
      said="Demande annulée"
      fields={{ requestId }}
      variant="secondary"
      size="compact"
      aria-label={`Annuler ma demande à ${name}`}
    >
      Annuler
    </ActForm>
  );
}

function Removal({ member: { id, name } }: { member: Member }) {
  return (
    <Unfold label="Ne plus être coopains" about={`avec ${name}`}>
      <p>
        {firstName(name)} ne verra plus ce que tu réserves à tes coopains, ni toi ce qui lui est réservé. Personne n’est
        prévenu, et vous pourrez vous redemander.
      </p>
      <ActForm stretched action={removeCoopainAction} fields={{ memberId: id }} variant="danger">
        Retirer de mes coopains
      </ActForm>
    </Unfold>
  );
}

/** Blocking somebody, with what it does. */
export function Blocking({ member: { id, name } }: { member: Member }) {
  const first = firstName(name);
  return (
    <Unfold label="Bloquer" about={name}>
      <div className="grid gap-2">
        <p className="font-[650]">Bloquer {name} ?</p>
        <ul className="list-disc space-y-1 pl-5 text-ink-2">
          <li>Vous ne verrez plus vos profils, ni ici, ni dans les listes, ni dans les suggestions.</li>
          <li>Si vous êtes coopains, ou si une demande attend, c’est fini.</li>
          <li>
            Vous ne pourrez plus vous répondre dans les débats ; ce que cette personne y a écrit reste lisible, comme
            tes mots.
          </li>
          <li>{first} n’en saura rien. Tu peux revenir en arrière depuis « Mes coopains ».</li>
        </ul>
      </div>
      <ActForm stretched action={blockMemberAction} fields={{ memberId: id }} variant="danger">
        Bloquer {first}
      </ActForm>
    </Unfold>
  );
}
