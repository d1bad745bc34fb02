import { paths } from "@/core/paths.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextField } from "@/ui/text-field.tsx";
import type { MemberSearchView } from "../managed-member.queries.ts";
import { standingWords } from "./mandate-words.ts";

/** Looks for a member by name, or by exact address where the reader may. */
export function MemberSearchForm({ text = "", byAddress }: { text?: string; byAddress: boolean }) {
  return (
    <search>
      <form action={paths.managedMembers} className="flex flex-wrap items-end gap-3">
        <TextField
          name="membre"
          type="search"
          label="Trouver un·e membre"
          hint={byAddress ? "Un nom, ou une adresse e-mail exacte." : "Un nom, ou une partie du nom."}
          minLength={2}
          maxLength={120}
          defaultValue={text}
          autoComplete="off"
          className="min-w-0 flex-[1_1_16rem]"
        />
        <Button type="submit" variant="secondary" className="min-h-12!">
          Chercher
        </Button>
      </form>
    </search>
  );
}

/** Members found, in the reader's reach. */
export function MemberSearchPage({ search }: { search: MemberSearchView }) {
  const { text, found, more, byAddress } = search;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title="Trouver un·e membre" lede="Dans le territoire dont tu réponds." />
      <div className="grid gap-7">
        <MemberSearchForm text={text} byAddress={byAddress} />
        {found.length > 0 && (
          <section aria-label="Membres">
            <List>
              {found.map(({ id, name, photo, section, federation, standing, suspended }) => (
                <ListRow
                  key={id}
                  href={paths.managedMember(id)}
                  lead={<Avatar name={name} photo={photo} />}
                  title={name}
                  text={`${section}, ${federation} · ${standingWords[standing]}`}
                >
                  {suspended && (
                    <Badge tone="contre" className="mt-1.5">
                      Compte suspendu
                    </Badge>
                  )}
                </ListRow>
              ))}
            </List>
            {more && <p className="mt-3 text-note text-ink-3">Il y en a d’autres : précise le nom.</p>}
          </section>
        )}
        {text.length >= 2 && found.length === 0 && (
          <EmptyState title="Personne de ce nom dans ton territoire">
            Essaie une partie du nom seulement : les accents et l’ordre des mots ne comptent pas.
          </EmptyState>
        )}
      </div>
    </div>
  );
}
