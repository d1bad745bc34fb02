import { ActForm } from "@/ui/act-form.tsx";
import { Avatar } from "@/ui/avatar.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { removeHostAction } from "../debate.actions.ts";
import type { HostView, RunDebateView } from "../run-debate.queries.ts";
import { HostPicker } from "./host-picker.tsx";

/** Who runs the debate: those who are there, and how to ask one more. */
export function RunHosts({
  run,
  me,
  asked,
  found,
}: {
  run: RunDebateView;
  me: string | null;
  asked: string;
  found: readonly HostView[];
}) {
  const { debate, hosts } = run;
  return (
    <div className="grid gap-5">
      {hosts.length > 0 ? (
        <List>
          {hosts.map((host) => (
            <ListRow
              key={host.id}
              lead={<Avatar name={host.name} />}
              title={host.id === me ? `${host.name} (toi)` : host.name}
              text={`Section ${host.section}`}
              end={
                <ActForm
                  stretched
                  action={removeHostAction}
                  fields={{ debateId: debate.id, memberId: host.id }}
                  size="compact"
                  variant="quiet"
                  aria-label={host.id === me ? "Quitter l’animation" : `Retirer ${host.name}`}
                >
                  {host.id === me ? "Quitter" : "Retirer"}
                </ActForm>
              }
            />
          ))}
        </List>
      ) : (
        <p className="text-ink-2">Personne en particulier : les responsables du territoire s’en occupent.</p>
      )}
      {run.canSearchHosts ? (
        <HostPicker debateId={debate.id} asked={asked} found={found} />
      ) : (
        <p className="text-note text-ink-3">
          Pour ajouter quelqu’un, demande à la personne responsable de ta section ou de ta fédération.
        </p>
      )}
    </div>
  );
}
