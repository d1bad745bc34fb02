import type { PublicError } from "@/core/app-error.ts";
import { connection } from "./connection.ts";

export type CallAnswer<Result> = { value: Result } | { error: PublicError };

const ANSWER_MS = 6_000;

/**
 * Runs a command over the socket, acknowledged after its commit; over HTTP when there is no socket or no answer.
 * Inputs carry a client id, so that both ways together write once.
 * @throws TypeError when neither way reaches the server.
 */
export async function liveCall<Result>(name: string, input: unknown, url: string): Promise<CallAnswer<Result>> {
  try {
    const socket = await connection();
    if (socket.connected)
      return (await socket.timeout(ANSWER_MS).emitWithAck("call", { name, input })) as CallAnswer<Result>;
  } catch {
    // No acknowledgement: ask again over HTTP.
  }
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(ANSWER_MS * 2),
  });
  return (await response.json()) as CallAnswer<Result>;
}
