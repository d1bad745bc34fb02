import type { ReactNode } from "react";
import { counted, relativeTime } from "@/core/french-dates.ts";
import { ofPlace } from "@/core/french-places.ts";
import { paths } from "@/core/paths.ts";
import { Badge } from "@/ui/badge.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { FederationDeskView, MandateLine, SectionLine } from "../desk.views.ts";
import { DeskDeclared } from "./desk-declared.tsx";
import { DeskHolders, MandateEnd } from "./desk-holders.tsx";
import { DeskInbox } from "./desk-inbox.tsx";
import { DeskMembers } from "./desk-members.tsx";
import { DeskPages, DeskSection, DeskTiles, NothingWaits, type Tile } from "./desk-parts.tsx";
import { DeskVolunteers } from "./desk-volunteers.tsx";

/** A federation's console: what its sections wait for, then who is there. `children` is what it has to confirm. */
export function FederationDeskPage({
  desk,
  now,
  children,
}: {
  desk: FederationDeskView;
  now: Date;
  children?: ReactNode;
}) {
  const { federation, counts, empty, alone, volunteers, inbox, holders, mandates } = desk;
  const base = paths.console(federation.scope);
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        eyebrow={<span>Gestion</span>}
        title={`Fédération ${ofPlace(federation.name)}`}
        actions={
          <ButtonLink href={federation.href} variant="secondary" size="compact">
            Voir la page de la fédération
          </ButtonLink>
        }
        className="mb-6!"
      />
      <DeskTiles tiles={tilesOf(desk)} />
      <div className="grid gap-11">
        {children}
        {volunteers.length > 0 && (
          <DeskSection id="volontaires" title="Se proposent pour une section">
            <DeskVolunteers volunteers={volunteers} now={now} />
          </DeskSection>
        )}
        <DeskSection id="adhesions" title="Adhésions à vérifier" note="Celles que leur section connaît d’abord">
          <DeskDeclared page={desk.declared} base={base} withSection now={now} />
        </DeskSection>
        <DeskSection id="accueil" title="Personne ne leur a écrit" note="Par section, l’attente la plus longue d’abord">
          {alone.length > 0 ? (
            <Sections sections={alone} now={now} />
          ) : (
            <NothingWaits>Tout le monde a reçu un mot. Bravo à tes sections !</NothingWaits>
          )}
        </DeskSection>
        <DeskSection id="sans-responsable" title="Sections sans responsable" note={emptyNote(desk)}>
          {empty.length > 0 ? (
            <Sections sections={empty} now={now} />
          ) : (
            <NothingWaits>Chaque section a quelqu’un à sa tête.</NothingWaits>
          )}
        </DeskSection>
        <DeskSection id="messages" title="Messages aux responsables" link={{ href: inbox.href, label: "Tout lire" }}>
          <DeskInbox inbox={inbox} now={now} />
        </DeskSection>
        <DeskSection id="responsabilites" title="Responsabilités" note="Celles qui se terminent d’abord">
          <div className="grid gap-4">
            {holders.length > 0 && <DeskHolders holders={holders} now={now} />}
            {mandates.rows.length > 0 && <Mandates mandates={mandates.rows} now={now} />}
            <DeskPages
              label="Pages des responsabilités"
              base={base}
              param="responsabilites"
              anchor="responsabilites"
              page={mandates}
            />
          </div>
        </DeskSection>
        <DeskSection id="membres" title="Membres" note={counted(counts.members, "membre")}>
          <DeskMembers page={desk.members} base={base} searched={desk.searched} withSection now={now} />
        </DeskSection>
      </div>
    </div>
  );
}

const emptyNote = ({ counts, empty }: FederationDeskView) =>
  counts.empty > empty.length ? `Les ${empty.length} plus nombreuses, sur ${counts.empty}` : undefined;

function Sections({ sections, now }: { sections: readonly SectionLine[]; now: Date }) {
  return (
    <List>
      {sections.map(({ id, name, deskHref, members, led, alone, aloneSince }) => (
        <ListRow key={id} href={deskHref} title={name} text={counted(members, "membre")}>
          <span className="mt-1.5 flex flex-wrap gap-1.5">
            {!led && <Badge tone="amber">Sans responsable</Badge>}
            {alone > 0 && aloneSince && (
              <Badge tone="rose" className="whitespace-normal!">
                {counted(alone, "personne attend", "personnes attendent")} un mot · la première arrivée{" "}
                {relativeTime(aloneSince, now)}
              </Badge>
            )}
          </span>
        </ListRow>
      ))}
    </List>
  );
}

function Mandates({ mandates, now }: { mandates: readonly MandateLine[]; now: Date }) {
  return (
    <List>
      {mandates.map(({ mandateId, section, deskHref, name, endsAt }) => (
        <ListRow key={mandateId} href={`${deskHref}#responsabilites`} title={`Section ${section}`} text={name}>
          <span className="mt-1 block text-note text-ink-2">
            <MandateEnd endsAt={endsAt} now={now} />
          </span>
        </ListRow>
      ))}
    </List>
  );
}

function tilesOf({ counts, inbox }: FederationDeskView): Tile[] {
  return [
    ...(counts.volunteers > 0
      ? [
          {
            href: "#volontaires",
            count: counts.volunteers,
            one: "personne se propose",
            many: "personnes se proposent",
            waits: true,
          },
        ]
      : []),
    {
      href: "#adhesions",
      count: counts.declared,
      one: "adhésion à vérifier",
      many: "adhésions à vérifier",
      waits: true,
    },
    {
      href: "#accueil",
      count: counts.newcomers,
      one: "personne à accueillir",
      many: "personnes à accueillir",
      waits: true,
    },
    {
      href: "#sans-responsable",
      count: counts.empty,
      one: "section sans responsable",
      many: "sections sans responsable",
      waits: true,
    },
    {
      href: inbox.href,
      count: inbox.waiting,
      one: "message attend une réponse",
      many: "messages attendent une réponse",
      waits: true,
    },
    { href: "#membres", count: counts.members, one: "membre", many: "membres" },
  ];
}
