import { foreignIds, holdsAgainstBadInput, NASTY, shares } from "@tests/support/bad-input.ts";
import { askedAs, jsonPost } from "@tests/support/doors.ts";
import { createPerson } from "@tests/support/worlds.ts";
import { describe, expect, it, vi } from "vitest";
import { POST as startRoute } from "@/app/api/messages/commencer/route.ts";
import { isAppError } from "@/core/app-error.ts";
import * as messages from "@/features/messages/index.ts";
import { actorOfMember } from "@/platform/session.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);

describe("what nobody means to send, in messages", () => {
  holdsAgainstBadInput(shares[5]);

  it("is answered in words, or as nothing, by whoever only reads", async () => {
    const actor = await actorOfMember((await createPerson("Nadia Lit")).id);
    const reads: Record<string, (value: never) => Promise<unknown>> = {
      "a conversation": (id) => messages.getConversation(actor, String(id)),
      "whether one may write": (id) => messages.reachOf(actor, String(id)),
      "the conversation of two": (id) => messages.findDirect(actor, String(id)),
      "the list, from": (cursor) => messages.listConversations(actor, { cursor }),
      "the list, of": (box) => messages.listConversations(actor, { box }),
      "a search of": (q) => messages.searchMessages(actor, { q }),
      "a search in": (conversationId) => messages.searchMessages(actor, { q: "mots", conversationId }),
      "a search from": (cursor) => messages.searchMessages(actor, { q: "mots", cursor }),
    };
    for (const [label, value] of Object.entries({ ...NASTY, ...(await foreignIds()) })) {
      if (typeof value === "symbol" || label.startsWith("a deep")) continue; // no door makes a text of it
      for (const [what, read] of Object.entries(reads)) {
        const fault = await read(value as never).then(
          () => null,
          (error: unknown) => (isAppError(error) && error.code === "not_found" ? null : String(error)),
        );
        expect(fault, `${what} ${label}`).toBeNull();
      }
    }
  });

  it("is refused at the door of a first message", async () => {
    const { session } = await createPerson("Nadia Écrit");
    for (const body of [null, [], "x", 3, { to: [] }, { to: { not: "" } }, { to: "x".repeat(60_000) }])
      expect((await askedAs(session, () => startRoute(jsonPost(body)))).outcome).toBe("invalid");
  });
});
