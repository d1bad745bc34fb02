"use client";

import type { FormAction } from "@/core/form-state.ts";
import { paths } from "@/core/paths.ts";
import { type FoundPerson, PersonSearch } from "@/ui/person-search.tsx";
import { PeopleActForm } from "./people-act-form.tsx";

/** What the page was asked to look for, and what it found. */
export type Asked = { pour: string; q: string; found: readonly FoundPerson[] };
const NOBODY: readonly FoundPerson[] = [];

/** Finds somebody by her name and does one thing about her. */
export function PersonPicker<Result>({
  eventId,
  pour,
  asked,
  label,
  hint,
  nobody,
  action,
  verb,
  said,
  alsoNext,
}: {
  eventId: string;
  pour: "organiser" | "contact" | "inviter";
  asked: Asked | null;
  label: string;
  hint: string;
  /** Said when nobody is found. */
  nobody: string;
  action: FormAction<Result>;
  verb: string;
  said: string;
  alsoNext?: boolean;
}) {
  const own = asked?.pour === pour ? asked : null;
  return (
    <PersonSearch
      anchor={pour}
      fields={{ pour }}
      id={`q-${pour}`}
      address={`${paths.api.eventPeople(eventId)}?pour=${pour}`}
      asked={own?.q ?? ""}
      found={own?.found ?? NOBODY}
      label={label}
      hint={hint}
      nobody={nobody}
      end={(person) => (
        <PeopleActForm
          action={action}
          fields={{ eventId, memberId: person.id }}
          said={said}
          {...(alsoNext && { alsoNext })}
          aria-label={`${verb} ${person.name}`}
        >
          {verb}
        </PeopleActForm>
      )}
    />
  );
}
