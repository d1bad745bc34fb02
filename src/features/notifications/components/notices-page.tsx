import Link from "next/link";
import { dayHeading } from "@/core/french-dates.ts";
import { type NoticeFamily, noticeFamilies } from "@/core/notice-kinds.ts";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyMail } from "@/ui/illustrations.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { readNoticesAction } from "../notice.actions.ts";
import type { NoticeListView, NoticeView } from "../notice.views.ts";
import { NoticeAct } from "./notice-act.tsx";
import { NoticeLine } from "./notice-line.tsx";

const chip =
  "inline-flex min-h-10 items-center rounded-full border px-4 text-[0.9375rem] font-[620] whitespace-nowrap no-underline transition-colors pointer-coarse:min-h-11 border-control text-ink-2 hover:border-ink hover:text-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper";

type Asked = { family?: NoticeFamily | null; unreadOnly?: boolean; after?: string };

function address({ family, unreadOnly, after }: Asked): string {
  const search = new URLSearchParams();
  if (family) search.set("famille", family);
  if (unreadOnly) search.set("voir", "non-lues");
  if (after) search.set("apres", after);
  return `${paths.notifications}${search.size > 0 ? `?${search}` : ""}`;
}

/** Everything that a member is told, the newest first, day by day. */
export function NoticesPage({ list }: { list: NoticeListView }) {
  const { family, unreadOnly, unread, next, now } = list;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Notifications"
        actions={
          <>
            {unread > 0 && (
              <NoticeAct action={readNoticesAction} fields={{}} said="Tout est lu." variant="secondary" icon="check">
                Tout marquer comme lu
              </NoticeAct>
            )}
            <ButtonLink href={paths.noticeChoices} variant="quiet">
              Choisir ce que je reçois
            </ButtonLink>
          </>
        }
      />
      <nav aria-label="Ce que montre la liste" className="-mx-4 mb-6 overflow-x-auto px-4 sm:mx-0 sm:px-0">
        <ul className="flex gap-2 py-1 sm:flex-wrap">
          <Filter href={address({})} current={!family && !unreadOnly}>
            Toutes
          </Filter>
          <Filter href={address({ unreadOnly: true })} current={unreadOnly && !family}>
            Non lues
          </Filter>
          {(Object.keys(noticeFamilies) as NoticeFamily[])
            .filter((one) => one !== "messages")
            .map((one) => (
              <Filter key={one} href={address({ family: one })} current={family === one}>
                {noticeFamilies[one]}
              </Filter>
            ))}
        </ul>
      </nav>
      {list.notices.length === 0 ? <Nothing list={list} /> : <Days notices={list.notices} now={now} />}
      {next && (
        <p className="mt-6 text-center">
          <ButtonLink href={address({ family, unreadOnly, after: next })} variant="secondary">
            Plus anciennes
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

function Filter({ href, current, children }: { href: string; current: boolean; children: string }) {
  return (
    <li>
      <Link href={href} prefetch={false} scroll={false} aria-current={current ? "true" : undefined} className={chip}>
        {children}
      </Link>
    </li>
  );
}

function Days({ notices, now }: { notices: readonly NoticeView[]; now: Date }) {
  const days = new Map<string, NoticeView[]>();
  for (const notice of notices) {
    const day = dayHeading(notice.at, now);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return (
    <div className="grid gap-7">
      {[...days].map(([day, told]) => (
        <section key={day} aria-label={day}>
          <h2 className="mb-2.5 text-note font-[650] text-ink-3">{day}</h2>
          <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
            {told.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} now={now.toISOString()} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Nothing({ list: { family, unreadOnly, first } }: { list: NoticeListView }) {
  if (!first || family || unreadOnly)
    return (
      <EmptyState
        title={unreadOnly ? "Tu es à jour" : "Rien ici"}
        action={
          <ButtonLink href={paths.notifications} variant="secondary">
            Voir toutes les notifications
          </ButtonLink>
        }
      />
    );
  return (
    <EmptyState
      illustration={<EmptyMail />}
      title="Rien pour l’instant"
      action={
        <>
          <ButtonLink href={paths.debates}>Suivre un débat</ButtonLink>
          <ButtonLink href={paths.groups} variant="secondary">
            Trouver un groupe
          </ButtonLink>
        </>
      }
    >
      <p>
        Ici arrive ce qui te concerne{"\u00a0: "}une réponse à ce que tu as écrit, un événement qui change, une demande
        de coopain. Rien d’autre.
      </p>
    </EmptyState>
  );
}
