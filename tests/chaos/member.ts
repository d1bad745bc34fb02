import { randomUUID } from "node:crypto";
import type { PublicError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import type { Counted } from "@/features/debates/commands/cast-vote.ts";
import type { Published } from "@/features/debates/commands/contribute.ts";
import type { Side, VoteValue } from "@/features/debates/debate.rules.ts";
import type { Cast, Sent } from "./history.ts";
import { newMark } from "./marks.ts";
import type { RunState } from "./run-state.ts";
import type { Screen } from "./screen.ts";

const ANSWER_MS = 6_000;
const RETRY_MS = 1_000;
/** What sending again does not change. */
const FINAL = new Set(["invalid", "forbidden", "unauthenticated", "not_found", "conflict"]);

type Answer<Value> = { value: Value; askedAt: number } | { error: PublicError } | "unreachable";

let attempts = 0;
let casts = 0;

/** What a member does on her screen: writes, sends again what was not acknowledged, and votes. */
export function createMember(run: RunState, id: string, screen: Screen) {
  let writing = false;
  const voting = new Set<string>();

  /** As the product's `liveCall`: by the socket, and over HTTP when there is none or no answer. */
  async function call<Value>(name: string, input: object, path: string): Promise<Answer<Value>> {
    const answer = await ask<Value>(name, input, path);
    if (answer !== "unreachable" && "error" in answer) run.refused(name, answer.error);
    return answer;
  }

  async function ask<Value>(name: string, input: object, path: string): Promise<Answer<Value>> {
    let askedAt = performance.now();
    try {
      if (screen.socket.connected)
        return { ...(await screen.socket.timeout(ANSWER_MS).emitWithAck("call", { name, input })), askedAt };
    } catch {
      // No acknowledgement: ask again over HTTP.
    }
    try {
      askedAt = performance.now();
      const response = await fetch(`${screen.url}${path}`, {
        method: "POST",
        headers: { ...screen.headers, "content-type": "application/json" },
        body: JSON.stringify(input),
        signal: AbortSignal.timeout(ANSWER_MS * 2),
      });
      return { ...((await response.json()) as { value: Value } | { error: PublicError }), askedAt };
    } catch {
      return "unreachable";
    }
  }

  return {
    id,
    screen,
    isWriting: () => writing,

    /** Publishes a contribution, or a reply, and sends the same client id again until it is acknowledged. */
    async contribute(where: { side: Side } | { parentId: string }): Promise<void> {
      const mark = newMark();
      const sent: Sent = { memberId: id, clientId: randomUUID(), mark, ack: null };
      const body = `Un argument de longueur ordinaire, écrit pour être lu : ${mark}.`;
      const input = { debateId: run.debate.id, clientId: sent.clientId, body, ...where };
      run.sent.push(sent);
      writing = true;
      screen.page().tell({ type: "sending", sent: { ...input, at: Date.now(), state: "sending" } });
      while (!run.over) {
        const answer = await call<Published>("debate.contribute", input, paths.api.contribute);
        if (answer !== "unreachable" && "value" in answer) {
          sent.ack = answer.value;
          screen.page().tell({ type: "published", id: answer.value.id });
          run.acknowledged(answer.askedAt);
          break;
        }
        if (answer !== "unreachable" && FINAL.has(answer.error.code)) break;
        screen.page().tell({ type: "kept" });
        await screen.joinedOr(RETRY_MS);
      }
      writing = false;
    },

    /** Casts a vote once: what is not acknowledged is not sent again, as on the screen. */
    async vote(contributionId: string, value: VoteValue): Promise<void> {
      if (voting.has(contributionId) || run.over) return;
      voting.add(contributionId);
      const cast: Cast = { memberId: id, contributionId, value, order: ++casts, acked: false };
      const attempt = ++attempts;
      run.casts.push(cast);
      const page = screen.page();
      page.tell({ type: "voted", id: contributionId, value, attempt });
      const answer = await call<Counted>("debate.vote", { contributionId, value }, paths.api.vote);
      if (answer !== "unreachable" && "value" in answer) {
        cast.acked = true;
        page.tell({ type: "counted", id: contributionId, attempt, ...answer.value });
      } else page.tell({ type: "vote refused", id: contributionId, attempt });
      voting.delete(contributionId);
    },
  };
}

export type Member = ReturnType<typeof createMember>;
