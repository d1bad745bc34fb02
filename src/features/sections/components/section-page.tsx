import type { ReactNode } from "react";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { capital, memberWords } from "../section.rules.ts";
import type { SectionView } from "../section.views.ts";
import { Communes } from "./communes.tsx";
import { Breadcrumb } from "./find-section.tsx";
import { Holders } from "./holders.tsx";
import { People } from "./people.tsx";
import { EmptyDesk } from "./stand-in.tsx";
import { WriteToDesk } from "./write-to-desk.tsx";

/** A section: who is in charge, its agenda, its debates, its members, how to write to it, its communes. */
export function SectionPage({
  section,
  agenda,
  groups,
  debates,
}: {
  section: SectionView;
  agenda: ReactNode;
  /** Its wall, and the groups formed there. */
  groups: ReactNode;
  debates: ReactNode;
}) {
  const { federation, holders, standIn, people, isMember, isMine } = section;
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumb
            steps={[
              { label: "Sections", href: paths.sections },
              { label: federation.name, href: paths.federation(federation) },
            ]}
          />
        }
        title={`Section ${section.name}`}
        lede={`${isMine ? `Ta section : ${memberWords(section.members)}` : capital(memberWords(section.members))} sur ${organisation.name}.`}
        actions={<Actions section={section} />}
      />
      <div className="grid gap-11">
        <section aria-labelledby="responsables">
          <SectionHeading id="responsables" title="Qui anime la section" />
          {standIn ? <EmptyDesk section={section} standIn={standIn} /> : <Holders holders={holders} />}
        </section>
        {agenda}
        {groups}
        {debates}
        <section aria-labelledby="membres" className="scroll-mt-6">
          <SectionHeading id="membres" title="Membres" note={memberWords(section.members)} />
          {people ? (
            <People people={people} members={section.members} isMine={isMine} href={section.href} />
          ) : (
            <p className="text-ink-2">
              Sans compte, tu ne vois le nom de personne : les membres se montrent entre membres.
            </p>
          )}
        </section>
        <section aria-labelledby="ecrire" className="scroll-mt-6">
          <SectionHeading id="ecrire" title="Écrire aux responsables" />
          <WriteToDesk desk={section.desk} isMember={isMember} />
        </section>
        {section.communes.length > 0 && (
          <section aria-labelledby="communes">
            <SectionHeading id="communes" title={isAbroad(section) ? "Le pays" : "Les communes de la section"} />
            <Communes communes={section.communes} />
          </section>
        )}
      </div>
    </>
  );
}

const isAbroad = ({ federation }: SectionView) => federation.id === "FE";

function Actions({ section }: { section: SectionView }) {
  if (!section.isMember)
    return (
      <ButtonLink href={paths.signUp} icon="plus">
        Rejoindre la section
      </ButtonLink>
    );
  return (
    <>
      <ButtonLink href="#ecrire" variant="secondary" icon="mail">
        Écrire aux responsables
      </ButtonLink>
      {section.can.manage && (
        <ButtonLink href={paths.console(section.scope)} variant="secondary">
          Gérer la section
        </ButtonLink>
      )}
    </>
  );
}
