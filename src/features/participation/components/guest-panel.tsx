import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { buttonClasses } from "@/ui/button.tsx";
import type { OfferedShift } from "../guest.views.ts";
import { GuestForm } from "./guest-forms.tsx";

/** On a public event, for visitors: signing in, or coming without an account. */
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
      <GuestForm eventId={form.eventId} shifts={form.shifts} />
    </section>
  );
}
