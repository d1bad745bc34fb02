import Link from "next/link";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { KEPT_READ_DAYS, KEPT_UNREAD_DAYS } from "@/features/notifications/keeping.rules.ts";
import { Configured, Fact, MailLink } from "../legal-page.tsx";

export function PrivacyText() {
  return (
    <>
      <InShort />
      <Responsible />
      <WhatAndWhy />
      <WhoSeesWhat />
      <HowLong />
      <YourRights />
    </>
  );
}

function InShort() {
  return (
    <>
      <h2>En bref</h2>
      <ul>
        <li>Ton nom n’est public que si tu l’as choisi.</li>
        <li>Aucune publicité, aucun profilage, aucune revente, aucun partage avec un réseau social.</li>
        <li>
          Tes pages ne chargent rien depuis un autre site : ni police, ni image, ni mesure d’audience. Personne d’autre
          que nous ne sait que tu es là.
        </li>
        <li>Tu peux partir quand tu veux, en effaçant ton compte toi-même.</li>
      </ul>
    </>
  );
}

function Responsible() {
  const { publisher, dataProtection } = organisation;
  return (
    <>
      <h2>Qui est responsable</h2>
      <dl>
        <Fact term="Responsable du traitement">
          <Configured value={publisher.legalName} />
        </Fact>
        <Fact term="Délégué·e à la protection des données">
          <Configured value={dataProtection.officer} />
        </Fact>
        <Fact term="Écrire">
          <MailLink to={dataProtection.email} />
        </Fact>
        <Fact term="Par courrier">
          <Configured value={dataProtection.address} />
        </Fact>
      </dl>
    </>
  );
}

function WhatAndWhy() {
  return (
    <>
      <h2>Des données qui disent tes opinions</h2>
      <p>
        S’inscrire sur {organisation.name}, c’est déjà dire quelque chose de ses opinions politiques. La loi protège
        spécialement ces données (article 9 du règlement général sur la protection des données, RGPD). Nous ne les
        traitons que sur deux fondements :
      </p>
      <ul>
        <li>
          <strong>ton consentement explicite</strong>, demandé à l’inscription par une case que tu coches toi-même
          (article 9.2.a) ;
        </li>
        <li>
          <strong>nos activités légitimes d’organisation politique</strong>, pour nos membres et les personnes en
          contact régulier avec nous, et sans rien communiquer au dehors sans ton accord (article 9.2.d).
        </li>
      </ul>

      <h2>Ce que nous gardons, et pourquoi</h2>
      <dl>
        <Fact term="Nom, adresse e-mail">
          Ouvrir ton compte, te reconnaître, t’écrire. Fondement : ton consentement.
        </Fact>
        <Fact term="Commune">Te rattacher à ta section et à ta fédération. Fondement : ton consentement.</Fact>
        <Fact term="Adhérent·e ou sympathisant·e">T’ouvrir ce qui te revient. Fondement : ton consentement.</Fact>
        <Fact term="Âge">
          Vérifier que tu as au moins {organisation.minimumAge} ans : ton année de naissance, et la date quand l’année
          laisse un doute. Nous ne les gardons pas ; si tu as moins de 18 ans, nous notons le jour où tu les auras.
          Fondement : la loi.
        </Fact>
        <Fact term="Mot de passe">Jamais en clair : seule une empreinte est gardée, si tu en choisis un.</Fact>
        <Fact term="Second facteur">
          Vérifier que c’est bien toi, si tu en mets un : la clé de ton application, chiffrée, et une empreinte de tes
          codes de secours, jamais leur texte. Effacés dès que tu le retires. Fondement : ton consentement ; notre
          intérêt légitime à la sécurité si tu as une responsabilité.
        </Fact>
        <Fact term="Contributions et votes">
          Faire vivre les débats. Les votes sont consultatifs et ne sont jamais montrés personne par personne, mais ce
          n’est pas un scrutin secret. Fondement : ton consentement.
        </Fact>
        <Fact term="Coopains, demandes et blocages">
          Te relier à qui tu veux, et à personne d’autre. Un refus et un blocage ne se disent pas. Les suggestions
          viennent de ce que vous avez en commun (section, coopains, débats), jamais de tes votes. Fondement : ton
          consentement.
        </Fact>
        <Fact term="Adresses invitées">
          Un membre peut écrire ton adresse pour t’inviter : un seul message, jamais un autre, avec de quoi t’y opposer.
          Nous ne gardons pas l’adresse, seulement une empreinte qui sert à ne plus lui écrire. Fondement : notre
          intérêt légitime à nous faire connaître.
        </Fact>
        <Fact term="Notifications">
          Te prévenir de ce qui te concerne : quoi, quand, si tu l’as lu, et comment tu as choisi de l’être. Nous ne
          mesurons ni l’ouverture des e-mails, ni les clics. Fondement : ton consentement ; la loi pour les décisions
          qui te visent.
        </Fact>
        <Fact term="Signalements et décisions">
          Faire respecter les règles et répondre à chacun·e : ce qui est signalé, la règle citée, ce qui a été décidé et
          pourquoi. De qui signale sans compte : un nom et une adresse, pour lui répondre. Fondement : la loi (règlement
          européen sur les services numériques).
        </Fact>
        <Fact term="Consentements">Prouver ce que tu as accepté, quand, et sur quel texte. Fondement : la loi.</Fact>
        <Fact term="Traces techniques">
          Protéger le service contre les abus (limites de débit, appareils connectés). Fondement : notre intérêt
          légitime à la sécurité.
        </Fact>
      </dl>
      <p>
        Refuser ce qui est facultatif te laisse un compte entièrement utilisable. Nous n’utilisons qu’un cookie, celui
        qui te garde connecté·e, de quoi retenir l’apparence que tu choisis, et de quoi mener à bien une inscription ou
        une connexion en cours : ils sont nécessaires, donc sans bandeau. Une contribution commencée reste dans ton
        navigateur jusqu’à ce que tu la publies.
      </p>
    </>
  );
}

