import type { LinkedEvent } from "./guest.views.ts";

/** The page of a link about one sign-up. */
export type ReminderPageView = {
  token: string;
  event: LinkedEvent;
  state: "in" | "offered" | "waiting" | "left";
  size: number;
  /** She said that she comes. */
  confirmed: boolean;
  offeredUntil: string | null;
  can: { confirm: boolean; accept: boolean; leave: boolean };
};
