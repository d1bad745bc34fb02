import type { LiveAnnouncement } from "@/core/live.ts";
import { personRoom } from "@/core/person-room.ts";
import type { Announcement } from "@/platform/facts.ts";

type Moved = { members: string[]; within: number };
const NAME = "notices.moved";
/** Screens that ask again, at most, in a second. */
const ASKED_A_SECOND = 200;

/** These members' notices changed: their screens count again, many of them not all in one instant. */
export const noticesMoved = (members: readonly string[]): Announcement => ({
  name: NAME,
  ids: {},
  stale: [],
  data: {
    members: [...new Set(members)],
    within: members.length > ASKED_A_SECOND ? Math.round((members.length / ASKED_A_SECOND) * 1_000) : 0,
  } satisfies Moved,
});

/** A signal and nothing in it but when to ask: what a screen then reads is where permissions run. */
export const noticesLive: LiveAnnouncement = {
  announcement: NAME,
  key: () => "",
  merge: (waiting, newer) => {
    const [one, other] = [waiting as Moved, newer as Moved];
    return {
      members: [...new Set([...one.members, ...other.members])],
      within: Math.max(one.within, other.within),
    } satisfies Moved;
  },
  frames: (_, data) => {
    const { members, within } = data as Moved;
    return members.map((id) => ({ room: personRoom.of(id, "self"), kind: "notices", data: { within } }));
  },
};
