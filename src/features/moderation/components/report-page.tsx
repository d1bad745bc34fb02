import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { ReportPageView } from "../moderation.views.ts";
import { BackLink } from "./arrived.tsx";
import { NoticeForm } from "./notice-form.tsx";
import { PlaceLine, Quote, Words } from "./quote.tsx";
import { AlreadyReported, ReportForm } from "./report-form.tsx";

/** The words that a reader reports, and the form that is hers. */
export function ReportPage({ page }: { page: ReportPageView }) {
  const { kind, objectId, place } = page;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={page.title}
        lede="On signale des mots qui enfreignent une règle, pas une opinion que l’on ne partage pas."
      />
      <Card className="mb-8 grid gap-3">
        <Quote>
          <Words text={page.text} />
        </Quote>
        <PlaceLine place={place} />
      </Card>
      {page.as === "author" && (
        <Notice title="Ce sont tes propres mots." action={place.href && <BackLink href={place.href} />}>
          On ne signale que ceux des autres.
        </Notice>
      )}
      {page.as === "visitor" && <NoticeForm kind={kind} objectId={objectId} back={place.href} />}
      {page.as === "member" &&
        (page.already ? (
          <AlreadyReported back={place.href} sequel={page.sequel} />
        ) : (
          <>
            {page.sequel && <Notice className="mb-6">{page.sequel}</Notice>}
            <ReportForm kind={kind} objectId={objectId} back={place.href} sequel={page.sequel} />
          </>
        ))}
    </div>
  );
}
