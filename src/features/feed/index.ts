import { markRead } from "./commands/mark-read.ts";

/** Every command of the feed, by its name in the code: the probe table of the tests walks through it. */
export const feedCommands = { markRead };

export { feedPersonalData } from "./feed.personal-data.ts";
export { getFeed, getFeedNews, isLaterPage } from "./feed.queries.ts";
export type { FeedItem, FeedNewsView, FeedView } from "./feed.views.ts";
export { newsReads } from "./limit.rules.ts";
export { markRead };
