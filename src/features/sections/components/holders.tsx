import { roleName } from "@/features/accounts/index.ts";
import type { HolderView } from "@/features/mandates/index.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { Card } from "@/ui/card.tsx";
import { Person } from "@/ui/person.tsx";

/** Who is in charge: a name for those who may read it, the role for everyone. */
export function Holders({ holders }: { holders: readonly HolderView[] }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {holders.map(({ mandateId, role, name, href, photo }) => (
        <Card key={mandateId} as="li">
          {name === null ? (
            <div className="flex items-center gap-3.5">
              <Avatar name={null} size="large" />
              <div>
                <p className="font-[650]">{roleName(role)}</p>
                <p className="text-note text-ink-3">Son nom se lit entre membres</p>
              </div>
            </div>
          ) : (
            <Person person={{ name, place: roleName(role), photo, href }} />
          )}
        </Card>
      ))}
    </ul>
  );
}
