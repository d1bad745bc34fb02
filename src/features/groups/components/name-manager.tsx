"use client";

import { Person } from "@/ui/person.tsx";
import { setRoleAction } from "../group.actions.ts";
import { GroupActForm } from "./group-act-form.tsx";

type Card = { id: string; name: string; section: string; href: string; photo: string | null };

/** Where who answers for a group's territory gives it a manager, so that nobody who asks to come in waits for ever. */
export function NameManager({ groupId, people }: { groupId: string; people: readonly Card[] }) {
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="gestionnaire" className="grid gap-3">
      <div>
        <h2 id="gestionnaire" className="text-heading">
          Lui donner un·e gestionnaire
        </h2>
        <p className="mt-1 text-[0.9375rem] text-ink-2">
          Parmi ses membres dont tu vois la carte. La personne reçoit un e-mail.
        </p>
      </div>
      <ul className="divide-y divide-line rounded-card border border-line bg-card">
        {people.map(({ id, name, section, href, photo }) => (
          <li key={id} className="px-4 py-3 sm:px-5">
            <Person person={{ name, place: `Section ${section}`, href, photo }}>
              <GroupActForm
                action={setRoleAction}
                fields={{ groupId, role: "manager", memberId: id }}
                said={`${name} est gestionnaire.`}
                size="compact"
                variant="secondary"
                aria-label={`Nommer ${name} gestionnaire`}
              >
                Nommer
              </GroupActForm>
            </Person>
          </li>
        ))}
      </ul>
    </section>
  );
}
