import Link from "next/link";
import type { ReactNode } from "react";
import { ofPlace } from "@/core/french-places.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { capital, memberWords } from "../section.rules.ts";
import type { FederationView, SectionRowView } from "../section.views.ts";
import { Breadcrumb } from "./find-section.tsx";
import { Holders } from "./holders.tsx";
import { WriteToDesk } from "./write-to-desk.tsx";

/** Sections that fold away: of those abroad most are countries where nobody is yet. */
const UNFOLDED = 60;

/** A federation: who is in charge, its sections, its agenda, its debates, how to write to it. */
export function FederationPage({
  federation,
  agenda,
  groups,
  debates,
}: {
  federation: FederationView;
  agenda: ReactNode;
  /** Its wall, and the groups formed there. */
  groups: ReactNode;
  debates: ReactNode;
}) {
  const { holders, sections, isMember, isMine } = federation;
  const led = sections.filter((section) => section.led).length;
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumb steps={[{ label: "Sections", href: paths.sections }]} />}
        title={`Fédération ${ofPlace(federation.name)}`}
        lede={`${isMine ? `Ta fédération : ${memberWords(federation.members)}` : capital(memberWords(federation.members))} sur ${organisation.name}, ${led} ${led > 1 ? "sections animées" : "section animée"} sur ${sections.length}.`}
        actions={<Actions federation={federation} />}
      />
      <div className="grid gap-11">
        <section aria-labelledby="responsables">
          <SectionHeading id="responsables" title="Qui anime la fédération" />
          {holders.length > 0 ? (
            <Holders holders={holders} />
          ) : (
            <Card>
              <p>
                Personne n’anime encore cette fédération : l’équipe nationale prend le relais. Regarde si{" "}
                <Link href="#sections">ta section</Link> a déjà quelqu’un.
              </p>
            </Card>
          )}
        </section>
        {agenda}
        {groups}
        {debates}
        <section aria-labelledby="sections" className="scroll-mt-6">
          <SectionHeading id="sections" title="Ses sections" note={String(sections.length)} />
          <Sections sections={sections} />
        </section>
        <section aria-labelledby="ecrire" className="scroll-mt-6">
          <SectionHeading id="ecrire" title="Écrire à la fédération" />
          <WriteToDesk desk={federation.desk} isMember={isMember} />
        </section>
      </div>
    </>
  );
}

function Actions({ federation }: { federation: FederationView }) {
  if (!federation.isMember)
    return (
      <ButtonLink href={paths.signUp} icon="plus">
        Rejoindre La Coopol
      </ButtonLink>
    );
  return (
    <>
      <ButtonLink href="#ecrire" variant="secondary" icon="mail">
        Écrire à la fédération
      </ButtonLink>
      {federation.can.manage && (
        <ButtonLink href={paths.console(federation.scope)} variant="secondary">
          Gérer la fédération
        </ButtonLink>
      )}
    </>
  );
}

function Rows({ sections }: { sections: readonly SectionRowView[] }) {
  return (
    <List>
      {sections.map(({ id, name, href, members, led }) => (
        <ListRow
          key={id}
          href={href}
          title={name}
          text={`${memberWords(members)} · ${led ? "quelqu’un l’anime" : "cherche quelqu’un pour l’animer"}`}
        />
      ))}
    </List>
  );
}

function Sections({ sections }: { sections: readonly SectionRowView[] }) {
  if (sections.length <= UNFOLDED) return <Rows sections={sections} />;
  const inhabited = sections.filter(({ members, led }) => members.step > 0 || led);
  const others = sections.filter((section) => !inhabited.includes(section));
  return (
    <>
      {inhabited.length > 0 && <Rows sections={inhabited} />}
      <details className="mt-4">
        <summary className="min-h-11 cursor-pointer py-2.5 font-[650]">
          Les {others.length} sections où il n’y a personne encore
        </summary>
        <div className="mt-2">
          <Rows sections={others} />
        </div>
      </details>
    </>
  );
}
