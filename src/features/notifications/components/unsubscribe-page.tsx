import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { unsubscribeAction } from "../notice.actions.ts";
import { NoticeAct } from "./notice-act.tsx";

/** Where the link under a mail leads: what stops, and one button that stops it. Opening the page ends nothing. */
export function UnsubscribePage({ token, what, done }: { token: string; what: string; done: boolean }) {
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title={done ? "C’est fait" : "Ne plus recevoir ces e-mails"}
        lede={
          done
            ? `Plus d’e-mail pour « ${what} ». Le reste arrive comme avant.`
            : `Ce lien arrête une seule sorte d’e-mails : « ${what} ». Le reste arrive comme avant, et rien d’autre ne change sur ton compte.`
        }
      />
      {done ? (
        <ButtonLink href={paths.noticeChoices} variant="secondary">
          Choisir ce que je reçois
        </ButtonLink>
      ) : (
        <NoticeAct action={unsubscribeAction} fields={{ token }} said="C’est fait." size="large">
          Ne plus recevoir ces e-mails
        </NoticeAct>
      )}
    </div>
  );
}
