import Link from "next/link";
import { unbroken } from "@/core/french-typography.ts";
import { paths } from "@/core/paths.ts";
import { richText } from "@/core/rich-text.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { classNames } from "@/ui/class-names.ts";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { GroupInvitationView } from "../request.views.ts";
import { InvitationAnswerForm } from "./invitation-answer-form.tsx";

/** An invitation that the reader received, and her two answers. `named`: with the group's name, where it is not the page's own. */
export function InvitationCard({
  invitation: { id, group, by, words, at, rules, terms },
  named = false,
  now,
  className,
}: {
  invitation: GroupInvitationView;
  named?: boolean;
  now: Date;
  className?: string;
}) {
  // On the group's own page it stands right under its name.
  const Heading = named ? "h3" : "h2";
  const who = by?.name ?? "Quelqu’un du groupe";
  return (
    <section
      aria-labelledby={`invitation-${id}`}
      className={classNames(
        "grid gap-3.5 rounded-card border border-rose-line bg-rose-soft px-4 py-4 sm:px-5",
        className,
      )}
    >
      <div className="flex items-center gap-3.5">
        <Avatar name={who} photo={by?.photo ?? null} size="large" />
        <div className="min-w-0">
          <Heading
            id={`invitation-${id}`}
            className="text-[1.0625rem] leading-snug font-[680] tracking-normal wrap-anywhere"
          >
            {by?.href ? (
              <Link href={by.href} prefetch={false}>
                {who}
              </Link>
            ) : (
              who
            )}{" "}
            t’invite{" "}
            {named ? (
              <>
                dans{" "}
                <Link href={paths.group(group)} prefetch={false}>
                  {group.name}
                </Link>
              </>
            ) : (
              "dans ce groupe"
            )}
          </Heading>
          <p className="text-note text-ink-2">
            <RelativeTime date={at} now={now} />
          </p>
        </div>
      </div>
      {named && group.purpose && <p className="max-w-[62ch] text-ink-2">{unbroken(group.purpose)}</p>}
      {words && <p className="max-w-[62ch] wrap-anywhere">{unbroken(`« ${words} »`)}</p>}
      <InvitationAnswerForm
        invitationId={id}
        terms={terms}
        rules={rules && <RichText source={rules} rich={richText(rules)} />}
      />
    </section>
  );
}

/** The invitations that wait for the reader's answer. Nothing where there is none. */
export function MyGroupInvitations({ invitations, now }: { invitations: readonly GroupInvitationView[]; now: Date }) {
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations-recues" className="mb-10">
      <SectionHeading
        id="invitations-recues"
        title={invitations.length === 1 ? "On t’invite" : `${invitations.length} invitations`}
        note="Un non ne se dit pas."
      />
      <div className="grid gap-3">
        {invitations.map((invitation) => (
          <InvitationCard key={invitation.id} invitation={invitation} named now={now} />
        ))}
      </div>
    </section>
  );
}
