"use client";

import Link from "next/link";
import { useActionState } from "react";
import type { FormState } from "@/core/form-state.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import { Checkbox, RadioCards } from "@/ui/choice-field.tsx";
import { RequiredNote } from "@/ui/field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { askAsGuestAction, changeAsGuestAction } from "../guest.actions.ts";
import type { GuestPlace, OfferedShift } from "../guest.views.ts";

const labels = {
  shiftId: "Créneau",
  name: "Prénom et nom",
  email: "Adresse e-mail",
  accompanied: "Avec quelqu’un",
  consent: "Ton accord",
};

/** A shift to choose; alone, it is the event and nothing is asked. */
function ShiftChoice({
  shifts,
  chosen,
  error,
}: {
  shifts: readonly OfferedShift[];
  chosen?: string;
  error?: string | undefined;
}) {
  const [only] = shifts;
  if (shifts.length === 1 && only) return <input type="hidden" name="shiftId" value={only.id} />;
  return (
    <RadioCards
      name="shiftId"
      label="Le créneau qui te va"
      required
      choices={shifts.map(({ id, words, full }) => ({
        value: id,
        label: words,
        ...(full && { hint: "Complet : tu seras sur la liste d’attente." }),
      }))}
      {...(chosen !== undefined && { defaultValue: chosen })}
      error={error}
    />
  );
}

type Asking = { eventId: string; shifts: readonly OfferedShift[] };

/** A native details, so that it opens without JavaScript; what was answered never hides in it. */
export function GuestForm({ eventId, shifts }: Asking) {
  const [state, send] = useActionState(askAsGuestAction, {});
  if (state.done !== undefined)
    return (
      <Notice tone="success" role="status" title="Regarde ton courrier">
        Nous venons de t’écrire. Ouvre ce message et confirme dans les 48 heures : ta place n’est prise qu’à ce
        moment-là.
      </Notice>
    );
  return (
    <details
      open={state.error !== undefined || undefined}
      className="rounded-card border border-line-strong bg-card open:pb-5"
    >
      <summary className="flex min-h-12 cursor-pointer items-center px-4 py-3 font-[650] sm:px-5">
        Je n’ai pas de compte
      </summary>
      <div className="px-4 pt-2 sm:px-5">
        <AskingFields eventId={eventId} shifts={shifts} state={state} send={send} />
      </div>
    </details>
  );
}

/** Coming to a public event without an account: a name, an address, and what becomes of them. */
function AskingFields({
  eventId,
  shifts,
  state,
  send,
}: Asking & { state: FormState<unknown>; send: (form: FormData) => void }) {
  const values = state.values ?? {};
  const fields = state.error?.fields ?? {};
  const full = shifts.length === 1 && shifts[0]?.full;
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} labels={labels} />
      <RequiredNote />
      <input type="hidden" name="eventId" value={eventId} />
      {full && <p className="text-note text-amber">C’est complet pour l’instant : tu seras sur la liste d’attente.</p>}
      <ShiftChoice
        shifts={shifts}
        {...(values.shiftId !== undefined && { chosen: values.shiftId })}
        error={fields.shiftId}
      />
      <TextField
        name="name"
        label="Ton prénom et ton nom"
        hint="Lus par les personnes qui organisent, et par personne d’autre."
        autoComplete="name"
        maxLength={80}
        required
        defaultValue={values.name}
        error={fields.name}
      />
      <TextField
        name="email"
        type="email"
        label="Ton adresse e-mail"
        hint="Pour confirmer, te prévenir d’un changement et te rappeler l’heure. Elle n’est montrée à personne."
        autoComplete="email"
        required
        defaultValue={values.email}
        error={fields.email}
      />
      <Checkbox
        name="accompanied"
        value="oui"
        label="Je viens avec quelqu’un"
        defaultChecked={values.accompanied === "oui"}
        error={fields.accompanied}
      />
      <div className="rounded-card border border-line bg-sunken px-4 py-2.5">
        <Checkbox
          name="consent"
          value="oui"
          label={<ConsentWords />}
          required
          defaultChecked={values.consent === "oui"}
          error={fields.consent}
        />
      </div>
      <SubmitButton size="large" wide pendingLabel="Envoi du message…">
        Recevoir le lien de confirmation
      </SubmitButton>
    </form>
  );
}

function ConsentWords() {
  return (
    <span className="text-[0.9375rem]">
      J’accepte que {organisation.name} garde mon nom et mon adresse pour cette inscription : confirmer, prévenir,
      rappeler. Ils sont effacés 7 jours après la fin, ou dès que je le demande. Venir peut révéler des opinions
      politiques : la loi demande mon accord.{" "}
      <Link href={paths.privacy} prefetch={false} className="font-semibold underline underline-offset-2">
        Mes données et mes droits
      </Link>
    </span>
  );
}

/** Another shift, alone or with somebody; or a place again for who has none. */
export function ChangeForm({
  token,
  shifts,
  place,
}: {
  token: string;
  shifts: readonly OfferedShift[];
  place: GuestPlace | null;
}) {
  const [state, send] = useActionState(changeAsGuestAction, {});
  return (
    <form action={send} className="grid gap-4">
      <h2 className="text-heading">{place ? "Changer" : "Reprendre une place"}</h2>
      <FormErrors error={state.error} labels={labels} />
      <input type="hidden" name="token" value={token} />
      <ActSaid said="C’est changé." failed={state.error !== undefined} />
      <ShiftChoice shifts={shifts} {...(place && { chosen: place.shiftId })} error={state.error?.fields?.shiftId} />
      <Checkbox name="accompanied" value="oui" label="Je viens avec quelqu’un" defaultChecked={place?.size === 2} />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Enregistrement…">
          {place ? "Enregistrer" : "Reprendre une place"}
        </SubmitButton>
      </div>
    </form>
  );
}
