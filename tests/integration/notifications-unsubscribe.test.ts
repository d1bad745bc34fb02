import { type Action, postedAs } from "@tests/support/doors.ts";
import { columns, rows } from "@tests/support/matrix.ts";
import {
  countRows,
  createWorld,
  formOf,
  inBrowser,
  outcomeOf,
  sessionOfColumn,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/api/desabonnement/[jeton]/route.ts";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { invitationToken, readInvitationToken } from "@/features/accounts/index.ts";
import { writeChoices } from "@/features/notifications/commands/choices.ts";
import { getUnsubscribePage, unsubscribe } from "@/features/notifications/index.ts";
import { mailGate } from "@/features/notifications/mail-gate.queries.ts";
import { unsubscribeLinkOf } from "@/features/notifications/mail-link.queries.ts";
import * as actions from "@/features/notifications/notice.actions.ts";
import { readUnsubscribeToken, unsubscribeToken } from "@/features/notifications/unsubscribe.rules.ts";
import { db } from "@/platform/db/client.ts";
import { type Somebody, somebody } from "./coopains-world.ts";
import { noticeRow, prepareTelling } from "./notifications-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

beforeAll(prepareTelling);

let reader: Somebody;
beforeAll(async () => {
  reader = await somebody("Lise Lectrice");
});
const tokenOf = async (kind: Parameters<typeof unsubscribeLinkOf>[1], { id } = reader) =>
  (await unsubscribeLinkOf(id, kind)).path.split("/").at(-1) ?? "";
const choicesOf = async ({ id } = reader) =>
  Object.fromEntries(
    (await db.noticeChoice.findMany({ where: { memberId: id } })).map(({ kind, mail, inApp }) => [kind, [inApp, mail]]),
  );

const URLENCODED = "application/x-www-form-urlencoded";
/** As a mail program posts: no cookie, no Origin. */
async function post(token: string, body: BodyInit = "List-Unsubscribe=One-Click", type: string | null = URLENCODED) {
  const bytes = body instanceof FormData ? null : new TextEncoder().encode(String(body));
  const made = new Request("http://localhost/api", { method: "POST", body: bytes ?? (body as FormData) });
  const sent = new Uint8Array(await made.arrayBuffer());
  const headers = new Headers({ "content-length": String(sent.byteLength) });
  const contentType = type ?? made.headers.get("content-type");
  if (contentType) headers.set("content-type", contentType);
  const request = new NextRequest("http://localhost/api", { method: "POST", headers, body: sent });
  return inBrowser(null, () => POST(request, { params: Promise.resolve({ jeton: token }) }));
}

describe("the link under a mail", () => {
  it("is of a member and a kind, made once, and drawn: the database does not hold it", async () => {
    const token = await tokenOf("post.commented");
    expect(token).toMatch(/^[0-9a-hjkmnp-tv-z]{38}$/);
    expect(await tokenOf("post.commented")).toBe(token);
    expect(await tokenOf("post.mentioned")).not.toBe(token);
    expect(await tokenOf("post.commented", await somebody("Une Autre"))).not.toBe(token);
    const [link] = await db.unsubscribeLink.findMany({ where: { memberId: reader.id, kind: "post.commented" } });
    expect(JSON.stringify(link)).not.toContain(token.slice(12));
  });

  it("opens nothing else, and no other token opens it", async () => {
    const token = await tokenOf("post.commented");
    expect(readInvitationToken(token)).toBeNull();
    for (const kind of ["link", "email"] as const)
      expect(readUnsubscribeToken(invitationToken({ kind, id: token.slice(0, 12) }))).toBeNull();
    const guesses = [
      token.slice(0, 37),
      `${token}a`,
      token.toUpperCase(),
      `${newId()}${token.slice(12)}`,
      "",
      "\0",
      "é",
    ];
    for (const guess of guesses) expect(readUnsubscribeToken(guess), guess).toBeNull();
  });

  it("says what stops before it does, and that it is done after; opening it changes nothing", async () => {
    const token = await tokenOf("post.followed-up");
    await unsubscribeTwiceAfterReset("post.followed-up");
    const before = await countRows();
    expect(await getUnsubscribePage(await tokenOf("post.commented"))).toEqual({
      what: "On commente ta publication",
      done: false,
    });
    expect(await getUnsubscribePage(token)).toMatchObject({ done: true });
    expect(await countRows()).toEqual(before);
    const opened = inBrowser(null, () =>
      GET(new Request("http://localhost/api"), { params: Promise.resolve({ jeton: token }) }),
    );
    await expect(opened).rejects.toMatchObject({ to: `/desabonnement/${token}` });
  });

  async function unsubscribeTwiceAfterReset(kind: Parameters<typeof unsubscribeLinkOf>[1]) {
    for (const _ of [1, 2]) await unsubscribe({ actor: visitor }, { token: await tokenOf(kind) });
  }

  it("ends mails of its kind, for her alone; the centre stays, and what waits does not leave", async () => {
    const other = await somebody("Une Autre");
    const waits = await noticeRow(reader.id, { kind: "post.commented", subject: "post", subjectId: newId() });
    const theirs = await noticeRow(other.id, { kind: "post.commented", subject: "post", subjectId: newId() });
    await unsubscribeTwiceAfterReset("post.commented");
    expect((await choicesOf())["post.commented"]).toEqual([true, "never"]);
    expect(await choicesOf(other)).toEqual({});
    expect(await db.notice.findUnique({ where: { id: waits } })).toMatchObject({ mail: "never" });
    expect(await db.notice.findUnique({ where: { id: theirs } })).toMatchObject({ mail: "daily" });
  });

  it("under a digest ends digests, and leaves what comes at once", async () => {
    await unsubscribeTwiceAfterReset("digest");
    const chosen = await choicesOf();
    expect(chosen["debate.contributed"]).toEqual([true, "never"]);
    expect(chosen["coopain.requested"]).toBeUndefined();
    expect(await getUnsubscribePage(await tokenOf("digest"))).toMatchObject({ done: true });
    // What is held until a digest leaves by none either, until she chooses one again.
    expect(await mailGate({ memberId: reader.id, kind: "digest" })).toBeNull();
    await writeChoices(db, reader.id, [{ kind: "debate.contributed", inApp: true, mail: "weekly" }]);
    expect(await mailGate({ memberId: reader.id, kind: "digest" })).not.toBeNull();
    expect(await getUnsubscribePage(await tokenOf("digest"))).toMatchObject({ done: false });
  });

  it("of what is told by right ends nothing", async () => {
    await unsubscribeTwiceAfterReset("moderation.decided");
    expect((await choicesOf())["moderation.decided"]).toBeUndefined();
  });

  it("goes with the account", async () => {
    const gone = await somebody("Éva Effacée");
    const token = await tokenOf("post.commented", gone);
    await db.unsubscribeLink.deleteMany({ where: { memberId: gone.id } });
    expect(await outcomeOf(unsubscribe({ actor: visitor }, { token }))).toBe("not_found");
  });

  it("works for whoever holds it, signed in or not, and answers made-up ones alike", async () => {
    withoutLimits();
    const world = await createWorld();
    for (const column of columns) {
      const session = sessionOfColumn(world, column);
      const end = async (token: string) =>
        postedAs(session, actions.unsubscribeAction as unknown as Action, formOf({ token }));
      expect(rows.mailEnd.cells[column]).toBe("✓");
      expect(await end(await tokenOf("event.published")), column).toBe("ok");
      expect(await end(unsubscribeToken(newId())), column).toBe("not_found");
    }
    expect((await choicesOf())["event.published"]).toEqual([true, "never"]);
  });
});

describe("what mail programs post by themselves", () => {
  it("ends it in one request, as either kind of form, again and again", async () => {
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    for (const [kind, body, type] of [
      ["group.posted", "List-Unsubscribe=One-Click", URLENCODED],
      ["group.filed", form, null],
    ] as const) {
      const token = await tokenOf(kind);
      for (const _ of [1, 2]) expect((await post(token, body, type)).status, kind).toBe(204);
      expect((await choicesOf())[kind]).toEqual([true, "never"]);
    }
  });

  it("is refused without its one line, and changes nothing", async () => {
    const token = await tokenOf("group.pinned");
    const before = await countRows();
    const bodies = [
      "",
      "List-Unsubscribe=Yes",
      "list-unsubscribe=One-Click",
      `List-Unsubscribe=One-Click&x=${"y".repeat(9_000)}`,
    ];
    for (const body of bodies) expect((await post(token, body)).status, body.slice(0, 40)).toBe(422);
    expect((await post(token, "List-Unsubscribe=One-Click", "text/plain")).status).toBe(422);
    expect(await countRows()).toEqual(before);
  });

  it("answers a token of nothing, of another purpose and of an erased account with one body", async () => {
    const id = newId();
    const answers = await Promise.all(
      [unsubscribeToken(id), invitationToken({ kind: "email", id }), "x".repeat(38), "x"].map(async (token) => {
        const answer = await post(token);
        return [answer.status, await answer.text()];
      }),
    );
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
  });
});
