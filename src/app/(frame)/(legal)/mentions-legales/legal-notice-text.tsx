import Link from "next/link";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { Configured, Fact, MailLink } from "../legal-page.tsx";

export function LegalNoticeText() {
  const { publisher, hosting, dataProtection } = organisation;
  return (
    <>
      <h2>Qui publie</h2>
      <dl>
        <Fact term="Éditeur">
          <Configured value={publisher.legalName} />
        </Fact>
        <Fact term="Forme">{publisher.legalForm}</Fact>
        <Fact term="Adresse">
          <Configured value={publisher.address} />
        </Fact>
        <Fact term="Téléphone">
          <Configured value={publisher.phone} />
        </Fact>
        <Fact term="Adresse e-mail">
          <MailLink to={publisher.email} />
        </Fact>
        <Fact term="Direction de la publication">
          <Configured value={publisher.director} />
        </Fact>
      </dl>

      <h2>Qui héberge</h2>
      <dl>
        <Fact term="Hébergeur">
          <Configured value={hosting.name} />
        </Fact>
        <Fact term="Adresse">
          <Configured value={hosting.address} />
        </Fact>
        <Fact term="Téléphone">
          <Configured value={hosting.phone} />
        </Fact>
        <Fact term="Lieu des données">
          <Configured value={hosting.country} />
        </Fact>
      </dl>

      <h2>À qui écrire</h2>
      <dl>
        <Fact term="Un contenu pose problème">
          Le lien « Signaler » sous ce contenu, ou <MailLink to={organisation.moderationEmail} />
        </Fact>
        <Fact term="Tes données">
          <MailLink to={dataProtection.email} />
        </Fact>
        <Fact term="Un obstacle d’accessibilité">
          <MailLink to={organisation.accessibilityEmail} />
        </Fact>
        <Fact term="Tout le reste">
          <MailLink to={publisher.email} />
        </Fact>
      </dl>
      <p>
        Ces adresses servent aussi de points de contact, pour le public comme pour les autorités, au sens des articles
        11 et 12 du règlement européen sur les services numériques (DSA). On peut y écrire en français.
      </p>

      <h2>Ce qui est publié ici</h2>
      <p>
        Chaque contribution est publiée sous la responsabilité de la personne qui l’écrit. Quand un contenu contraire à
        la loi ou aux <Link href={paths.rules}>règles de la maison</Link> nous est signalé, une personne l’examine
        rapidement, décide, et dit pourquoi à qui a écrit comme à qui a signalé. Le lien « Signaler » est sous chaque
        contribution, avec ou sans compte. Qui a écrit peut répondre, et une autre personne décide alors.
      </p>
      <p>
        Tu restes titulaire de tes droits sur ce que tu écris. Tu autorises seulement {organisation.name} à l’afficher
        ici, tant que le débat est publié.
      </p>

      <h2>Le logiciel</h2>
      <p>
        Les polices de caractères Bricolage Grotesque et Figtree sont sous licence SIL Open Font. Les communes et leurs
        codes postaux viennent du découpage administratif publié par Etalab, sous Licence Ouverte ; leurs coordonnées,
        de GeoNames, sous licence Creative Commons Attribution 4.0. La carte des départements est de Victor Cazanave
        (svg-maps), sous licence Creative Commons Attribution 4.0 ; ses contours ont été simplifiés.
      </p>
    </>
  );
}
