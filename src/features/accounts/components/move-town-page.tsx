import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { AccountView } from "../account.views.ts";
import { MoveTownForm } from "./move-town-form.tsx";

/** Moving: where she lives now, what a move changes, and the new commune. */
export function MoveTownPage({
  account,
  countries,
}: {
  account: Pick<AccountView, "commune" | "section" | "federation" | "mandates">;
  countries: readonly { code: string; name: string }[];
}) {
  const { commune, section, federation, mandates } = account;
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        eyebrow={<BackLink href={paths.account}>Mon compte</BackLink>}
        title="J’ai déménagé"
        lede={
          <>
            Aujourd’hui : <strong className="text-ink">{commune}</strong>, section {section} ({federation}).
          </>
        }
      />
      <Card padding="roomy" className="grid gap-6">
        <MoveTownForm countries={countries} />
        <div className="grid gap-2 border-t border-line pt-5">
          <h2 className="text-[1.0625rem] font-[650]">Ce qui change</h2>
          <ul className="grid list-disc gap-2 pl-5 text-[0.96875rem] text-ink-2">
            <li>Si ta nouvelle commune a une autre section, tu la rejoins. Les responsables des deux le sauront.</li>
            <li>
              Tu lis et tu écris dans les débats de ta nouvelle section, et plus dans ceux de l’ancienne. Ce que tu y as
              écrit y reste.
            </li>
            <li>Ce que tu montres à « ma section » se montre à la nouvelle.</li>
            {mandates.length > 0 && (
              <li>Tu gardes tes responsabilités là où tu les as, jusqu’à leur fin ou jusqu’à ce que tu les passes.</li>
            )}
          </ul>
        </div>
      </Card>
    </div>
  );
}
