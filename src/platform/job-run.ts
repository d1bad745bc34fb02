import { AsyncLocalStorage } from "node:async_hooks";

/** The job that is running, if one is: what a mail that it sends is counted by. */
export const jobRun = new AsyncLocalStorage<{ id: string } | undefined>();
