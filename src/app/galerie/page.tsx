import { Avatar } from "@/ui/avatar";
import { Badge } from "@/ui/badge";
import { Button, ButtonLink } from "@/ui/button";
import { Card } from "@/ui/card";
import { Checkbox, RadioCards, Segmented } from "@/ui/choice-field";
import { EmptyState } from "@/ui/empty-state";
import { ErrorSummary } from "@/ui/error-summary";
import { RequiredNote } from "@/ui/field";
import { Frame } from "@/ui/frame";
import { Hero } from "@/ui/hero";
import { BrokenRings, EmptyMail, EmptyPeople, EmptyVoices, LostRings, Mosaic } from "@/ui/illustrations";
import { Icon, type IconName } from "@/ui/icons";
import { List, ListRow } from "@/ui/list";
import { MenuButton } from "@/ui/menu-item";
import { Notice } from "@/ui/notice";
import { PageHeader } from "@/ui/page-header";
import { RelativeTime } from "@/ui/relative-time";
import { SectionHeading } from "@/ui/section-heading";
import { SkeletonCard } from "@/ui/skeleton";
import { Steps } from "@/ui/steps";
import { SubmitButton } from "@/ui/submit-button";
import { Tabs } from "@/ui/tabs";
import { CodeField, SelectField, TextAreaField, TextField } from "@/ui/text-field";
import { Live } from "./live";

const items = [
  { href: "/galerie", label: "Accueil", icon: "home" },
  { href: "/debats", label: "Débats", icon: "debate" },
  { href: "/compte", label: "Moi", icon: "person" },
] as const;

