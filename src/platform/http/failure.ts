import type { IncomingMessage, ServerResponse } from "node:http";
import { failurePage, failureStyle } from "@/ui/failure-page.ts";
import { contentSecurityPolicy, sha256Source } from "./headers.ts";

const policy = contentSecurityPolicy([], { styles: [sha256Source(failureStyle)] });

/** Sends our own page for a fault: whole, in words, and without JavaScript. */
export function sendFailure(response: ServerResponse, kind: "unavailable" | "unexpected", requestId: string): void {
  const body = failurePage({ kind, requestId });
  for (const name of response.getHeaderNames())
    if (/^(content-|transfer-|cache-|etag|link|set-cookie)/.test(name)) response.removeHeader(name);
  response.setHeader("Content-Security-Policy", policy);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  if (kind === "unavailable") response.setHeader("Retry-After", "5");
  response.statusCode = kind === "unavailable" ? 503 : 500;
  response.end(body);
}

/** Replaces what Next writes for a failed page (it needs JavaScript to say anything) by our own page. */
export function replaceFailedPage(
  request: IncomingMessage,
  response: ServerResponse,
  whyFailed: () => Promise<"unavailable" | "unexpected">,
  requestId: string,
): void {
  const isDocument =
    request.method === "GET" && String(request.headers.accept ?? "").includes("text/html") && !request.headers.rsc;
  if (!isDocument) return;
  const original = {
    write: response.write,
    end: response.end,
    flushHeaders: response.flushHeaders,
    writeHead: response.writeHead,
  };
  const failed = () => !response.headersSent && response.statusCode >= 500;
  response.writeHead = ((...args: Parameters<typeof original.writeHead>) => {
    response.statusCode = args[0];
    return failed() ? response : original.writeHead.apply(response, args);
  }) as typeof response.writeHead;
  response.flushHeaders = () => {
    if (!failed()) original.flushHeaders.call(response);
  };
  response.write = ((...args: Parameters<typeof original.write>) =>
    failed() ? true : original.write.apply(response, args)) as typeof response.write;
  response.end = ((...args: Parameters<typeof original.end>) => {
    if (!failed()) return original.end.apply(response, args);
    Object.assign(response, original);
    whyFailed().then((kind) => sendFailure(response, kind, requestId));
    return response;
  }) as typeof response.end;
}
