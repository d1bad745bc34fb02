import { counted } from "@/core/french-dates.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { Card } from "@/ui/card.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyMail } from "@/ui/illustrations.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Person } from "@/ui/person.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { renewLinkAction } from "../coopain.actions.ts";
import type { InvitePageView, MyLinkView } from "../coopain.views.ts";
import { InviteByEmailForm } from "./invite-by-email-form.tsx";
import { LinkTools } from "./link-tools.tsx";
import { PrintedSheet } from "./printed-sheet.tsx";
import { QrCode } from "./qr-code.tsx";
import { Rows } from "./rows.tsx";
import { Unfold } from "./unfold.tsx";

/** A member's ways to bring people: her link, its QR and paper code, an e-mail; and who came. */
export function InvitePage({ page, inviter, now }: { page: InvitePageView; inviter: string; now: Date }) {
  const { link, joined, others } = page;
  return (
    <>
      <div data-screen-only className="mx-auto max-w-3xl">
        <PageHeader
          title="Inviter"
          lede={`Fais venir quelqu’un sur ${organisation.name} : à l’arrivée, vous pourrez être coopains tout de suite.`}
        />
        <div className="grid gap-11">
          <section aria-labelledby="lien">
            <SectionHeading id="lien" title="Mon lien" />
            {link ? <MyLink link={link} /> : <NoLink />}
          </section>
          <section aria-labelledby="e-mail">
            <SectionHeading id="e-mail" title="Par e-mail" />
            <Card>
              <InviteByEmailForm />
            </Card>
          </section>
          <Joined joined={joined} others={others} now={now} />
        </div>
      </div>
      {link && <PrintedSheet link={link} inviter={inviter} />}
    </>
  );
}

function NoLink() {
  return (
    <EmptyState
      illustration={<EmptyMail />}
      title="Un lien à ton nom"
      action={
        <ActForm stretched action={renewLinkAction} fields={{}} said="Ton lien est prêt">
          Créer mon lien
        </ActForm>
      }
    >
      À partager où tu veux, à montrer sur ton téléphone, ou à imprimer pour un marché. Il ne dit de toi que ton prénom
      et ta section.
    </EmptyState>
  );
}

function MyLink({ link }: { link: MyLinkView }) {
  return (
    <Card className="grid gap-6 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid content-start gap-4">
        <TextField name="lien-personnel" label="À envoyer à qui tu veux" readOnly value={link.url} />
        <div className="flex flex-wrap gap-2">
          <LinkTools url={link.url} />
        </div>
        <div>
          <p className="font-[650]">À recopier depuis un papier</p>
          <p className="font-display text-2xl font-bold tracking-[0.08em] tabular-nums">{link.code}</p>
          <p className="text-note text-ink-3">
            Le code se tape à l’adresse {new URL(link.url).host}
            {paths.invitation}.
          </p>
        </div>
        <Unfold label="Changer de lien" variant="secondary" compact>
          <p>Le lien, le QR code et le code sur papier d’aujourd’hui ne mèneront plus nulle part, où qu’ils soient.</p>
          <ActForm stretched action={renewLinkAction} fields={{}} said="Ton nouveau lien est prêt" variant="danger">
            En faire un nouveau
          </ActForm>
        </Unfold>
      </div>
      <QrCode
        url={link.url}
        label="QR code de mon lien d’invitation"
        className="size-52 justify-self-center rounded-card border border-line"
      />
    </Card>
  );
}

function Joined({ joined, others, now }: { joined: InvitePageView["joined"]; others: number; now: Date }) {
  const hidden = counted(others, "personne", "personnes");
  return (
    <section aria-labelledby="venus">
      <SectionHeading id="venus" title="Qui est ici grâce à moi" />
      {joined.length + others === 0 && (
        <p className="max-w-[56ch] text-ink-2">
          Personne encore. Le premier lien est souvent celui qu’on envoie à une seule personne, avec un mot à soi.
        </p>
      )}
      {joined.length > 0 && (
        <Rows>
          {joined.map(({ id, name, section, photo, href, at }) => (
            <li key={id}>
              <Person
                person={{ name, place: section, photo, href }}
                note={
                  <>
                    Arrivé·e <RelativeTime date={at} now={now} />
                  </>
                }
              />
            </li>
          ))}
        </Rows>
      )}
      {others > 0 && (
        <p className="mt-3 text-ink-2">
          {joined.length > 0 ? `Et ${hidden} de plus` : `${hidden} ${others > 1 ? "sont venues" : "est venue"}`} :{" "}
          {others > 1 ? "leurs profils ne te sont pas ouverts" : "son profil ne t’est pas ouvert"}.
        </p>
      )}
    </section>
  );
}