export default async function Galerie({ searchParams }: { searchParams: Promise<{ me?: string; v?: string }> }) {
  const { me, v } = await searchParams;
  const now = new Date();
  return (
    <Frame
      items={items.slice(0, 2)}
      barItems={items}
      me={me ? { name: "Inès Benali", section: "Section Clermont-Ferrand", href: "/compte" } : null}
      menu={<form><MenuButton type="submit" icon="signout">Se déconnecter</MenuButton></form>}
    >
      {v === "hero" ? (
        <>
          <Hero
            eyebrow={<><Badge tone="live">En direct</Badge> 3 débats ouverts en ce moment</>}
            title="Le collectif commence près de chez toi"
            lede="Débats en direct, sections vivantes, une place pour chaque envie d’agir : La Coopol réunit celles et ceux qui veulent changer les choses, du marché du samedi au grand débat national."
            actions={<><ButtonLink href="/inscription" size="large" trailingIcon="arrow">Rejoindre La Coopol</ButtonLink><ButtonLink href="/debats" variant="secondary" size="large">Voir les débats</ButtonLink></>}
            note="Gratuit, sans publicité, et ouvert à toute personne de 15 ans et plus."
            illustration={<Mosaic />}
          />
          <div className="mt-16"><SectionHeading title="Trois gestes pour commencer" link={{ href: "/regles", label: "Les règles" }} />
          <Steps steps={[{ title: "Inscris-toi", text: "Ton nom, ton adresse, ta commune : une minute suffit, et ta section t’attend." }, { title: "Entre dans un débat", text: "Lis les arguments, dis si tu es d’accord, ajoute celui qui manque." }, { title: "Vois les choses bouger", text: "Chaque voix apparaît aussitôt sur tous les écrans, pour et contre." }]} /></div>
        </>
      ) : (
        <>
          <PageHeader eyebrow={<><Badge tone="live">En direct</Badge> Débat ouvert · Fédération du Puy-de-Dôme</>} title="Faut-il rendre les transports du quotidien gratuits ?" lede="Trois agglomérations voisines l’ont fait. Avant d’en débattre au conseil, dis-nous ce que cela changerait pour toi." actions={<><Button>Publier</Button><Button variant="secondary">Réponse</Button></>} />
          <div className="grid gap-8 md:grid-cols-2">
            <div className="grid content-start gap-6">
              <div className="flex flex-wrap gap-2"><Button>Publier</Button><Button variant="secondary" icon="plus">Ajouter</Button><Button variant="quiet">Annuler</Button><Button variant="danger">Supprimer</Button><Button pending>Envoi</Button><Button size="compact">Petit</Button><Button size="compact" variant="secondary">Petit</Button><Button disabled>Inactif</Button></div>
              <form className="grid gap-5">
                <RequiredNote />
                <ErrorSummary errors={{ email: "Cette adresse n’a pas la bonne forme.", commune: "Choisis ta commune dans la liste." }} labels={{ email: "Adresse e-mail", commune: "Commune" }} />
                <TextField name="name" label="Prénom et nom" required autoComplete="name" defaultValue="Inès Benali" />
                <TextField name="email" type="email" label="Adresse e-mail" hint="Elle n’est montrée à personne." error="Cette adresse n’a pas la bonne forme." required defaultValue="ines@" />
                <SelectField name="country" label="Pays"><option>France</option><option>Belgique</option></SelectField>
                <CodeField name="code" label="Code à 6 chiffres" defaultValue="482913" />
                <TextAreaField name="text" label="Ton argument" placeholder="Quel argument n’a pas encore été dit ?" />
                <RadioCards name="kind" label="Tu es…" required defaultValue="s" choices={[{ value: "s", label: "Sympathisant·e", hint: "Je veux participer sans adhérer." }, { value: "a", label: "Adhérent·e", hint: "J’ai ma carte, ou je viens de la demander." }]} />
                <Checkbox name="ok" label="J’accepte que mes opinions politiques soient traitées par l’organisation." hint="Tu peux retirer cet accord en un clic." required error="Coche la case pour continuer." />
                <div className="flex items-center justify-between"><Segmented name="side" label="Ton camp" defaultValue="pour" choices={[{ value: "pour", label: "Pour", tone: "pour" }, { value: "contre", label: "Contre", tone: "contre" }]} /><SubmitButton>Publier</SubmitButton></div>
              </form>
            </div>
            <div className="grid content-start gap-6">
              <div className="flex flex-wrap gap-2"><Badge tone="live">En direct</Badge><Badge>Clos</Badge><Badge tone="rose">Nouveau</Badge><Badge tone="amber">il manque 2 personnes</Badge><Badge tone="pour">Pour</Badge><Badge tone="contre">Contre</Badge><Badge tone="ok">Complet</Badge></div>
              <div className="flex flex-wrap gap-2">{["Nadia Mercier", "Jules Lopez", "Paul Bonnet", "Camille Faure", "Inès Benali", "Zoé Petit", "Ali Haddad", "Rose Martin"].map((n) => <Avatar key={n} name={n} />)}<Avatar name={null} /><Avatar name="Inès Benali" size="large" /><Avatar name="Jo" size="small" /></div>
              <Tabs label="Camps" current="#p" tabs={[{ href: "#p", label: "Pour", count: 61, tone: "pour" }, { href: "#c", label: "Contre", count: 38, tone: "contre" }]} />
              <Card as="article"><div className="mb-3 flex items-center gap-3"><Avatar name="Nadia Mercier" /><div><p className="font-[650]">Nadia M.</p><p className="text-note text-ink-3">Section Gerzat · <RelativeTime date={new Date(now.getTime() - 130000)} now={now} /></p></div></div><p>À Gerzat, un plein sur deux sert à aller travailler à Clermont. La gratuité, c’est 70 € par mois rendus à celles et ceux qui n’ont pas le choix de l’heure.</p></Card>
              <List><ListRow href="/a" lead={<span className="w-6 text-center font-display text-2xl font-bold text-rose">1</span>} title="Complète l’équipe du marché" text="Il manque 2 personnes samedi · à 900 m de chez toi" /><ListRow lead={<Icon name="lock" />} title="Firefox sur Android" text="Dernière visite : il y a 3 h" end={<Button size="compact" variant="secondary">Fermer</Button>} /></List>
              <Notice title="La connexion est perdue">On réessaie. Ce que tu écris est gardé.</Notice><Notice tone="success" title="Contribution publiée" /><Notice tone="warning" title="Plus que deux jours">Le débat se ferme vendredi.</Notice><Notice tone="error" title="Trop vite" action={<Button size="compact" variant="secondary">Réessayer</Button>}>Attends trois secondes.</Notice>
              <SkeletonCard />
              <EmptyState illustration={<EmptyVoices />} title="Personne n’a encore pris la parole" action={<Button>Ouvrir le bal</Button>}>Le premier argument donne le ton : dis ce que tu ferais, et pourquoi.</EmptyState>
              <div className="grid grid-cols-4 gap-3"><EmptyPeople /><EmptyMail /><LostRings /><BrokenRings /></div>
              <div className="flex flex-wrap gap-3 text-ink-2">{("home debate person users mail lock check cross arrow back chevron down plus dots calendar pin spark info warning eye signout offline".split(" ") as IconName[]).map((n) => <Icon key={n} name={n} />)}</div>
              <Live />
            </div>
          </div>
        </>
      )}
    </Frame>
  );
}
