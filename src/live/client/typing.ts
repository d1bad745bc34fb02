import { connection } from "./connection.ts";

const SIGNAL_EVERY_MS = 3_000;
/** How long the server counts a member as writing after her last signal. */
const WRITES_MS = 6_000;
const signalled = new Map<string, number>();

/** Says that the reader is writing in a room: at most one signal in 3 s, nothing without a connection. */
export function signalTyping(room: string, id: string): void {
  const key = `${room}:${id}`;
  const last = signalled.get(key);
  if (last !== undefined && performance.now() - last < SIGNAL_EVERY_MS) return;
  signalled.set(key, performance.now());
  send({ room, id });
}

/** Says that she is not writing any more: she published, or left. */
export function signalTypingOver(room: string, id: string): void {
  if (signalled.delete(`${room}:${id}`)) send({ room, id, over: true });
}

/** Whether the server counts the reader herself among those who write: the screen takes one off. */
export function isCountedTyping(room: string, id: string): boolean {
  const last = signalled.get(`${room}:${id}`);
  return last !== undefined && performance.now() - last < WRITES_MS;
}

function send(asked: object): void {
  connection().then(
    (socket) => socket.connected && socket.emit("typing", asked),
    () => {},
  );
}
