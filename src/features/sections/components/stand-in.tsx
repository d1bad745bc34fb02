import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyPeople } from "@/ui/illustrations.tsx";
import { distanceWords } from "../section.rules.ts";
import type { SectionView, StandInView } from "../section.views.ts";
import { VolunteerForm } from "./volunteer-form.tsx";

function StandIn({ standIn }: { standIn: StandInView }) {
  const link = (
    <Link href={standIn.href} prefetch={false}>
      {standIn.level === "section"
        ? standIn.name
        : standIn.level === "federation"
          ? `fédération ${standIn.name}`
          : standIn.name}
    </Link>
  );
  if (standIn.level === "section")
    return (
      <>
        En attendant, la section {link}, {distanceWords(standIn.km)}, prend le relais : passe la voir.
      </>
    );
  if (standIn.level === "federation") return <>En attendant, la {link} prend le relais.</>;
  return <>En attendant, {link} prend le relais.</>;
}

/** A section that nobody leads yet: who looks after it meanwhile, and a warm welcome for whoever would begin. */
export function EmptyDesk({ section, standIn }: { section: SectionView; standIn: StandInView }) {
  return (
    <EmptyState
      illustration={<EmptyPeople />}
      title="Personne n’anime encore cette section"
      {...(!section.isMember && { action: <ButtonLink href={paths.signUp}>Rejoindre La Coopol</ButtonLink> })}
    >
      <p>
        <StandIn standIn={standIn} />
      </p>
      {section.isMine && section.volunteered ? (
        <p className="mt-3 font-[650]">Tu t’es proposé·e : ta fédération te répondra par e-mail. Merci !</p>
      ) : section.isMine ? (
        <details className="mt-5 text-left">
          <summary className="mx-auto flex min-h-11 w-fit cursor-pointer list-none items-center rounded-full bg-rose px-5.5 font-[650] text-on-rose hover:bg-rose-strong [&::-webkit-details-marker]:hidden">
            Je me propose
          </summary>
          <p className="my-4">
            Pas besoin d’expérience : un premier rendez-vous, un message aux membres du coin, et c’est parti. Ta
            fédération t’aide à commencer.
          </p>
          <VolunteerForm section={{ id: section.id, name: section.name }} />
        </details>
      ) : (
        <p className="mt-3">Tu habites ici ? La première personne qui se propose y est attendue à bras ouverts.</p>
      )}
    </EmptyState>
  );
}
