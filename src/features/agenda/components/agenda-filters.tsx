import { eventKinds, kindWords } from "@/features/events/index.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/choice-field.tsx";
import { Icon } from "@/ui/icons.tsx";
import { SelectField, TextField } from "@/ui/text-field.tsx";
import { agendaHref, kindSlugs, reaches, searchOf, USUAL_REACH } from "../agenda.rules.ts";
import type { AgendaView } from "../agenda.views.ts";

/** What narrows the agenda: a plain form, whose address can be kept and shared. */
export function AgendaFilters({ agenda }: { agenda: AgendaView }) {
  const { choice, usual, place, unknown } = agenda;
  const { voir, vue, genre, manque, du, au, lieu, distance } = choice;
  const spans = vue === "semaine" || vue === "mois";
  const near = voir === "pres";
  const narrowed = [genre, manque, spans ? undefined : du, spans ? undefined : au].filter(Boolean).length;
  const kept = searchOf({ voir, vue, jour: choice.jour }, usual);
  return (
    <search>
      <form method="get" className="mb-7 grid gap-1 rounded-card border border-line bg-card px-4 py-1 sm:px-5">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {near && (
          <div className="grid items-end gap-3 grid-cols-2 py-2 sm:grid-cols-[2fr_1fr_auto] max-sm:*:first:col-span-2">
            <TextField
              name="lieu"
              label="Autour de"
              hint={place?.own ? `Ta commune, ${place.name}, si tu ne dis rien` : "Une commune ou un code postal"}
              autoComplete="off"
              maxLength={80}
              defaultValue={lieu}
              error={unknown === "lieu" ? "Aucune commune de ce nom. Essaie avec son code postal." : undefined}
            />
            <SelectField name="distance" label="Jusqu’à" defaultValue={String(distance ?? USUAL_REACH)}>
              {reaches.map((km) => (
                <option key={km} value={km}>
                  {km} km
                </option>
              ))}
            </SelectField>
            <Button type="submit" className="min-h-12">
              Chercher
            </Button>
          </div>
        )}
        <details open={narrowed > 0} className="group">
          <summary className="inline-flex min-h-11 items-center gap-1.5 font-[620] text-ink-2 hover:text-ink">
            <Icon name="down" size={18} className="transition-transform group-open:rotate-180" />
            {narrowed > 0 ? `Filtres (${narrowed})` : "Filtrer"}
          </summary>
          <div className="grid gap-x-4 gap-y-3 py-2 sm:grid-cols-2 lg:grid-cols-4">
            <SelectField name="genre" label="Genre" defaultValue={genre ? kindSlugs[genre] : ""}>
              <option value="">Tous</option>
              {eventKinds.map((kind) => (
                <option key={kind} value={kindSlugs[kind]}>
                  {kindWords[kind]}
                </option>
              ))}
            </SelectField>
            {!spans && (
              <>
                <TextField type="date" name="du" label="À partir du" defaultValue={du} />
                <TextField type="date" name="au" label="Jusqu’au" defaultValue={au} />
              </>
            )}
            <Checkbox
              name="manque"
              value="oui"
              label="Il manque du monde"
              defaultChecked={manque ?? false}
              className="self-end"
            />
          </div>
          <div className="flex flex-wrap gap-2.5 pb-2">
            <Button type="submit" variant="secondary">
              Filtrer ainsi
            </Button>
            {narrowed > 0 && (
              <ButtonLink
                href={agendaHref({ voir, vue, lieu, distance, jour: choice.jour }, usual)}
                variant="quiet"
                icon="cross"
              >
                Tout effacer
              </ButtonLink>
            )}
          </div>
        </details>
      </form>
    </search>
  );
}
