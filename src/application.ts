import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import next from "next";
import * as composition from "./composition.ts";
import type { Fact } from "./core/fact.ts";
import type { Caps } from "./live/caps.ts";
import { createConsequences } from "./live/consequences.ts";
import { attachLive } from "./live/gateway.ts";
import { startSweep } from "./live/sweep.ts";
import { closeDatabase, pool } from "./platform/db/client.ts";
import { env } from "./platform/env.ts";
import { type Announcement, settleFacts, spreadStale } from "./platform/facts.ts";
import { addressReader } from "./platform/http/address.ts";
import { apiPolicy, contentSecurityPolicy, newNonce, setSecurityHeaders } from "./platform/http/headers.ts";
import { createKeptPages } from "./platform/http/kept-pages.ts";
import { clearBrowserOnLeaving } from "./platform/http/leaving.ts";
import { comesFromUs, sameOrigin } from "./platform/http/origin.ts";
import { createPatientServer } from "./platform/http/patient-server.ts";
import { isReadable, refusalOf } from "./platform/http/refusals.ts";
import { sendWholePage } from "./platform/http/whole-page.ts";
import { startJobs, stopJobs } from "./platform/jobs.ts";
import { createLimits, type Limits } from "./platform/limits.ts";
import { log } from "./platform/log.ts";
import { closeMail } from "./platform/mail-transport.ts";
import { sessionCookie } from "./platform/session.ts";
import { singletons } from "./platform/singletons.ts";

/** Connections that may wait to be accepted: everybody comes back at once after a restart. */
const BACKLOG = 4_096;

export type Application = { server: Server; close: () => Promise<void> };

/**
 * Composes the one process: HTTP → Next, `/live` upgrades → Socket.io, other upgrades → Next; jobs; the sweep.
 * `limits` and `caps` are injected: benches and chaos bring their own.
 */
export async function createApplication(
  options: { limits?: Limits; caps?: Caps; reachEveryMs?: number; development?: boolean } = {},
): Promise<Application> {
  const { APP_ORIGIN, HOST, PORT, REDIS_URL, TRUSTED_PROXIES, TILE_URL } = env();
  const development = options.development ?? false;
  const https = APP_ORIGIN.startsWith("https:");
  const host = new URL(APP_ORIGIN).host;
  singletons.limits = options.limits ?? createLimits();
  singletons.factJobs = composition.factJobs;
  singletons.mailGate = composition.mailGate;

  const server = createPatientServer();
  const app = next({ dev: development, hostname: HOST, port: PORT, httpServer: server });
  const addressOf = addressReader(TRUSTED_PROXIES);

  const live = attachLive(server, {
    rooms: composition.rooms,
    calls: composition.liveCalls,
    addressOf,
    redisUrl: REDIS_URL,
    caps: options.caps,
    reachEveryMs: options.reachEveryMs,
    comesFromUs: (request) => comesFromUs(APP_ORIGIN, request, { handshake: true }),
  });
  const consequences = createConsequences(composition.liveFacts, composition.liveAnnouncements, live.emit);
  await app.prepare();
  const handleNext = app.getRequestHandler();
  const kept = createKeptPages(composition.keptPages, (request, response) => void handleNext(request, response), {
    host,
    https,
    sessionCookie: sessionCookie(),
    tiles: TILE_URL,
  });

  const tell = (facts: readonly Fact[], announcements: readonly Announcement[] = []) => {
    const stale = [...new Set([...facts, ...announcements].flatMap((news) => news.stale))];
    kept.drop(stale);
    spreadStale(stale);
    const targets = facts.flatMap((fact) => fact.cut);
    if (targets.length > 0) live.cut(targets);
    const regated = facts.flatMap((fact) => fact.regate);
    if (regated.length > 0) live.regate(regated);
    consequences.tell(facts, announcements);
  };
  const sweep = startSweep(composition.facts, tell, kept.drop, kept.clear);
  singletons.publisher = tell;

  // Before Socket.io, which answers on /live/ by itself: every response has them.
  server.prependListener("request", (_, response) => setSecurityHeaders(response, { https, requestId: randomUUID() }));
  server.on("request", async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith("/live/")) return; // Socket.io answers what is not an upgrade
    const requestId = String(response.getHeader("X-Request-Id"));
    if (log.isLevelEnabled("debug")) logWhenDone(request, response, requestId);
    const refusal = refusalOf(APP_ORIGIN, request);
    if (refusal) {
      response.writeHead(refusal.status, { "content-type": "text/plain; charset=utf-8", connection: "close" });
      response.end(`${refusal.text}\n`);
      return;
    }
    if (!isReadable(request.url)) request.url = "/introuvable"; // Next answers 500 to "/%ff"
    if (request.url === "/api/health") return answerHealth(response);
    if (!development && (await kept.answer(request, response))) return;

    const nonce = `'nonce-${newNonce()}'`;
    const isPage = !request.url?.startsWith("/api/");
    const policy = isPage ? contentSecurityPolicy([nonce], { development, https, tiles: TILE_URL }) : apiPolicy;
    response.setHeader("Content-Security-Policy", policy);
    // Next takes the nonce from the request; these three are ours whatever the client sent.
    request.headers["content-security-policy"] = policy;
    request.headers["x-request-id"] = requestId;
    request.headers["x-coopol-address"] = addressOf(request);
    // The Origin check is done above; Next's own compares with the name that a proxy may have changed.
    // A reading request may carry anybody's Origin, "null" included.
    const { origin } = request.headers;
    if (origin && sameOrigin(APP_ORIGIN, origin)) request.headers["x-forwarded-host"] = new URL(origin).host;
    else delete request.headers["x-forwarded-host"];
    clearBrowserOnLeaving(response, sessionCookie());
    if (!development) sendWholePage(request, response, { requestId, whyFailed });
    await handleNext(request, response);
  });

  await startJobs(composition.jobs);
  await new Promise<void>((resolve, reject) =>
    server.once("error", reject).listen({ port: PORT, host: HOST, backlog: BACKLOG }, () => resolve()),
  );

  return {
    server,
    async close() {
      singletons.publisher = undefined;
      await sweep.stop();
      await live.close(); // closes the HTTP server too
      server.closeAllConnections();
      await settleFacts();
      await stopJobs();
      closeMail();
      await app.close();
      await closeDatabase();
      log.info("stopped");
    },
  };
}

/** One line a request, at level debug: path without its search, status, time. */
function logWhenDone(request: IncomingMessage, response: ServerResponse, requestId: string): void {
  const [begun, path] = [performance.now(), request.url?.split("?")[0]];
  response.once("close", () => {
    const ms = Math.round(performance.now() - begun);
    log.debug({ requestId, method: request.method, path, status: response.statusCode, ms }, "request");
  });
}

async function databaseAnswers(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref());
  const asked = pool()
    .query("select 1")
    .then(
      () => true,
      () => false,
    );
  return Promise.race([asked, late]);
}

const whyFailed = async () => ((await databaseAnswers()) ? "unexpected" : "unavailable");

async function answerHealth(response: ServerResponse): Promise<void> {
  const ok = await databaseAnswers();
  response.writeHead(ok ? 200 : 503, {
    "content-type": "application/json",
    "cache-control": "no-store",
    ...(!ok && { "retry-after": "5" }),
  });
  response.end(JSON.stringify(ok ? { status: "ok", database: "ok" } : { status: "unavailable", database: "away" }));
}
