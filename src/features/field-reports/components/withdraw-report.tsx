"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { withdrawReportAction } from "../field-report.actions.ts";

/** Taking a report away, said before it is done. */
export function WithdrawReport({ reportId }: { reportId: string }) {
  const [state, withdraw] = useActionState(withdrawReportAction, {});
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2.5 text-note font-[650] text-ink-2">
        Retirer ce compte rendu
      </summary>
      <form action={withdraw} className="mt-2 grid justify-items-start gap-3">
        <FormErrors error={state.error} />
        <input type="hidden" name="reportId" value={reportId} />
        <p className="text-ink-2">Ses chiffres quittent les totaux et ses photos sont effacées. C’est définitif.</p>
        <SubmitButton variant="danger" size="compact" pendingLabel="Retrait…">
          Retirer pour de bon
        </SubmitButton>
      </form>
    </details>
  );
}