function WhoSeesWhat() {
  return (
    <>
      <h2>Qui voit quoi</h2>
      <ul>
        <li>
          <strong>Sur le web ouvert</strong>, dans un débat ouvert, on lit « un·e adhérent·e, Puy-de-Dôme » et non ton
          nom, sauf si tu as accepté qu’il apparaisse. Tu peux revenir sur ce choix en un clic.
        </li>
        <li>
          <strong>Les membres</strong> voient ton nom et ta section à côté de ce que tu écris dans les débats.
        </li>
        <li>
          <strong>Ton adresse e-mail et ton âge</strong> ne sont montrés à aucun membre.
        </li>
        <li>
          <strong>Les responsables</strong> voient ce que demande leur responsabilité, dans leur territoire, et pour sa
          durée seulement.
        </li>
        <li>
          <strong>Qui a signalé quoi</strong> n’est montré à personne : ni à qui a écrit, ni à qui décide.
        </li>
        <li>
          <strong>Notre hébergeur</strong> (<Configured value={organisation.hosting.name} />) conserve les données pour
          nous, sans s’en servir (lieu : <Configured value={organisation.hosting.country} />
          ). {organisation.dataProtection.transfers}
        </li>
      </ul>
      <p>Aucune décision n’est prise à ton sujet par une machine seule.</p>
    </>
  );
}

function HowLong() {
  const { retention } = organisation;
  return (
    <>
      <h2>Combien de temps</h2>
      <dl>
        <Fact term="Ton compte">{retention.account}</Fact>
        <Fact term="Une inscription commencée">{retention.pendingSignUp}</Fact>
        <Fact term="Tes connexions">{retention.sessions}</Fact>
        <Fact term="Une inscription sans compte à un événement">{retention.guests}</Fact>
        <Fact term="Tes contributions">{retention.contributions}</Fact>
        <Fact term="Tes messages">{retention.messages}</Fact>
        <Fact term="Tes notifications">
          {KEPT_READ_DAYS} jours après que tu les as lues, {KEPT_UNREAD_DAYS} jours sinon, puis effacées ; tes choix,
          tant que ton compte existe
        </Fact>
        <Fact term="Ce qui a été signalé">{retention.reported}</Fact>
        <Fact term="Qui a signalé">{retention.reporters}</Fact>
        <Fact term="Les décisions de modération">{retention.decisions}</Fact>
        <Fact term="Tes consentements">{retention.consents}</Fact>
        <Fact term="Les traces techniques">{retention.technicalLogs}</Fact>
      </dl>
    </>
  );
}

function YourRights() {
  return (
    <>
      <h2>Tes droits</h2>
      <p>
        Tu peux consulter tes données, les corriger, les effacer, en demander une copie, limiter leur usage, t’y
        opposer, et retirer à tout moment un consentement, aussi simplement que tu l’as donné. Tu peux aussi dire ce que
        tu veux qu’elles deviennent après ta mort.
      </p>
      <ul>
        <li>
          Depuis <Link href={paths.account}>ton compte</Link> : changer d’adresse, fermer une session, retirer un
          accord, supprimer le compte.
        </li>
        <li>
          Pour tout le reste : <MailLink to={organisation.dataProtection.email} />. Nous répondons dans le mois.
        </li>
        <li>
          Si la réponse ne te convient pas, tu peux saisir la CNIL : 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex
          07, ou en ligne sur cnil.fr.
        </li>
      </ul>
    </>
  );
}
