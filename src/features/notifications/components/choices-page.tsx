import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { unmuteTopicAction } from "../notice.actions.ts";
import type { ChoicesView } from "../notice.views.ts";
import { FamilyForm } from "./family-form.tsx";
import { NoticeAct } from "./notice-act.tsx";
import { PaceForm } from "./pace-form.tsx";

/** What a member is told, where and how often, family by family; and what she muted. */
export function ChoicesPage({
  choices: { families, muted },
  said,
}: {
  choices: ChoicesView;
  said: string | string[] | undefined;
}) {
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        eyebrow={<BackLink href={paths.account}>Mon compte</BackLink>}
        title="Mes notifications"
        lede="Ce dont tu es prévenu·e, où, et à quel rythme. Rien n’est envoyé pour te faire revenir : seulement ce qui te concerne."
      />
      {said === "rythme" && (
        <Notice tone="success" role="status" className="mb-6">
          C’est fait : tes e-mails suivent ce rythme.
        </Notice>
      )}
      <div className="grid gap-10">
        <section aria-labelledby="rythme">
          <h2 id="rythme" className="mb-1.5 text-heading">
            Tous mes e-mails d’un coup
          </h2>
          <p className="mb-3.5 text-ink-2">
            Les résumés partent à 7 h 30, le lundi pour ceux de la semaine. Ce que la loi ou ta sécurité demande de te
            dire arrive toujours.
          </p>
          <PaceForm />
        </section>
        {families.map(({ family, name, choices }) => (
          <section key={family} id={family} aria-labelledby={`${family}-titre`} className="scroll-mt-24">
            <h2 id={`${family}-titre`} className="mb-3.5 text-heading">
              {name}
            </h2>
            <Card padding="none">
              {choices.some((choice) => !choice.essential) && (
                <FamilyForm name={name} choices={choices.filter((choice) => !choice.essential)} />
              )}
              {choices
                .filter((choice) => choice.essential)
                .map((choice) => (
                  <div
                    key={choice.kind}
                    className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 border-t border-line px-4 py-3.5 first:border-t-0 sm:px-5"
                  >
                    <p className="font-[560]">{choice.label}</p>
                    <Badge tone="neutral">Toujours, ici et par e-mail</Badge>
                  </div>
                ))}
            </Card>
          </section>
        ))}
        <section aria-labelledby="sourdine" id="en-sourdine">
          <h2 id="sourdine" className="mb-3.5 text-heading">
            En sourdine
          </h2>
          {muted.length === 0 ? (
            <p className="text-ink-2">
              Rien. Sur la page d’un groupe, d’un débat ou d’un événement, tu peux le mettre en sourdine{"\u00a0: "}tu y
              vas quand tu veux, sans en être prévenu·e. Pour une conversation, c’est dans{" "}
              <Link href={paths.messages}>tes messages</Link>.
            </p>
          ) : (
            <List>
              {muted.map(({ topic, name, what, href }) => (
                <ListRow
                  key={topic}
                  title={
                    <Link href={href} prefetch={false}>
                      {name}
                    </Link>
                  }
                  text={what}
                  end={
                    <NoticeAct
                      action={unmuteTopicAction}
                      fields={{ topic }}
                      said="C’est fait : tu seras de nouveau prévenu·e."
                      variant="secondary"
                      size="compact"
                      aria-label={`Réentendre parler de ${name}`}
                    >
                      Réactiver
                    </NoticeAct>
                  }
                />
              ))}
            </List>
          )}
        </section>
      </div>
    </div>
  );
}
