import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { PublicError } from "@/core/app-error.ts";
import type { ChildServer } from "./child-server.ts";

export const BODY = "Un argument de longueur ordinaire, écrit pour être lu. ".repeat(3);

/** Opens a member's socket, or a visitor's ("" for a cookie). */
export function connect(server: ChildServer, cookie: string, options: { reconnection?: boolean } = {}): Socket {
  return io(`http://127.0.0.1:${server.port}`, {
    path: "/live",
    transports: ["websocket"],
    forceNew: true,
    reconnection: options.reconnection ?? false,
    // As src/live/client/connection.ts.
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    timeout: options.reconnection ? 5_000 : 20_000,
    extraHeaders: { origin: server.origin, ...(cookie && { cookie }) },
  });
}

/** Enters a debate's room. */
export async function join(socket: Socket, debateId: string): Promise<void> {
  const answer = await socket.timeout(20_000).emitWithAck("join", { room: "debate", id: debateId });
  if (answer.error) throw new Error(`not joined: ${answer.error.reason}`);
}

/** Sockets of these members, connected; in the debate's room too, where one is given. Fifty at a time. */
export async function openSockets(
  server: ChildServer,
  cookies: readonly string[],
  debateId?: string,
): Promise<Socket[]> {
  const sockets: Socket[] = [];
  const open = async (cookie: string): Promise<Socket> => {
    const socket = connect(server, cookie);
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("connect_error", reject));
    if (debateId) await join(socket, debateId);
    return socket;
  };
  for (let start = 0; start < cookies.length; start += 50)
    sockets.push(...(await Promise.all(cookies.slice(start, start + 50).map(open))));
  return sockets;
}

type Answer<Value> = { value?: Value; error?: PublicError };

/** Publishes through the socket's door; answers its number once it is acknowledged. */
export async function contribute(
  socket: Socket,
  debateId: string,
  body: string = BODY,
): Promise<{ seq: number; id: string }> {
  const input = { debateId, clientId: randomUUID(), side: "pour", body };
  const answer: Answer<{ seq: number; id: string }> = await socket
    .timeout(15_000)
    .emitWithAck("call", { name: "debate.contribute", input });
  if (!answer.value) throw new Error(`refused: ${answer.error?.reason}`);
  return answer.value;
}

export const until = (time: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())));
