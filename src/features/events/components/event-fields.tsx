"use client";

import type { ReactNode } from "react";
import { Checkbox } from "@/ui/choice-field.tsx";
import { classNames } from "@/ui/class-names.ts";
import { Icon } from "@/ui/icons.tsx";
import { SelectField, TextAreaField, TextField } from "@/ui/text-field.tsx";
import type { CommuneView } from "../../territory/index.ts";
import type { EventKind } from "../event.rules.ts";
import type { EventFormValues } from "../event-form.rules.ts";
import { eventTemplates } from "../template.rules.ts";
import { MapPicker, type Tiles } from "./map-picker.tsx";
import { type CommuneFieldType, PlaceFields } from "./place-fields.tsx";
import { ShiftFields } from "./shift-fields.tsx";

/** Names of the fields, as the list of what is to be mended says them. */
export const eventLabels: Readonly<Record<string, string>> = {
  title: "Titre",
  day: "Jour",
  communeCode: "Commune",
  meetingPoint: "Point de rendez-vous",
  audience: "Pour qui",
  description: "Présentation",
  address: "Adresse",
  onlineUrl: "Lien",
  latitude: "Point sur la carte",
  debateId: "Débat",
  bring: "À apporter",
  items: "À apporter",
  adherentsOnly: "Adhérent·e·s",
  scope: "Territoire",
  groupId: "Organisé par",
  shifts: "Créneaux",
  repeat: "Se répète",
  until: "Dernière date",
  spread: "Ce changement vaut pour",
};
/** The element of a field where it is not its name. */
export const eventIds: Readonly<Record<string, string>> = { communeCode: "commune", items: "bring" };

const FOLDED = [
  "description",
  "address",
  "onlineUrl",
  "latitude",
  "debateId",
  "bring",
  "items",
  "adherentsOnly",
  "scope",
  "repeat",
  "until",
];
const SHIFTS_MOST = 20;

export type EventFieldsProps = {
  kind: EventKind;
  values: EventFormValues;
  errors: Readonly<Record<string, string>>;
  communes: readonly CommuneView[];
  debates: readonly { id: string; question: string }[];
  /** How the members of its own territory are called. */
  ours: string;
  /** And those of the group that organises, where one does or may. */
  ofGroup: string | null;
  CommuneField: CommuneFieldType;
  tiles: Tiles | null;
};

/** What an event is: a title, a day and hours, a place, for whom; the rest folded, or open where it is `unfolded`. */
export function EventFields({
  kind,
  values,
  errors,
  communes,
  debates,
  ours,
  ofGroup,
  CommuneField,
  tiles,
  unfolded,
  host,
  first,
  more,
}: EventFieldsProps & {
  unfolded?: boolean;
  /** In whose name. */
  host?: ReactNode;
  /** Before the fold's own fields, and after them. */
  first?: ReactNode;
  more?: ReactNode;
}) {
  const template = eventTemplates[kind];
  const opened = unfolded || FOLDED.some((name) => errors[name]);
  return (
    <>
      <TextField
        name="title"
        label="Titre"
        hint={template.titleHint}
        required
        maxLength={120}
        defaultValue={values.title}
        error={errors.title}
      />
      <section aria-labelledby="quand" className="grid gap-3">
        <h2 id="quand" className="text-lg font-[700]">
          Quand
        </h2>
        <TextField
          name="day"
          type="date"
          label="Jour"
          required
          defaultValue={values.day}
          error={errors.day}
          className="max-w-56"
        />
        <ShiftFields values={values} errors={errors} most={SHIFTS_MOST} />
      </section>
      <section aria-labelledby="lieu" className="grid gap-3">
        <h2 id="lieu" className="text-lg font-[700]">
          Où
        </h2>
        <PlaceFields
          values={values}
          errors={errors}
          communes={communes}
          hint={template.meetingHint}
          CommuneField={CommuneField}
        />
      </section>
      {host}
      <SelectField
        key={values.audience}
        name="audience"
        label="Pour qui"
        required
        defaultValue={values.audience}
        error={errors.audience}
      >
        {ofGroup && <option value="group">{ofGroup}</option>}
        <option value="section">{ours}</option>
        <option value="federation">Toute la fédération</option>
        <option value="members">Tous les membres</option>
        <option value="everyone">Tout le monde, même sans compte</option>
        <option value="invited">Sur invitation seulement</option>
      </SelectField>
      <details open={opened} className="group">
        <summary className="inline-flex min-h-11 items-center gap-1.5 font-[650] text-ink-2 hover:text-ink">
          <Icon name="down" size={18} className="transition-transform group-open:rotate-180" />
          Plus de choix
        </summary>
        <div className={classNames("mt-2 grid gap-6")}>
          {first}
          <TextAreaField
            name="description"
            label="Présentation"
            hint={`${template.descriptionHint} **gras**, listes et liens sont possibles.`}
            className="[&_textarea]:min-h-32"
            maxLength={5000}
            defaultValue={values.description}
            error={errors.description}
          />
          <TextField
            name="address"
            label="Adresse"
            maxLength={200}
            autoComplete="off"
            defaultValue={values.address}
            error={errors.address}
          />
          <MapPicker values={values} tiles={tiles} />
          <TextField
            name="onlineUrl"
            label="Lien pour venir en ligne"
            hint="Une salle de visioconférence, en https."
            inputMode="url"
            maxLength={1000}
            defaultValue={values.onlineUrl}
            error={errors.onlineUrl}
          />
          {kind === "debate" && debates.length > 0 && (
            <SelectField
              key={values.debateId}
              name="debateId"
              label="Le débat de La Coopol dont il est question"
              defaultValue={values.debateId ?? ""}
              error={errors.debateId}
            >
              <option value="">Aucun</option>
              {debates.map(({ id, question }) => (
                <option key={id} value={id}>
                  {question}
                </option>
              ))}
            </SelectField>
          )}
          <Checkbox
            key={values.adherentsOnly}
            name="adherentsOnly"
            value="oui"
            label="Réservé aux adhérent·e·s vérifié·e·s"
            defaultChecked={values.adherentsOnly === "oui"}
            error={errors.adherentsOnly}
          />
          {more}
        </div>
      </details>
    </>
  );
}
