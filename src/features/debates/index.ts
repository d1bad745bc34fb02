export { castVote } from "./commands/cast-vote.ts";
export { contribute } from "./commands/contribute.ts";
export { openDebate } from "./commands/open-debate.ts";
export { contributionPublished, debateOpened } from "./debate.facts.ts";
export { contributionsLive, debateLiveCalls, debateRoom, talliesLive } from "./debate.live.ts";
export { visibleDebates } from "./debate.policy.ts";
export { catchUp, getDebatePage, listEntriesAfter } from "./debate.queries.ts";
export type { DebateActView, DebatePageView, DebateView } from "./debate.views.ts";
export { listDebateActs, listDebates, listRunningDebates } from "./debate-list.queries.ts";
