import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { absentWords, failurePage, failureStyle } from "@/ui/failure-page.ts";
import { compress, encodingFor } from "./compression.ts";
import { contentSecurityPolicy, sha256Source } from "./headers.ts";

type Failure = "unavailable" | "unexpected";
type Options = { requestId: string; whyFailed: () => Promise<Failure> };

const failurePolicy = contentSecurityPolicy([], { styles: [sha256Source(failureStyle)] });

/**
 * Holds the page that Next writes in many small pieces and sends it whole: one write, compressed once, and when it
 * failed, our own page instead of Next's (which needs JavaScript to say anything). Other requests pass.
 */
export function sendWholePage(request: IncomingMessage, response: ServerResponse, options: Options): void {
  const { accept, rsc } = request.headers;
  const isForm = request.method === "POST" && !request.url?.startsWith("/api/");
  if (!isForm && (rsc || request.method !== "GET" || !String(accept ?? "").includes("text/html"))) return;
  const encoding = encodingFor(request.headers["accept-encoding"]);
  delete request.headers["accept-encoding"]; // compressed here, whole
  const chunks: Buffer[] = [];
  const { end, write, writeHead, flushHeaders } = response;
  const keep = (chunk: unknown, charset: unknown) => {
    if (typeof chunk === "string")
      chunks.push(Buffer.from(chunk, typeof charset === "string" ? (charset as BufferEncoding) : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };

  response.flushHeaders = () => {};
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const headers = rest.find((argument) => typeof argument === "object") as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value);
    return response;
  }) as typeof response.writeHead;
  response.write = ((chunk: unknown, charset?: unknown, callback?: unknown) => {
    keep(chunk, charset);
    const written = typeof charset === "function" ? charset : callback;
    if (typeof written === "function") queueMicrotask(() => written());
    return true;
  }) as typeof response.write;
  response.end = ((chunk?: unknown, charset?: unknown) => {
    if (typeof chunk !== "function") keep(chunk, charset);
    response.end = (() => response) as typeof response.end; // once
    void finish();
    return response;
  }) as typeof response.end;

  async function finish(): Promise<void> {
    let body: Buffer = Buffer.concat(chunks);
    if (response.statusCode >= 500) {
      const kind = await options.whyFailed();
      // Our actions answer their own faults: what is left, with the database there, is a form that Next could not read.
      const unreadable = isForm && kind === "unexpected";
      body = Buffer.from(unreadable ? unreadableForm(response) : failure(response, kind, options.requestId));
    }
    if (response.statusCode === 404)
      body = Buffer.from(body.toString("utf8").replace("</body>", `${absentWords}</body>`));
    if (body.length > 1024 && encoding !== "identity") {
      body = await compress[encoding](body);
      response.setHeader("Content-Encoding", encoding);
    }
    response.setHeader("Content-Length", body.length);
    Object.assign(response, { end, write, writeHead, flushHeaders });
    response.end(body);
  }
}

function unreadableForm(response: ServerResponse): string {
  response.statusCode = 400;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  return "Ce formulaire est illisible. Recharge la page et réessaie.\n";
}

/** Our own page for a fault: whole, in words, and without JavaScript. */
function failure(response: ServerResponse, kind: Failure, requestId: string): string {
  for (const name of response.getHeaderNames())
    if (/^(content-|transfer-|cache-|etag|link|set-cookie)/.test(name)) response.removeHeader(name);
  response.setHeader("Content-Security-Policy", failurePolicy);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  if (kind === "unavailable") response.setHeader("Retry-After", "5");
  response.statusCode = kind === "unavailable" ? 503 : 500;
  return failurePage({ kind, requestId });
}
