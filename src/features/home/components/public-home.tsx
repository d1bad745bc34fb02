import type { ReactNode } from "react";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Hero } from "@/ui/hero.tsx";
import { Mosaic } from "@/ui/mosaic.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { Steps } from "@/ui/steps.tsx";

const steps = [
  {
    title: "Inscris-toi en une minute",
    text: "Un nom, une adresse e-mail, ta commune. Adhérent·e ou sympathisant·e, tu rejoins la section de chez toi.",
  },
  {
    title: "Entre dans un débat",
    text: "Une question, deux colonnes : pour et contre. Tu ajoutes l’argument qui manque, tout le monde le lit aussitôt.",
  },
  {
    title: "Pèse le pour et le contre",
    text: "D’accord, pas d’accord, je passe : tu réponds à chaque contribution, et tu peux changer d’avis.",
  },
];

const promises = [
  {
    title: "Ton nom reste entre membres",
    text: "Dans un débat ouvert, les visiteurs lisent « un·e adhérent·e, Puy-de-Dôme », sauf si tu choisis d’y signer.",
  },
  {
    title: "Des votes pour s’éclairer",
    text: "Ils sont consultatifs, et l’on ne montre jamais qui a voté quoi. Ce n’est pas un scrutin secret, et nous le disons.",
  },
  {
    title: "Aucun pisteur, aucune publicité",
    text: "Rien n’est chargé d’un autre site. Tu peux supprimer ton compte à tout moment, en un instant.",
  },
];

/** What a person who does not know La Coopol reads first; `children` are the running debates. */
export function PublicHome({ isMember, children }: { isMember: boolean; children: ReactNode }) {
  return (
    <div className="grid gap-16 md:gap-22">
      <Hero
        title="À plusieurs, on voit plus loin."
        lede={`${organisation.name}, c’est l’intelligence collective d’un parti et de celles et ceux qui l’entourent : on y débat en direct, section par section, pour agir mieux sur le terrain.`}
        actions={
          isMember ? (
            <ButtonLink href={paths.memberHome} size="large" trailingIcon="arrow">
              Aller à mon accueil
            </ButtonLink>
          ) : (
            <>
              <ButtonLink href={paths.signUp} size="large" trailingIcon="arrow">
                Rejoindre {organisation.name}
              </ButtonLink>
              <ButtonLink href={paths.debates} size="large" variant="secondary">
                Lire les débats
              </ButtonLink>
            </>
          )
        }
        note={isMember ? undefined : "Gratuit, sans carte du parti. Une minute suffit."}
        illustration={<Mosaic />}
      />
      <section aria-labelledby="en-direct">
        <SectionHeading
          id="en-direct"
          title="On en débat en ce moment"
          link={{ href: paths.debates, label: "Tous les débats" }}
        />
        {children}
      </section>
      <section aria-labelledby="comment">
        <SectionHeading id="comment" title="Comment ça marche" />
        <Steps steps={steps} />
      </section>
      <section aria-labelledby="promesses" className="grid gap-8 md:grid-cols-[1fr_2fr] md:gap-14">
        <div>
          <h2 id="promesses" className="text-heading">
            Une conviction n’est pas une donnée comme une autre
          </h2>
          <p className="mt-3 text-ink-2">Dire ce que l’on pense engage. Voici à quoi nous nous engageons en retour.</p>
        </div>
        <ul className="grid gap-6 sm:grid-cols-3">
          {promises.map(({ title, text }) => (
            <li key={title} className="border-t-[3px] border-ink pt-3.5">
              <h3 className="text-lg">{title}</h3>
              <p className="mt-1.5 text-[0.96875rem] text-ink-2">{text}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
