import { connection } from "./connection.ts";

const ANSWER_MS = 6_000;

/**
 * What was missed in a room after a number of its log: by the socket, which costs no new connection when everybody
 * comes back at once; over HTTP when there is none or no answer. Null when the server could not say.
 */
export async function livePull<View>(
  room: string,
  id: string,
  { after, seen }: { after: number; seen?: string },
  url: string,
): Promise<View | null> {
  try {
    const socket = await connection();
    if (socket.connected) {
      const answer = await socket.timeout(ANSWER_MS).emitWithAck("pull", { room, id, after, seen });
      if (answer.value) return answer.value as View;
    }
  } catch {
    // No answer: ask again over HTTP.
  }
  const query = new URLSearchParams({ apres: String(after), ...(seen && { vues: seen }) });
  const response = await fetch(`${url}?${query}`, { signal: AbortSignal.timeout(ANSWER_MS * 2) });
  return ((await response.json()) as { value?: View }).value ?? null;
}
