import type { ReactNode } from "react";
import { dayAndMonth, fullDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { Badge } from "@/ui/badge.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { signOutAction } from "../account.actions.ts";
import { type AccountView, roleName, type SessionView } from "../account.views.ts";
import { EmailSection } from "./email-section.tsx";
import { OneButtonForm } from "./one-button-form.tsx";
import { PasswordSection } from "./password-section.tsx";
import { PublicNameSection } from "./public-name-section.tsx";
import { SaidNotice } from "./said-notice.tsx";
import { SecondFactorBadge } from "./second-factor-page.tsx";
import { SessionsSection } from "./sessions-section.tsx";

/** One's own account: who one is here, what is shown, how one enters, and how one leaves. */
export function AccountPage({
  account,
  sessions,
  now,
  said,
  photo = null,
}: {
  account: AccountView;
  sessions: readonly SessionView[];
  now: Date;
  said?: string | string[] | undefined;
  photo?: string | null;
}) {
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title="Mon compte" />
      <SaidNotice said={said} className="mb-6" />
      <div className="grid gap-10">
        <Identity account={account} photo={photo} now={now} />
        <Section id="moi" title="Ce que les autres voient de moi">
          <List>
            <ListRow href={paths.editProfile} title="Mon profil" text="Photo, présentation, compétences, liens" />
            <ListRow href={paths.visibilities} title="Qui voit quoi" text="Champ par champ, sur un seul écran" />
            <ListRow href={paths.offer} title="À la carte" text="Ce que je ferais, quand, jusqu’où" />
          </List>
        </Section>
        <Section id="nom-public" title="Mon nom dans les débats ouverts">
          <Card padding="roomy">
            <PublicNameSection account={account} />
          </Card>
        </Section>
        <Section id="entrer" title="Sécurité">
          <List>
            <ListRow
              href={paths.secondFactor}
              title="Mon second facteur"
              text="Un code de ton téléphone à la connexion"
              end={<SecondFactorBadge on={account.hasSecondFactor} />}
            />
          </List>
        </Section>
        <Section id="mot-de-passe" title="Mot de passe">
          <Card padding="roomy">
            <PasswordSection hasPassword={account.hasPassword} freshSession={account.freshSession} />
          </Card>
        </Section>
        <Section id="adresse" title="Adresse e-mail">
          <Card padding="roomy">
            <EmailSection email={account.email} hasPassword={account.hasPassword} freshSession={account.freshSession} />
          </Card>
        </Section>
        <Section id="sessions" title="Mes sessions">
          <SessionsSection sessions={sessions} now={now} />
        </Section>
        <Section id="reglages" title="Réglages et données">
          <List>
            <ListRow href={paths.noticeChoices} title="Mes notifications" text="De quoi, où, et à quel rythme" />
            <ListRow href={paths.moveTown} title="J’ai déménagé" text={`Aujourd’hui : ${account.commune}`} />
            <ListRow href={paths.appearance} title="Apparence" text="Claire, sombre, ou comme ton appareil" />
            <ListRow href={paths.personalData} title="Mes données" text="Les lire, les télécharger" />
          </List>
        </Section>
        <Section id="partir" title="Partir">
          <div className="flex flex-wrap gap-3">
            <OneButtonForm action={signOutAction} variant="secondary" icon="signout">
              Me déconnecter
            </OneButtonForm>
            <ButtonLink href={paths.accountErasure} variant="danger">
              Supprimer mon compte
            </ButtonLink>
          </div>
        </Section>
      </div>
    </div>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3.5 text-heading">
        {title}
      </h2>
      {children}
    </section>
  );
}

const standings: Record<AccountView["standing"], ReactNode> = {
  adherent: <Badge tone="ok">Adhérent·e</Badge>,
  declared: <Badge tone="amber">Adhésion à confirmer par ta fédération</Badge>,
  sympathiser: <Badge tone="neutral">Sympathisant·e</Badge>,
};

function Identity({ account, photo, now }: { account: AccountView; photo: string | null; now: Date }) {
  const facts = [
    ["Commune", account.commune],
    ["Section", account.section],
    ["Fédération", account.federation],
    ["Membre depuis", `le ${fullDay(account.joinedAt)}`],
  ] as const;
  return (
    <Card padding="roomy" className="grid gap-5">
      <div className="flex items-center gap-4">
        <Avatar name={account.name} photo={photo} size="large" />
        <div className="grid min-w-0 justify-items-start gap-1.5">
          <p className="font-display text-heading font-[720]">{account.name}</p>
          {standings[account.standing]}
        </div>
      </div>
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt className="text-note text-ink-3">{term}</dt>
            <dd className="font-[560]">{value}</dd>
          </div>
        ))}
      </dl>
      {account.mandates.length > 0 && (
        <ul className="grid gap-1 border-t border-line pt-4" aria-label="Mes responsabilités">
          {account.mandates.map(({ role, place, endsAt }) => (
            <li key={`${role} ${place}`}>
              <span className="font-[650]">{roleName(role)}</span> · {place}
              {endsAt && <span className="text-note text-ink-3">, jusqu’au {dayAndMonth(endsAt, now)}</span>}
              {account.grantsAsleep && (
                <>
                  {" "}
                  <Badge tone="amber">Attend ton second facteur</Badge>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
