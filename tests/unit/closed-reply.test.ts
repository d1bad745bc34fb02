import { createElement as h } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { reasons } from "@/core/reasons.ts";
import { ThreadBoard } from "@/features/debates/components/thread-board.tsx";
import type { ThreadPageView } from "@/features/debates/debate.views.ts";

// What Next does around a component that is rendered.
vi.mock("server-only", () => ({}));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }), usePathname: () => "/" }));

const author = { label: "Nadia Mercier", place: "Section Gerzat", named: true };
const counts = { pour: 1, contre: 0, neutre: 0, votes: 0, version: 1 };
const thread = (closed: boolean): ThreadPageView => ({
  debate: {
    ...{ id: "0123456789ab", slug: "question", question: "Une question ?", framing: "", audience: "members" },
    ...{ phase: "debate", place: "Section Gerzat", opensAt: 0, debateAt: 0, voteAt: null, closesAt: 1 },
    ...{ coverId: null, lastSeq: 1, counts },
  },
  contribution: {
    ...{ kind: "contribution", id: "ab0123456789", seq: 1, side: "pour", body: "Un argument", at: 0, author },
    ...{ tally: { agree: 0, disagree: 0, pass: 0, version: 0 }, replyCount: 0, replies: [] },
    ...(closed && { closed }),
  },
  ...{ more: false, first: true, revisions: [], asksPublicName: false, can: { takePart: true, run: false } },
  me: { id: "m", name: "Inès", section: "Gerzat" },
});
const page = (closed: boolean) =>
  renderToStaticMarkup(h(ThreadBoard, { thread: thread(closed), clientId: "c", now: 1 }));

describe("the page of a contribution, where one comes to reply", () => {
  it("has the form, or says that no reply can be given: what leads there is never mute", () => {
    expect(page(false)).toContain("<textarea");
    expect(page(false)).not.toContain(reasons.reply_closed);
    expect(page(true)).not.toContain("<textarea");
    expect(page(true)).toMatch(new RegExp(`id="repondre"[^>]*>${reasons.reply_closed}`));
  });
});
