import { Badge } from "@/ui/badge.tsx";
import { answerPublicNameAction } from "../account.actions.ts";
import type { AccountView, PublicNameAnswer } from "../account.views.ts";
import { OneButtonForm } from "./one-button-form.tsx";

const standings: Record<PublicNameAnswer, string> = {
  given: "Oui",
  refused: "Non",
  unasked: "Pas encore demandé",
};

/** Whether her name stands beside her words on the open web: given and withdrawn in one click. */
export function PublicNameSection({
  account,
}: {
  account: Pick<AccountView, "publicName" | "name" | "federation" | "standing">;
}) {
  const { publicName, name, federation, standing } = account;
  const given = publicName === "given";
  const anonymous = standing === "adherent" ? "un·e adhérent·e" : "un·e sympathisant·e";
  return (
    <div className="grid gap-4">
      <p className="text-[0.96875rem] text-ink-2">
        Dans un débat ouvert, tout le monde peut lire ce que tu écris. Les membres voient ton nom ; les personnes sans
        compte lisent{" "}
        <strong className="text-ink">{given ? `${name}, ${federation}` : `« ${anonymous}, ${federation} »`}</strong>.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <p className="flex flex-wrap items-center gap-2 text-[0.96875rem]">
          <span>Mon nom est public :</span> <Badge tone={given ? "ok" : "neutral"}>{standings[publicName]}</Badge>
        </p>
        <OneButtonForm
          action={answerPublicNameAction}
          fields={{ answer: given ? "non" : "oui" }}
          variant="secondary"
          size="compact"
        >
          {given ? "Retirer mon nom" : "Montrer mon nom"}
        </OneButtonForm>
      </div>
    </div>
  );
}
