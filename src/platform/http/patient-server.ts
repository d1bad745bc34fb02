import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isLongUpload } from "./refusals.ts";

/** How long whoever sends something slowly is waited for, in ms. */
export type Patience = { headers: number; wholeRequest: number; longUpload: number; lookEvery: number };

/**
 * A picture of 5 MB over a poor telephone line takes a minute; nothing that is honest takes two, but at the doors of
 * large files: a video of 100 MB at 1 Mbit/s takes a quarter of an hour.
 */
const PATIENCE: Patience = { headers: 20_000, wholeRequest: 120_000, longUpload: 900_000, lookEvery: 10_000 };

/** The HTTP server: whoever sends a request drop by drop is answered 408, or hung up on. */
export function createPatientServer(patience: Patience = PATIENCE): Server {
  const server = createServer({
    headersTimeout: patience.headers,
    requestTimeout: patience.longUpload,
    connectionsCheckingInterval: patience.lookEvery,
  });
  return server.on("request", (request, response) => {
    if (!isLongUpload(request)) hangUpAfter(patience.wholeRequest, request, response);
    // Answered already, and still sending: nobody reads the rest.
    else response.once("finish", () => hangUpAfter(patience.wholeRequest, request, response));
  });
}

function hangUpAfter(ms: number, request: IncomingMessage, response: ServerResponse): void {
  if (request.complete || !hasBody(request)) return;
  const timer = setTimeout(() => {
    if (request.complete) return;
    if (!response.headersSent) response.writeHead(408, { connection: "close" }).end();
    request.socket.destroySoon();
  }, ms);
  request.once("close", () => clearTimeout(timer));
  request.once("end", () => clearTimeout(timer));
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
