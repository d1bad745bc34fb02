import type { Socket } from "socket.io-client";

let opening: Promise<Socket> | undefined;

/** Who read this page when it was last said; `undefined` before. */
let reader: string | null | undefined;

/** Takes note of who reads now; the socket of another reader is opened again, as hers. */
export function beSomebodyElse(me: string | null): void {
  const changed = reader !== undefined && reader !== me;
  reader = me;
  if (changed)
    opening?.then(
      (socket) => socket.disconnect().connect(),
      () => {},
    );
}

/** How long the answer to what one has just sent may take to lead elsewhere. */
const ANSWER_MS = 3_000;
const SENT_MS = 15_000;
let sentAt = Number.NEGATIVE_INFINITY;

/**
 * The page is read again. Whoever has just sent a form (she signs out, erases her account) is on her way already: what
 * answers her says more than the page that she leaves.
 */
function readAgain(): void {
  const here = location.href;
  const leaving = performance.now() - sentAt < SENT_MS;
  setTimeout(() => location.href === here && location.reload(), leaving ? ANSWER_MS : 0);
}

/** The page's one socket, opened at first need. WebSocket only; it reconnects by itself. */
export function connection(): Promise<Socket> {
  opening ??= open();
  return opening;
}

async function open(): Promise<Socket> {
  const sends = () => {
    sentAt = performance.now();
  };
  addEventListener("submit", sends, true);
  const { io } = await import("socket.io-client");
  const socket = io({
    path: "/live",
    transports: ["websocket"],
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    timeout: 5_000,
  });
  // The session is over (sign-out elsewhere, suspension): the page says what is true now. Drafts are kept.
  socket.on("ended", readAgain);
  // A room is no longer hers (a mandate ended, she moved): what the page shows of it is not hers either.
  socket.on("closed", readAgain);
  socket.on("connect_error", (error: Error & { data?: { reason?: string } }) => {
    if (error.data?.reason === "suspended") readAgain();
    // A refusal by the server is not retried by the library.
    else if (!socket.active) setTimeout(() => socket.connect(), 5_000);
  });
  socket.on("disconnect", (reason) => {
    if (reason === "io server disconnect") setTimeout(() => socket.connect(), 1_000);
  });
  // A phone that wakes up, a line that is back: do not wait for the next try.
  const hurry = () => {
    if (document.visibilityState === "visible" && !socket.connected) socket.connect();
  };
  addEventListener("online", hurry);
  // Known at once, and not at the next missed heartbeat; the library then tries again by itself.
  addEventListener("offline", () => socket.io.engine?.close());
  document.addEventListener("visibilitychange", hurry);
  return socket;
}
