"use client";

import { Confirmed } from "@/ui/confirmed.tsx";
import { SelectField } from "@/ui/text-field.tsx";
import { removeFromGroupAction, setRoleAction } from "../group.actions.ts";
import type { GroupRole } from "../group.rules.ts";
import { GroupActForm } from "./group-act-form.tsx";

const choices: Record<GroupRole, string> = {
  lead: "Responsable",
  manager: "Gestionnaire",
  member: "Membre",
  follower: "Suit seulement",
};

/** What somebody is in a group, for those who decide it; and taking her out of it, with a word. */
export function MemberActs({
  groupId,
  member,
}: {
  groupId: string;
  member: { id: string; name: string; role: GroupRole; roles: readonly GroupRole[]; canRemove: boolean };
}) {
  const fields = { groupId, memberId: member.id };
  if (member.roles.length === 0 && !member.canRemove) return null;
  return (
    <Confirmed label="Gérer" variant="quiet" size="compact" closesOn={member.role} className="open:w-full">
      {member.roles.length > 0 && (
        <GroupActForm
          action={setRoleAction}
          fields={fields}
          said={`C’est fait pour ${member.name}.`}
          size="compact"
          variant="secondary"
          before={(errors) => (
            <SelectField
              id={`role-${member.id}`}
              name="role"
              label={`Le rôle de ${member.name}`}
              hint="Gestionnaire : répond aux demandes, tient le mur. Responsable : tient tout le groupe."
              defaultValue={member.roles.includes("manager") ? "manager" : member.roles[0]}
              error={errors.role}
            >
              {member.roles.toReversed().map((role) => (
                <option key={role} value={role}>
                  {choices[role]}
                </option>
              ))}
            </SelectField>
          )}
        >
          Donner ce rôle
        </GroupActForm>
      )}
      {member.canRemove && (
        <GroupActForm
          action={removeFromGroupAction}
          fields={fields}
          said={`${member.name} n’est plus du groupe.`}
          size="compact"
          variant="danger"
          word={{
            name: "words",
            label: `Retirer ${member.name} du groupe`,
            hint: "Dis-lui pourquoi : ton mot lui est envoyé, sans ton nom.",
            minLength: 3,
          }}
        >
          Retirer du groupe
        </GroupActForm>
      )}
    </Confirmed>
  );
}
