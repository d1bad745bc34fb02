import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { buttonClasses } from "@/ui/button.tsx";
import type { OfferedShift } from "../guest.views.ts";
import { GuestForm } from "./guest-forms.tsx";

/** On a public event, for visitors: signing in, or coming without an account. A native details, so without JavaScript too. */
export function GuestPanel({ form }: { form: { eventId: string; shifts: OfferedShift[] } }) {
  return (
    <section aria-labelledby="venir" className="grid gap-3">
      <h2 id="venir" className="text-heading">
        Tu viens ?
      </h2>
      <div className="flex flex-wrap gap-2.5">
        <Link href={paths.signIn} prefetch={false} className={buttonClasses({ variant: "secondary" })}>
          Me connecter
        </Link>
      </div>
      <details className="group/guest rounded-card border border-line-strong bg-card open:pb-5">
        <summary className="flex min-h-12 cursor-pointer items-center px-4 py-3 font-[650] sm:px-5">
          Je n’ai pas de compte
        </summary>
        <div className="px-4 pt-2 sm:px-5">
          <GuestForm eventId={form.eventId} shifts={form.shifts} />
        </div>
      </details>
    </section>
  );
}
