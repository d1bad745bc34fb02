import {
  acceptOfferAction,
  changeSizeAction,
  confirmComingAction,
  joinShiftAction,
  leaveShiftAction,
} from "../participation.actions.ts";
import type { MyPlace, PlaceView } from "../places.views.ts";
import { PressForm } from "./press-form.tsx";

/** "J’y vais", alone or with somebody; on a full shift, the waiting list. */
export function JoinForm({ place }: { place: PlaceView }) {
  const { id, title, queues, pairs } = place;
  return (
    <PressForm
      action={joinShiftAction}
      fields={{ shiftId: id }}
      said={queues ? "Tu es sur la liste d’attente" : "C’est noté : tu viens"}
      becomes={queues ? "Sur la liste" : "Tu viens"}
      variant={queues ? "secondary" : "primary"}
      aria-label={queues ? `Liste d’attente, ${title}` : `J’y vais, ${title}`}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 sm:justify-end"
      extra={pairs && <WithSomebody title={title} />}
    >
      {queues ? "Liste d’attente" : "J’y vais"}
    </PressForm>
  );
}

function WithSomebody({ title }: { title: string }) {
  return (
    <label className="inline-flex min-h-11 cursor-pointer items-center gap-2 text-note font-[650] text-ink-2">
      <input type="checkbox" name="size" value="2" className="size-5 accent-rose" />
      +1<span className="sr-only"> : je viens avec quelqu’un, {title}</span>
    </label>
  );
}

/** What she may do with what she has: confirm, come with somebody, give up. */
export function MyActs({ mine, place }: { mine: MyPlace; place: PlaceView }) {
  const { signUpId, state, size, asked } = mine;
  const { title, pairs, queues, free } = place;
  const about = { signUpId };
  const canBeTwo = pairs && size === 1 && (state === "waiting" || (!queues && (free === null || free > 0)));
  return (
    <div className="flex flex-wrap items-start gap-2 sm:justify-end">
      {state === "offered" && (
        <PressForm
          action={acceptOfferAction}
          fields={about}
          said="C’est noté : tu viens"
          becomes="Tu viens"
          icon="check"
          aria-label={`Confirmer ma place, ${title}`}
        >
          Confirmer
        </PressForm>
      )}
      {asked && (
        <PressForm
          action={confirmComingAction}
          fields={about}
          said="Merci, c’est confirmé"
          becomes="Confirmé"
          icon="check"
          aria-label={`Je confirme que je viens, ${title}`}
        >
          Je confirme
        </PressForm>
      )}
      {(canBeTwo || size === 2) && (
        <PressForm
          action={changeSizeAction}
          fields={{ ...about, size: size === 2 ? "1" : "2" }}
          said={size === 2 ? "Tu viens sans accompagnant·e" : "Vous venez à deux"}
          variant="secondary"
          aria-label={
            size === 2 ? `Sans +1, je viens sans accompagnant·e, ${title}` : `+1, je viens avec quelqu’un, ${title}`
          }
        >
          {size === 2 ? "Sans +1" : "+1"}
        </PressForm>
      )}
      <PressForm
        action={leaveShiftAction}
        fields={about}
        said={state === "waiting" ? "Tu n’es plus sur la liste" : "Ta place est libérée"}
        becomes={state === "waiting" ? "Liste quittée" : "Place libérée"}
        variant="secondary"
        aria-label={state === "waiting" ? `Quitter la liste d’attente, ${title}` : `Je me désiste, ${title}`}
      >
        {state === "waiting" ? "Quitter la liste" : "Je me désiste"}
      </PressForm>
    </div>
  );
}
