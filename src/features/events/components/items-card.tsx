import { counted } from "@/core/french-dates.ts";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import type { ItemsView, ItemView } from "../item.queries.ts";
import { claimItemAction, removeItemAction, unclaimItemAction } from "../organiser.actions.ts";
import { AddItemForm } from "./add-item-form.tsx";
import { PeopleActForm } from "./people-act-form.tsx";

/** On an event's page: what to bring, who brings it, and "j’apporte". */
export function ItemsCard({ view }: { view: ItemsView | null }) {
  if (!view || (view.items.length === 0 && !view.can.edit)) return null;
  const { eventId, items, inSeries, can } = view;
  return (
    <Card as="section" aria-labelledby="apporter" className="grid scroll-mt-20 gap-4">
      <h2 id="apporter" className="text-lg font-[700]">
        À apporter
      </h2>
      {items.length > 0 && (
        <ul className="grid divide-y divide-line">
          {items.map((item) => (
            <li key={item.id} className="grid gap-2 py-3 first:pt-0 last:pb-0">
              <Item item={item} />
              <div className="flex flex-wrap gap-2">
                {can.claim && <Claim item={item} />}
                {can.edit && (
                  <PeopleActForm
                    action={removeItemAction}
                    fields={{ itemId: item.id }}
                    said={`${item.label} : retiré de la liste.`}
                    variant="quiet"
                    aria-label={`Retirer de la liste : ${item.label}`}
                  >
                    Retirer
                  </PeopleActForm>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {items.length > 0 && !can.claim && !can.edit && (
        <p className="text-note text-ink-3">Une fois ton inscription prise, tu pourras dire ce que tu apportes.</p>
      )}
      {can.edit && <AddItemForm eventId={eventId} inSeries={inSeries} />}
    </Card>
  );
}

const left = ({ quantity, claimed }: ItemView) => quantity - claimed;

function Item({ item }: { item: ItemView }) {
  const { label, quantity, claimed, names, bringers } = item;
  const others = bringers - names.length;
  const who = [...names, ...(others > 0 ? [counted(others, "autre personne", "autres personnes")] : [])];
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="font-[650] wrap-anywhere">{quantity > 1 ? `${label} × ${quantity}` : label}</span>
        {left(item) > 0 ? (
          <Badge tone="amber">{quantity > 1 ? `il en manque ${left(item)}` : "il en manque"}</Badge>
        ) : (
          <Badge tone="ok">c’est bon</Badge>
        )}
      </p>
      {claimed > 0 && <p className="text-note text-ink-2">Apporté par {who.join(", ")}</p>}
    </div>
  );
}

/** One more of it, as long as some is missing; or all that she said back. */
function Claim({ item }: { item: ItemView }) {
  const { id: itemId, label, mine } = item;
  return (
    <>
      {left(item) > 0 && (
        <PeopleActForm
          action={claimItemAction}
          fields={{ itemId, quantity: String(mine + 1) }}
          said={`Merci ! Tu apportes : ${label}.`}
          aria-label={mine > 0 ? `J’en apporte un de plus : ${label}` : `J’apporte : ${label}`}
        >
          {mine > 0 ? "Un de plus" : "J’apporte"}
        </PeopleActForm>
      )}
      {mine > 0 && (
        <PeopleActForm
          action={unclaimItemAction}
          fields={{ itemId }}
          said="C’est noté : tu ne l’apportes plus."
          variant="quiet"
          aria-label={`Finalement, je n’apporte pas : ${label}`}
        >
          {mine > 1 ? `Finalement non (${mine})` : "Finalement non"}
        </PeopleActForm>
      )}
    </>
  );
}
