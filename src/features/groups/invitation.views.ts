import type { CardView } from "@/features/profiles/index.ts";
import type { GroupView } from "./group.views.ts";
import type { GroupLinkView } from "./link.views.ts";
import type { EntrantView } from "./request.views.ts";

/** An invitation that waits for its answer. `by`: another member who sent it. */
export type SentInvitationView = { id: string; person: EntrantView; at: Date; by: string | null };

export type GroupInvitePageView = {
  group: GroupView;
  /** The name that was looked for. */
  q: string;
  /** Whether she keeps the group: she invites anybody whose card she sees, and makes links. */
  keeps: boolean;
  people: CardView[];
  sent: SentInvitationView[];
  links: GroupLinkView[];
  /** Where this site stands: a new link is shown whole. */
  origin: string;
};
