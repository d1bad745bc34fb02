import { castVote } from "./commands/cast-vote.ts";
import { contribute } from "./commands/contribute.ts";
import { editContribution } from "./commands/edit-contribution.ts";
import { followDebate, unfollowDebate } from "./commands/follow-debate.ts";
import { followSchedule } from "./commands/follow-schedule.ts";
import { reframeDebate, rescheduleDebate } from "./commands/frame-debate.ts";
import { addHost, removeHost } from "./commands/hosts.ts";
import { movePhase } from "./commands/move-phase.ts";
import { openDebate } from "./commands/open-debate.ts";
import { publishSynthesis } from "./commands/publish-synthesis.ts";
import { reopenPhase } from "./commands/reopen-phase.ts";
import { removeCover, setCover } from "./commands/set-cover.ts";

/** Every command of debates, by its name in the code: the probe table of the tests walks through it. */
export const debateCommands = {
  openDebate,
  reframeDebate,
  rescheduleDebate,
  movePhase,
  reopenPhase,
  followSchedule,
  addHost,
  removeHost,
  publishSynthesis,
  setCover,
  removeCover,
  followDebate,
  unfollowDebate,
  contribute,
  editContribution,
  castVote,
};

export { contributionReports } from "./commands/moderate-contribution.ts";
export { catchUp, listEntriesAfter } from "./contribution.queries.ts";
export type { AuthorView, ContributionView, Counts, EntryView, LogEntry, Reader, Tally } from "./contribution.views.ts";
export { debateActivity } from "./debate.activity.ts";
export { debateHomeActs } from "./debate.acts.ts";
export { sameDebatesAffinity } from "./debate.affinity.ts";
export { contributionHidden, contributionShown, contributionsPublished, debateFacts } from "./debate.facts.ts";
export { debateJobs } from "./debate.jobs.ts";
export { debateLiveCalls, debateLiveFacts, debateRoom, talliesLive } from "./debate.live.ts";
export { debateNotices } from "./debate.notices.ts";
export { debatesPersonalData } from "./debate.personal-data.ts";
export { canOpenSomewhere, visibleDebates } from "./debate.policy.ts";
export { getDebatePage } from "./debate.queries.ts";
export type { DebateActView, DebatePageView, DebateView } from "./debate.views.ts";
export { getCover } from "./debate-cover.queries.ts";
export {
  countRunningDebates,
  listDebateActs,
  listDebates,
  listDebatesById,
  listDebatesOfScope,
  listRunningDebates,
} from "./debate-list.queries.ts";
export { getDebateToRun, listHostCandidates, listOpenableScopes } from "./run-debate.queries.ts";
export { getThread } from "./thread.queries.ts";
export {
  addHost,
  castVote,
  contribute,
  editContribution,
  followDebate,
  followSchedule,
  movePhase,
  openDebate,
  publishSynthesis,
  reframeDebate,
  removeHost,
  reopenPhase,
  rescheduleDebate,
  setCover,
  unfollowDebate,
};
