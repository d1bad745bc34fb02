import { argument, reply, someone } from "@tests/support/debate-checks.ts";
import { createDebate, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { richText } from "@/core/rich-text.ts";
import { contributionReports } from "@/features/debates/commands/moderate-contribution.ts";
import {
  contribute,
  editContribution,
  followDebate,
  getThread,
  listHostCandidates,
  openDebate,
  unfollowDebate,
} from "@/features/debates/index.ts";
import { reportObject } from "@/features/moderation/index.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { singletons } from "@/platform/singletons.ts";
import { moderate } from "../support/debate-checks.ts";

// What was once tried against debates and worked.

beforeEach(withoutLimits);

const nadia = () => someone("Nadia Ordinaire", { publicName: false });
const national = () =>
  someone("Noé National", { adherent: true, mandates: [{ role: "national_admin", scope: "national" }] });

/** How many times an act is let through in a row, with the product's limits. */
async function letThrough(
  times: number,
  act: (n: number) => Promise<unknown>,
): Promise<{ ok: number; other: string[] }> {
  singletons.limits = createLimits();
  const outcomes: string[] = [];
  for (let n = 0; n < times; n++) outcomes.push(await outcomeOf(act(n)));
  const others = outcomes.filter((outcome) => outcome !== "ok");
  return { ok: outcomes.length - others.length, other: [...new Set(others)] };
}

describe("flooding", () => {
  it("does not fill the history of a contribution, which its page shows whole", async () => {
    const author = await nadia();
    const { id } = await createDebate("open", "national", null);
    const mine = await contribute({ actor: author.actor }, argument(id));
    const edits = await letThrough(30, (n) =>
      editContribution({ actor: author.actor }, { contributionId: mine.id, body: `Une autre façon de le dire, ${n}.` }),
    );
    expect(edits).toEqual({ ok: 20, other: ["rate_limited"] });
    expect((await getThread(author.actor, { id, seq: mine.seq })).revisions).toHaveLength(20);
  });

  it("does not hold the lock of a debate by following it again and again", async () => {
    const { actor } = await nadia();
    const { id: debateId } = await createDebate("open", "national", null);
    const follow = (n: number) => (n % 2 ? unfollowDebate : followDebate)({ actor }, { debateId });
    expect(await letThrough(70, follow)).toEqual({ ok: 60, other: ["rate_limited"] });
  });

  it("does not draw thousands of pieces for one text", () => {
    for (const piece of ["- a\n", "> a\n\n", "1. a\n=\n", "> - # a\n", "*a* - ", "a@b.co "])
      expect(richText(piece.repeat(2000 / piece.length)), JSON.stringify(piece)).toBeNull();
    const list = Array.from({ length: 40 }, (_, n) => `- **${n}** : un point qui se discute`).join("\n");
    expect(richText(list)).toHaveLength(1);
  });
});

describe("links", () => {
  it("are counted as they are shown, however they are written", async () => {
    const { actor } = await nadia();
    const { id } = await createDebate("open", "national", null);
    const say = (piece: string, times: number) =>
      outcomeOf(contribute({ actor }, argument(id, { body: `Des adresses : ${piece.repeat(times)}` })));
    for (const link of [
      "[a](http:\\//b.fr) ",
      "![a](https:/\\/b.fr) ",
      "<a@b.fr> ",
      "a@b.fr ",
      "[a](mailto:a@b.fr) ",
    ]) {
      expect(await say(link, 6), link).toBe("invalid");
      expect(await say(link, 5), link).toBe("ok");
    }
  });
});

describe("the key of a form", () => {
  it("does not swallow what is sent from one page back, with other words", async () => {
    const { actor } = await national();
    const caller = { actor, key: "a-form-of-ours" };
    const dates = { opensAt: new Date("2030-01-01"), closesAt: new Date("2030-02-01") };
    const open = (question: string) =>
      openDebate(caller, { question, framing: "", scope: "national", audience: "open", ...dates });
    const first = await open("Faut-il ouvrir un premier débat ?");
    expect(await open("Faut-il ouvrir un premier débat ?")).toEqual(first);
    const second = await open("Faut-il en ouvrir un second ?");
    expect(await db.debate.findUniqueOrThrow({ where: { id: second.id } })).toMatchObject({
      question: "Faut-il en ouvrir un second ?",
    });
  });

  it("does not swallow the report of other words", async () => {
    const { actor } = await nadia();
    const reported = [await createDebate("open", "national", null), await createDebate("open", "national", null)];
    for (const { contributionId: objectId } of reported)
      await reportObject({ actor, key: "k" }, { kind: "contribution", objectId, rule: "1", words: "" });
    const objectIds = reported.map(({ contributionId }) => contributionId);
    expect(await db.report.count({ where: { case: { objectId: { in: objectIds } } } })).toBe(2);
  });
});

describe("odd words", () => {
  it("find no host, and break no page", async () => {
    const { actor } = await national();
    const { id } = await createDebate("open", "national", null);
    for (const q of ["\0\0\0", "a\0b", "\ud800\ud800", "%%", "__", "\\\\", "'; --", "\u202e\u202e"])
      expect(await listHostCandidates(actor, { id, q }), JSON.stringify(q)).toEqual([]);
  });
});

describe("the place of a reported reply", () => {
  it("is a page that exists, for those who report and those who decide", async () => {
    const { actor } = await nadia();
    const { id, contributionId } = await createDebate("open", "national", null);
    const mine = await contribute({ actor }, reply(id, contributionId));
    const place = async () => (await contributionReports.find(db as unknown as Tx, actor, mine.id))?.place.href;
    expect(await place()).toMatch(new RegExp(`/c/1#c-${mine.seq}$`));
    await moderate(contributionId, true);
    const [line] = await contributionReports.list(actor, [mine.id]);
    expect(line?.place.href).toMatch(new RegExp(`^/debats/${id}-[a-z-]+$`));
  });
});
