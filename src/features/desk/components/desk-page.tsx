import Link from "next/link";
import type { ReactNode } from "react";
import { counted } from "@/core/french-dates.ts";
import { ofPlace } from "@/core/french-places.ts";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { SectionDeskView } from "../desk.views.ts";
import { NameLeaderForm } from "./desk-answer-forms.tsx";
import { DeskDeclared } from "./desk-declared.tsx";
import { DeskHolders } from "./desk-holders.tsx";
import { DeskInbox } from "./desk-inbox.tsx";
import { DeskMembers } from "./desk-members.tsx";
import { DeskNewcomers } from "./desk-newcomers.tsx";
import { DeskSection, DeskTiles, type Tile } from "./desk-parts.tsx";
import { DeskVolunteers } from "./desk-volunteers.tsx";

/** A section's console: what waits first, then who is there. `children` is about handing over. */
export function SectionDeskPage({
  desk,
  me,
  now,
  children,
}: {
  desk: SectionDeskView;
  me: string;
  now: Date;
  children?: ReactNode;
}) {
  const { section, federation, counts, volunteers, inbox, holders, candidates } = desk;
  const base = paths.console(section.scope);
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        eyebrow={
          <>
            <span>Gestion</span>
            {federation.deskHref && (
              <>
                <span aria-hidden="true">·</span>
                <Link href={federation.deskHref} prefetch={false} className="inline-flex min-h-11 items-center">
                  Fédération {ofPlace(federation.name)}
                </Link>
              </>
            )}
          </>
        }
        title={`Section ${section.name}`}
        actions={
          <ButtonLink href={section.href} variant="secondary" size="compact">
            Voir la page de la section
          </ButtonLink>
        }
        className="mb-6!"
      />
      <DeskTiles tiles={tilesOf(desk)} />
      <div className="grid gap-11">
        {holders.length === 0 && (
          <Notice tone="warning" title="Personne n’est à la tête de cette section.">
            {candidates
              ? "Confie-la à quelqu’un : c’est plus bas, avec les responsabilités."
              : "Sa fédération s’en occupe en attendant."}
          </Notice>
        )}
        <DeskSection id="accueil" title="À accueillir" note="Inscrit·e·s depuis moins de deux mois">
          <DeskNewcomers page={desk.newcomers} base={base} me={me} now={now} />
        </DeskSection>
        {volunteers.length > 0 && (
          <DeskSection id="volontaires" title="Se proposent pour la section">
            <DeskVolunteers volunteers={volunteers} now={now} />
          </DeskSection>
        )}
        <DeskSection
          id="adhesions"
          title="Adhésions à vérifier"
          note={candidates ? undefined : "Tu dis qui tu connais, la fédération décide."}
        >
          <DeskDeclared page={desk.declared} base={base} now={now} />
        </DeskSection>
        <DeskSection id="messages" title="Messages aux responsables" link={{ href: inbox.href, label: "Tout lire" }}>
          <DeskInbox inbox={inbox} now={now} />
        </DeskSection>
        <DeskSection id="responsabilites" title="Responsabilités">
          <div className="grid gap-4">
            {holders.length > 0 && <DeskHolders holders={holders} now={now} />}
            {candidates && (
              <div>
                <NameLeaderForm section={section} candidates={candidates} />
              </div>
            )}
          </div>
        </DeskSection>
        {children}
        <DeskSection id="membres" title="Membres" note={counted(counts.members, "membre")}>
          <DeskMembers page={desk.members} base={base} searched={desk.searched} now={now} />
        </DeskSection>
      </div>
    </div>
  );
}

function tilesOf({ counts, inbox, volunteers }: SectionDeskView): Tile[] {
  return [
    {
      href: "#accueil",
      count: counts.newcomers,
      one: "personne à accueillir",
      many: "personnes à accueillir",
      waits: true,
    },
    ...(volunteers.length > 0
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
      href: inbox.href,
      count: inbox.waiting,
      one: "message attend une réponse",
      many: "messages attendent une réponse",
      waits: true,
    },
    { href: "#membres", count: counts.members, one: "membre", many: "membres" },
  ];
}
