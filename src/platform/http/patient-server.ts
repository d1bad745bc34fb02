import { createServer, type Server } from "node:http";

/** How long whoever sends something slowly is waited for, in ms. */
export type Patience = { headers: number; wholeRequest: number; lookEvery: number };

/** A picture of 5 MB over a poor telephone line takes a minute; nothing that is honest takes two. */
const PATIENCE: Patience = { headers: 20_000, wholeRequest: 120_000, lookEvery: 10_000 };

/** The HTTP server: whoever sends a request drop by drop is answered 408 and hung up on. */
export function createPatientServer(patience: Patience = PATIENCE): Server {
  return createServer({
    headersTimeout: patience.headers,
    requestTimeout: patience.wholeRequest,
    connectionsCheckingInterval: patience.lookEvery,
  });
}
