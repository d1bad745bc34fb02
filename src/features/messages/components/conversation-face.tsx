import { Avatar } from "@/ui/avatar.tsx";
import { classNames } from "@/ui/class-names.ts";
import { Icon } from "@/ui/icons.tsx";
import type { ConversationItemView } from "../conversation.views.ts";
import type { PersonView } from "../message.views.ts";

/** Who a conversation is with, at a glance: a face, two of several, or the sign of a place. */
export function ConversationFace({
  kind,
  people,
  place,
  className,
}: {
  kind: ConversationItemView["kind"];
  /** The others. */
  people: readonly PersonView[];
  place?: unknown;
  className?: string;
}) {
  const [one, two] = people;
  if (kind === "inbox" && place !== undefined && place !== null)
    return (
      <span
        aria-hidden="true"
        className={classNames(
          "grid size-11 shrink-0 place-items-center rounded-full bg-rose-soft text-rose-strong",
          className,
        )}
      >
        <Icon name="pin" size={22} />
      </span>
    );
  if (kind === "several" && one && two)
    return (
      <span className={classNames("relative block size-11 shrink-0", className)}>
        <Avatar
          name={two.name}
          photo={two.photo}
          size="small"
          className="absolute top-0 right-0 size-7.5! text-[0.65rem]!"
        />
        <Avatar
          name={one.name}
          photo={one.photo}
          size="small"
          className="absolute bottom-0 left-0 size-7.5! text-[0.65rem]! outline-2 outline-card"
        />
      </span>
    );
  return <Avatar name={one?.name ?? null} photo={one?.photo ?? null} className={classNames("size-11!", className)} />;
}
