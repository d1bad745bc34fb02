import Link from "next/link";
import type { ReactNode } from "react";
import { fullDay } from "@/core/french-dates.ts";
import { unbroken } from "@/core/french-typography.ts";
import { paths } from "@/core/paths.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { Badge } from "@/ui/badge.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import type { ProfileView } from "../profile.views.ts";
import { CoopainFaces } from "./coopain-faces.tsx";
import { OfferWords } from "./offer-words.tsx";
import { Labels, Part } from "./profile-parts.tsx";

/** A member's page. `actions` stands under her name, `activity` and `groups` at their place among the parts. */
export function ProfilePage({
  profile,
  now,
  actions,
  activity,
  groups,
}: {
  profile: ProfileView;
  now: Date;
  actions?: ReactNode;
  activity?: ReactNode;
  groups?: ReactNode;
}) {
  const { presentation, skills, interests, links, mandates, coopains, offer, own } = profile;
  const beside = [
    activity && (
      <Part key="activity" id="activite" title="En ce moment">
        {activity}
      </Part>
    ),
    groups && (
      <Part key="groups" id="groupes" title="Ses groupes">
        {groups}
      </Part>
    ),
    links.length > 0 && <Links key="links" links={links} />,
    coopains && coopains.count > 0 && <CoopainFaces key="coopains" coopains={coopains} />,
  ].filter(Boolean);
  const words = [
    mandates.length > 0 && <Mandates key="mandates" mandates={mandates} now={now} />,
    presentation && (
      <Part key="presentation" id="presentation" title="Présentation">
        <RichText source={presentation.source} rich={presentation.rich} className="text-[1.0625rem] leading-relaxed" />
      </Part>
    ),
    skills.length > 0 && <Labels key="skills" id="savoir-faire" title="Sait faire" labels={skills} />,
    interests.length > 0 && <Labels key="interests" id="interets" title="S’intéresse à" labels={interests} />,
    offer && <OfferWords key="offer" offer={offer} />,
  ].filter(Boolean);
  return (
    <article className="mx-auto max-w-4xl">
      <Head profile={profile} now={now} actions={actions} />
      {words.length + beside.length === 0 ? (
        <Nothing own={own} />
      ) : (
        <div className="grid items-start gap-x-12 gap-y-9 md:grid-cols-[3fr_2fr]">
          {words.length > 0 ? <div className="grid gap-9">{words}</div> : <Nothing own={own} />}
          {beside.length > 0 && <div className="grid gap-9">{beside}</div>}
        </div>
      )}
    </article>
  );
}

function Head({ profile, now, actions }: { profile: ProfileView; now: Date; actions?: ReactNode }) {
  const { name, photo, section, adherent, status } = profile;
  return (
    <header className="mb-9 grid gap-5 border-b border-line pb-8">
      <div className="flex flex-col gap-4 sm:flex-row sm:items-center sm:gap-7">
        <Avatar name={name} photo={photo && `${photo}&taille=grande`} size="huge" />
        <div className="grid min-w-0 gap-1.5">
          <h1 className="text-title font-[750] wrap-anywhere">{name}</h1>
          <p className="text-ink-2">
            <Link
              href={paths.section(section)}
              prefetch={false}
              className="inline-flex min-h-11 items-center font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-current sm:min-h-0"
            >
              {section.name}
            </Link>
            {section.federation.name !== section.name && <> · {section.federation.name}</>}
          </p>
          {adherent && <Badge tone="ok">Adhérent·e</Badge>}
        </div>
      </div>
      {status && (
        <p className="w-fit max-w-full rounded-card rounded-tl-sm bg-rose-soft px-4.5 py-3">
          <span className="font-display text-lg leading-snug font-[650] wrap-anywhere">{unbroken(status.text)}</span>
          <RelativeTime date={status.at} now={now} className="mt-0.5 block text-note text-ink-2" />
        </p>
      )}
      {actions && <div className="flex flex-wrap items-center gap-2.5 empty:hidden">{actions}</div>}
    </header>
  );
}

function Mandates({ mandates, now }: { mandates: ProfileView["mandates"]; now: Date }) {
  return (
    <Part id="responsabilites" title="Responsabilités">
      <ul className="grid gap-3">
        {mandates.map(({ id, role, place, beginsAt, endsAt, past }) => (
          <li key={id} className={past ? "text-ink-2" : undefined}>
            <p className="font-[650]">{role}</p>
            <p className="text-note text-ink-2">
              {place} · {dates(beginsAt, endsAt, now)}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function dates(beginsAt: Date, endsAt: Date | null, now: Date): string {
  if (!endsAt) return `depuis le ${fullDay(beginsAt)}`;
  return endsAt <= now
    ? `du ${fullDay(beginsAt)} au ${fullDay(endsAt)}`
    : `depuis le ${fullDay(beginsAt)}, jusqu’au ${fullDay(endsAt)}`;
}

function Links({ links }: { links: ProfileView["links"] }) {
  return (
    <Part id="liens" title="Ailleurs sur le web">
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a
              href={href}
              rel="nofollow noopener noreferrer"
              className="inline-flex min-h-11 items-center font-semibold text-rose-strong underline decoration-rose-line decoration-2 underline-offset-[3px] wrap-anywhere hover:decoration-current"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Nothing({ own }: { own: boolean }) {
  if (!own)
    return (
      <p className="max-w-[52ch] text-ink-2">
        Rien de plus à lire ici pour l’instant. Chaque membre choisit ce que voient ses coopains, sa section et les
        autres.
      </p>
    );
  return (
    <EmptyState
      title="Ta page attend tes mots"
      action={<ButtonLink href={paths.editProfile}>Compléter mon profil</ButtonLink>}
    >
      Une photo, deux phrases, ce que tu sais faire : les gens de ta section sauront qui tu es.
    </EmptyState>
  );
}
