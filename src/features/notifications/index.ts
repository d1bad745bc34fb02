import { chooseNotices } from "./commands/choose-notices.ts";
import { choosePace } from "./commands/choose-pace.ts";
import { endKind } from "./commands/end-kind.ts";
import { muteTopic, unmuteTopic } from "./commands/mute-topic.ts";
import { readNotices } from "./commands/read-notices.ts";
import { unsubscribe } from "./commands/unsubscribe.ts";

/** Every command of notifications, by its name in the code: the probe table of the tests walks through it. */
export const notificationCommands = {
  readNotices,
  chooseNotices,
  choosePace,
  endKind,
  muteTopic,
  unmuteTopic,
  unsubscribe,
};

export { getNoticeChoices } from "./choice.queries.ts";
export { noticeReads } from "./limit.rules.ts";
export { mailJobs } from "./mail.jobs.ts";
export { mailGate } from "./mail-gate.queries.ts";
export { noticeFactJobs, noticeJobs } from "./notice.jobs.ts";
export { noticesLive } from "./notice.live.ts";
export { notificationsPersonalData } from "./notice.personal-data.ts";
export { countNotices, getLatestNotices, hasUnreadAbout, listNotices } from "./notice.queries.ts";
export type * from "./notice.views.ts";
export { isMuted } from "./topic.queries.ts";
export { getUnsubscribePage } from "./unsubscribe.queries.ts";
export { chooseNotices, choosePace, endKind, muteTopic, readNotices, unmuteTopic, unsubscribe };
