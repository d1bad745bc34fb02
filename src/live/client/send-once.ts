import type { PublicError } from "@/core/app-error.ts";
import { type CallAnswer, liveCall } from "./live-call.ts";

/** What became of something sent: written, refused, or on no way to the server. */
export type SendAnswer<Result> = CallAnswer<Result> | "unreachable";

/**
 * Sends what carries a client id, over the socket or over HTTP: whatever way it went, and however often, it is written once.
 * `pace`: how many seconds whoever writes a little too fast waits here, rather than being told.
 */
export async function sendOnce<Result>(
  name: string,
  input: object & { clientId: string },
  url: string,
  { pace = 0 }: { pace?: number } = {},
): Promise<SendAnswer<Result>> {
  try {
    const send = () => liveCall<Result>(name, input, url);
    const first = await send();
    const answer = "error" in first && (await mayRetry(first.error, pace)) ? await send() : first;
    return "error" in answer && answer.error.code === "unavailable" ? "unreachable" : answer;
  } catch {
    return "unreachable";
  }
}

async function mayRetry({ code, retryAfter }: PublicError, pace: number): Promise<boolean> {
  if (code !== "rate_limited" || retryAfter === undefined || retryAfter > pace) return false;
  await new Promise((resolve) => setTimeout(resolve, retryAfter * 1000));
  return true;
}
