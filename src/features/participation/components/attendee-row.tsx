import Link from "next/link";
import { Avatar } from "@/ui/avatar.tsx";
import { Badge } from "@/ui/badge.tsx";
import type { AttendeeView } from "../attendance.views.ts";
import { noteAttendanceAction } from "../participation.actions.ts";
import { PressForm } from "./press-form.tsx";
import { RemoveForm } from "./remove-form.tsx";

/** Somebody with a place: her name, what she said, and two large buttons to note whether she is there. */
export function AttendeeRow({
  attendee,
  noting,
  removable,
}: {
  attendee: AttendeeView;
  noting: boolean;
  removable: boolean;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-3 px-4 py-3.5 sm:px-5">
      <div className="min-w-0 flex-[1_1_10rem]">
        <Who attendee={attendee} />
      </div>
      {noting && <Toggles attendee={attendee} />}
      {removable && !attendee.attendance && <RemoveForm signUpId={attendee.signUpId} name={attendee.name} />}
    </li>
  );
}

/** Her name, with a way to her card where it may be opened. */
export function Who({ attendee: { name, photo, href, size, guest, confirmed } }: { attendee: AttendeeView }) {
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar name={name} photo={photo} />
      <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 font-[650] wrap-anywhere">
        {href ? (
          <Link href={href} prefetch={false} className="no-underline hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
        {size === 2 && <Badge>+1</Badge>}
        {guest && <Badge>invité·e</Badge>}
        {confirmed && <Badge tone="ok">a confirmé</Badge>}
      </p>
    </div>
  );
}

const words = { present: "Présent·e", absent: "Absent·e" } as const;
const looks = {
  present: "aria-pressed:border-ok aria-pressed:bg-pour-soft aria-pressed:text-ok",
  absent: "aria-pressed:border-rose-line aria-pressed:bg-rose-soft aria-pressed:text-rose-strong",
} as const;

function Toggles({ attendee: { signUpId, name, attendance } }: { attendee: AttendeeView }) {
  return (
    <fieldset
      aria-label={`Présence de ${name}`}
      className="order-last grid basis-full grid-cols-2 gap-2 sm:order-none sm:flex sm:basis-auto"
    >
      {(["present", "absent"] as const).map((one) => {
        const pressed = attendance === one;
        return (
          <PressForm
            key={one}
            action={noteAttendanceAction}
            fields={{ signUpId, attendance: pressed ? "none" : one }}
            variant="secondary"
            icon={pressed ? "check" : undefined}
            becomes={pressed ? words[one] : `${words[one]} ✓`}
            aria-pressed={pressed}
            className="grid gap-2"
            look={`min-h-12 w-full ${looks[one]}`}
          >
            {words[one]}
          </PressForm>
        );
      })}
    </fieldset>
  );
}
