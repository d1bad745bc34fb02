import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { followGroupAction, joinGroupAction, leaveGroupAction } from "../group.actions.ts";
import type { GroupView } from "../group.views.ts";
import { GroupActForm } from "./group-act-form.tsx";
import type { GroupTab } from "./group-tabs.tsx";

/** What a reader does about a group from its head: come in, follow, keep it; leaving stands on its last page. */
export function GroupActs({ group, visitor, current }: { group: GroupView; visitor: boolean; current: GroupTab }) {
  const { can, rules, role } = group;
  const fields = { groupId: group.id };
  if (visitor && group.entry !== "closed")
    return (
      <ButtonLink href={paths.signInTo(paths.group(group))}>
        {group.entry === "open" ? "Rejoindre le groupe" : "Demander à le rejoindre"}
      </ButtonLink>
    );
  return (
    <>
      {can.join && rules && <ButtonLink href={`${paths.groupAbout(group)}#rejoindre`}>Rejoindre</ButtonLink>}
      {can.join && !rules && (
        <GroupActForm
          action={joinGroupAction}
          fields={fields}
          said={`Te voilà dans « ${group.name} ».`}
          pendingLabel="Un instant…"
        >
          Rejoindre
        </GroupActForm>
      )}
      {group.removed && group.role === null && group.entry === "open" && (
        <p className="max-w-80 text-note text-ink-2">
          Tu as été retiré·e de ce groupe. Pour y revenir, demande à une personne qui le tient de t’inviter.
        </p>
      )}
      {can.ask && <ButtonLink href={`${paths.groupAbout(group)}#demander`}>Demander à rejoindre</ButtonLink>}
      {can.follow && (
        <GroupActForm
          action={followGroupAction}
          fields={fields}
          said="Ses publications arriveront dans ton fil."
          variant="secondary"
          icon="plus"
        >
          Suivre
        </GroupActForm>
      )}
      {role === "follower" && (
        <GroupActForm action={leaveGroupAction} fields={fields} said="Tu ne le suis plus." variant="quiet" icon="check">
          Ne plus suivre
        </GroupActForm>
      )}
      {can.work && group.kind !== "place" && (
        <ButtonLink href={paths.groupInvite(group)} variant="secondary" icon="plus">
          Inviter
        </ButtonLink>
      )}
      {can.edit && (current === "a-propos" || !group.reads) && (
        <ButtonLink href={paths.editGroup(group)} variant="secondary">
          Modifier
        </ButtonLink>
      )}
    </>
  );
}
