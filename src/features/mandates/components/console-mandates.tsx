import { fullDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { SelectField, TextField } from "@/ui/text-field.tsx";
import type { PartOf } from "../console.views.ts";
import { roleFilters } from "./mandate-words.ts";

const consolePath = paths.console("national");

/** Mandates in force, by role and by name. */
export function MandatesPart({ part }: { part: PartOf<"responsabilites"> }) {
  const { mandates, next, search } = part;
  const query = `voir=responsabilites${search.role ? `&role=${search.role}` : ""}${search.q ? `&q=${encodeURIComponent(search.q)}` : ""}`;
  return (
    <section aria-label="Responsabilités en cours" className="grid gap-5">
      <form action={consolePath} className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="voir" value="responsabilites" />
        <SelectField
          name="role"
          label="Responsabilité"
          defaultValue={search.role ?? ""}
          className="min-w-0 flex-[1_1_12rem]"
        >
          <option value="">Toutes</option>
          {roleFilters.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField
          name="q"
          type="search"
          label="Nom ou lieu"
          maxLength={120}
          defaultValue={search.q}
          autoComplete="off"
          className="min-w-0 flex-[1_1_12rem]"
        />
        <Button type="submit" variant="secondary" className="min-h-12!">
          Filtrer
        </Button>
      </form>
      {mandates.length === 0 ? (
        <EmptyState
          title="Aucune responsabilité ne correspond"
          action={<ButtonLink href={`${consolePath}?voir=responsabilites`}>Tout revoir</ButtonLink>}
        />
      ) : (
        <List>
          {mandates.map(({ id, memberId, name, post, beginsAt, endsAt, suspended }) => (
            <ListRow
              key={id}
              href={paths.managedMember(memberId)}
              title={name}
              text={`${post} · depuis le ${fullDay(beginsAt)}${endsAt ? `, jusqu’au ${fullDay(endsAt)}` : ""}`}
            >
              {suspended && (
                <Badge tone="contre" className="mt-1.5">
                  Compte suspendu
                </Badge>
              )}
            </ListRow>
          ))}
        </List>
      )}
      {(next || search.apres) && (
        <nav aria-label="Pages des responsabilités" className="flex flex-wrap gap-2.5">
          {search.apres && (
            <ButtonLink href={`${consolePath}?${query}`} variant="secondary">
              Revenir au début
            </ButtonLink>
          )}
          {next && (
            <ButtonLink href={`${consolePath}?${query}&apres=${next}`} variant="secondary" trailingIcon="arrow">
              Voir les suivantes
            </ButtonLink>
          )}
        </nav>
      )}
    </section>
  );
}
