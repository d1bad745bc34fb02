import { fullDay } from "@/core/french-dates.ts";
import { parisField } from "@/core/paris-time.ts";
import { paths } from "@/core/paths.ts";
import { Badge } from "@/ui/badge.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { HandoverPanelView, HandoverView } from "../handover.views.ts";
import { DAY_MS, HANDOVER_DAYS, isSealed } from "../mandate.rules.ts";
import { EndMandateForm } from "./end-mandate-form.tsx";
import { Fold } from "./fold.tsx";
import { ProposeHandoverForm } from "./propose-handover-form.tsx";

/** Handing over, in a section's console: what goes on, naming who comes after, giving one's mandate up. */
export function HandoverPanel({ panel, now }: { panel: HandoverPanelView | null; now: Date }) {
  if (!panel) return null;
  const { open, mandate } = panel;
  const mine = open.some(({ you }) => you === "holder");
  return (
    <section aria-labelledby="passation">
      <SectionHeading
        id="passation"
        title="Passer la main"
        note={mandate && (mandate.endsAt ? `Ta responsabilité va jusqu’au ${fullDay(mandate.endsAt)}.` : undefined)}
      />
      <div className="grid gap-4">
        {open.length > 0 && (
          <List>
            {open.map((handover) => (
              <HandoverRow key={handover.id} handover={handover} />
            ))}
          </List>
        )}
        {mandate && !mine && <Propose panel={panel} mandateId={mandate.id} now={now} />}
        {mandate && (
          <Fold label="Renoncer sans passer la main">
            <div className="grid gap-3">
              <p className="text-note text-ink-3">
                Si personne d’autre n’est en charge ici, la fédération est prévenue aussitôt.
              </p>
              <EndMandateForm mandateId={mandate.id} own />
            </div>
          </Fold>
        )}
      </div>
    </section>
  );
}

function Propose({ panel, mandateId, now }: { panel: HandoverPanelView; mandateId: string; now: Date }) {
  if (panel.asleep)
    return (
      <Notice
        tone="warning"
        title="Mets d’abord en place ton second facteur"
        action={
          <ButtonLink href={paths.secondFactor} size="compact">
            Le mettre en place
          </ButtonLink>
        }
      >
        C’est un code de ton téléphone, demandé à la connexion. Sans lui, tes responsabilités dorment, et tu ne peux pas
        les passer.
      </Notice>
    );
  if (panel.candidates.length === 0)
    return (
      <Notice title="Personne à qui passer la main pour l’instant">
        Il faut une personne adhérente de {panel.place}, dont l’adhésion est vérifiée. La fédération peut aussi nommer
        quelqu’un.
      </Notice>
    );
  const last = new Date(now.getTime() + (HANDOVER_DAYS - 1) * DAY_MS);
  return (
    <Card className="grid gap-4">
      <p className="text-ink-2">
        Tu désignes qui te succède et le jour. La fédération confirme, vous signez tous les deux, et les droits passent
        d’un seul coup : {panel.place} n’est jamais sans personne.
      </p>
      <ProposeHandoverForm
        mandateId={mandateId}
        candidates={panel.candidates}
        today={parisField(now).slice(0, 10)}
        last={parisField(last).slice(0, 10)}
      />
    </Card>
  );
}

/** A handover in a list: between whom, when, and what it waits for. */
export function HandoverRow({ handover }: { handover: HandoverView }) {
  const { id, holder, successor, place, effectiveAt } = handover;
  return (
    <ListRow
      href={paths.handover(id)}
      title={`${holder.name} → ${successor.name}`}
      text={`${(place[0] ?? "").toLocaleUpperCase("fr")}${place.slice(1)}, le ${fullDay(effectiveAt)}`}
    >
      <div className="mt-1.5">
        <HandoverBadge handover={handover} />
      </div>
    </ListRow>
  );
}

/** What a handover waits for, in two or three words. */
export function HandoverBadge({ handover }: { handover: HandoverView }) {
  const { doneAt, cancelledAt, confirmedAt, can } = handover;
  if (doneAt) return <Badge tone="ok">Faite</Badge>;
  if (cancelledAt) return <Badge>Abandonnée</Badge>;
  if (can.confirm) return <Badge tone="rose">À toi de confirmer</Badge>;
  if (can.sign) return <Badge tone="rose">À toi de signer</Badge>;
  if (!confirmedAt) return <Badge tone="amber">Attend la fédération</Badge>;
  return isSealed(handover) ? (
    <Badge tone="ok">Signée par les deux</Badge>
  ) : (
    <Badge tone="amber">Attend une signature</Badge>
  );
}
