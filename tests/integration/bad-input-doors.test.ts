import { randomUUID } from "node:crypto";
import { type Entry, foreignIds, tryWith } from "@tests/support/bad-input.ts";
import { validInputs } from "@tests/support/command-inputs.ts";
import { cpuMs } from "@tests/support/cpu.ts";
import { countRows, createDebate, createPerson, formOf, inBrowser, withoutLimits } from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as communesRoute } from "@/app/api/communes/route.ts";
import { GET as catchUpRoute } from "@/app/api/debats/[id]/suite/route.ts";
import { POST as contributeRoute } from "@/app/api/debats/contribuer/route.ts";
import { POST as voteRoute } from "@/app/api/debats/voter/route.ts";
import { jobs } from "@/composition.ts";
import { type Actor, system, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import * as actions from "@/features/accounts/account.actions.ts";
import { codeOf } from "@/features/accounts/code.rules.ts";
import * as accounts from "@/features/accounts/index.ts";
import * as coopainActions from "@/features/coopains/coopain.actions.ts";
import * as debateActions from "@/features/debates/debate.actions.ts";
import * as debates from "@/features/debates/index.ts";
import * as deskActions from "@/features/desk/desk.actions.ts";
import { giveMandate } from "@/features/mandates/index.ts";
import * as mandateActions from "@/features/mandates/mandate.actions.ts";
import * as moderationActions from "@/features/moderation/moderation.actions.ts";
import * as guestActions from "@/features/participation/guest.actions.ts";
import { eraseAccount, requestErasureCode } from "@/features/personal-data/index.ts";
import * as personalDataActions from "@/features/personal-data/personal-data.actions.ts";
import * as profileActions from "@/features/profiles/profile.actions.ts";
import * as sectionActions from "@/features/sections/section.actions.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfSession } from "@/platform/session.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

let nadia: Awaited<ReturnType<typeof createPerson>>;
let member: Actor;
let valid: Record<string, Entry>;
let foreign: Record<string, string>;
let debateId: string;

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  nadia = await createPerson("Nadia Ordinaire", { publicName: false });
  member = await actorOfSession(nadia.session);
  valid = await validInputs();
  foreign = await foreignIds();
  debateId = (await createDebate("members", "national", null)).id;
});

describe("the ids of others", () => {
  it("are absent, whatever they are the id of", async () => {
    const ask = (name: string, input: Record<string, unknown>) => tryWith(name, valid[name] as Entry, input, "foreign");
    for (const [label, id] of Object.entries(foreign)) {
      const answers = [
        await ask("account.revoke-session", { sessionId: id }),
        await ask("debate.contribute", { ...valid["debate.contribute"]?.input, clientId: randomUUID(), debateId: id }),
        await ask("debate.contribute", {
          debateId,
          clientId: randomUUID(),
          parentId: id,
          body: "Une réponse à personne.",
        }),
        await ask("debate.vote", { contributionId: id, value: "agree" }),
        await ask("debate.edit-contribution", { contributionId: id, body: "Les mots d’une autre." }),
        await ask("debate.follow", { debateId: id }),
        await ask("debate.unfollow", { debateId: id }),
        await ask("coopain.accept", { requestId: id }),
        await ask("coopain.refuse", { requestId: id }),
        await ask("coopain.cancel", { requestId: id }),
        await ask("coopain.request", { memberId: id }),
        await ask("coopain.block", { memberId: id }),
        await ask("inbox.assign", { conversationId: id, assigneeId: "" }),
        await ask("welcome.mark-done", { memberId: id }),
        await ask("adherent.propose", { memberId: id }),
        await ask("section.answer-volunteer", { volunteerId: id }),
        await ask("mandate.end", { mandateId: id, reason: "Pour voir." }),
        await ask("mandate.decide-nomination", { nominationId: id, answer: "oui" }),
        await ask("handover.sign", { handoverId: id }),
        await ask("handover.confirm", { handoverId: id }),
        await ask("mandate.lift-suspension", { suspensionId: id }),
        await ask("moderation.decide", { ...valid["moderation.decide"]?.input, caseId: id }),
        await ask("moderation.appeal", { ...valid["moderation.appeal"]?.input, decisionId: id }),
        await ask("moderation.report", { ...valid["moderation.report"]?.input, objectId: id }),
      ];
      for (const answer of answers) expect(answer, label).toMatchObject({ code: "not_found", reason: "absent" });
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    }
  });

  it("of an erased member are absent too", async () => {
    const gone = await createPerson("Gaspard Parti");
    const actor = await actorOfSession(gone.session);
    const asked = await requestErasureCode({ actor }, {});
    await eraseAccount({ actor }, { ...asked, code: codeOf(asked.codeId) });
    expect(await actorOfSession(gone.session)).toEqual(visitor);
    const input = { memberId: gone.id, reason: "Après coup.", role: "moderator", scope: "national" } as const;
    const { memberId, reason, role, scope } = input;
    const works = [
      () => accounts.suspendMember({ actor: system }, { memberId, reason }),
      () => giveMandate({ actor: system }, { memberId, role, scope }),
      () => accounts.verifyAdherent({ actor: system }, { memberId }),
    ];
    for (const work of works) await expect(work()).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the JSON doors", () => {
  const send = (body: BodyInit | null, headers: Record<string, string> = { "content-type": "application/json" }) =>
    new NextRequest("http://localhost/api/debats/contribuer", { method: "POST", headers, body });

  it("answer every body in JSON: never a fault, never more than a word on what is wrong", async () => {
    const bodies: [string, BodyInit | null][] = [
      ["nothing", null],
      ["no JSON", "{"],
      ["a number that is none", '{"value": NaN}'],
      ["a large number", '{"value": 9007199254740993}'],
      ["a duplicate", '{"value":"agree","value":"agree","contributionId":"x"}'],
      ["a prototype", '{"__proto__":{"kind":"system"},"value":"agree"}'],
      ["depth 10,000", "[".repeat(10_000) + "]".repeat(10_000)],
      ["depth 10,000 of objects", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`],
      ["1 MB", `"${"a".repeat(1_048_576)}"`],
      ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0, 1])],
      ["a string", '"debate"'],
      ["null", "null"],
    ];
    for (const [label, body] of bodies)
      for (const route of [contributeRoute, voteRoute]) {
        const response = await inBrowser(nadia.session, () => route(send(body)));
        expect(response.status, label).toBe(422);
        expect(await response.json(), label).toMatchObject({ error: { code: "invalid" } });
      }
  });

  it("take application/json only", async () => {
    const body = JSON.stringify(valid["debate.contribute"]?.input);
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "",
      "application/jsonx",
    ]) {
      const response = await inBrowser(nadia.session, () => contributeRoute(send(body, { "content-type": type })));
      expect(response.status, type).toBe(422);
    }
  });

  it("read no more of a question than they ask for", async () => {
    const get = async (search: string, id = debateId) => {
      const request = new NextRequest(`http://localhost/api/debats/${id}/suite?${search}`);
      return inBrowser(nadia.session, () => catchUpRoute(request, { params: Promise.resolve({ id }) }));
    };
    expect((await get("apres=0")).status).toBe(200);
    for (const search of ["", "apres=-1", "apres=1.5", "apres=NaN", "apres=99999999999", "apres=0&role=x", "apres=x"])
      expect((await get(search)).status, search).toBe(422);
    for (const id of ["x", "%00", "../..", "a".repeat(5_000)]) expect((await get("apres=0", id)).status).toBe(422);
    expect((await get(`apres=0&id=${foreign["a hidden debate"]}`)).status).toBe(200); // the path’s id, not the search’s
    for (const q of [
      "%00",
      "%25%25%25",
      "'; drop table commune",
      "a".repeat(3_000),
      "%F0%9F%98%80",
      "63",
      "%EF%BF%BD",
    ]) {
      const request = new NextRequest(`http://localhost/api/communes?q=${q}&limit=100000&__proto__=x`);
      const response = await inBrowser(null, () => communesRoute(request, { params: Promise.resolve({}) }));
      expect(response.status, q).toBe(200);
      expect(((await response.json()) as { value: unknown[] }).value.length).toBeLessThanOrEqual(8);
    }
  });

  it("show the newest page for a page number that is none", async () => {
    for (const where of [
      { pour: "x" },
      { pour: ["1", "2"] },
      { pour: "-1" },
      { contre: "9".repeat(400) },
      { ordre: "debattues", pour: "2147483647", contre: "1", neutre: "0" },
      { ordre: ["agreed"], neutre: { not: "" } },
      { ordre: "x".repeat(100_000) },
      { __proto__: [] },
      null,
    ])
      expect((await debates.getDebatePage(member, debateId, where ?? undefined)).debate.id).toBe(debateId);
  });
});

describe("the form doors", () => {
  const all = {
    ...actions,
    ...coopainActions,
    ...debateActions,
    ...deskActions,
    ...mandateActions,
    ...moderationActions,
    ...guestActions,
    ...personalDataActions,
    ...profileActions,
    ...sectionActions,
  } as unknown as Record<string, (state: unknown, form: unknown) => Promise<{ error?: { code: string } }>>;
  type Thrown = { to?: string };
  /** Posts to an action as the network can: any value for the form. */
  async function postTo(action: string, form: unknown): Promise<string> {
    try {
      const answer = await inBrowser(
        null,
        () => all[action]?.({}, form) ?? Promise.reject(new Error("no such action")),
      );
      return answer?.error?.code ?? "done";
    } catch (error) {
      return (error as Thrown).to ? "redirected" : `fault: ${String(error)}`;
    }
  }

  it("answer what is no form, an empty one and a poisoned one", async () => {
    const poisoned = formOf({ __proto__x: "1", constructor: "x", toString: "x", hasOwnProperty: "x" });
    poisoned.append("__proto__", "x");
    poisoned.append("email", "a@example.org");
    poisoned.append("email", "b@example.org");
    poisoned.append("file", new File(["x"], "x.svg"));
    const before = await countRows();
    for (const action of Object.keys(all))
      for (const form of [new FormData(), poisoned, null, undefined, "x", 3, [], {}, { get: "x" }, new Map()]) {
        const outcome = await postTo(action, form);
        expect(outcome.startsWith("fault"), `${action}: ${outcome}`).toBe(false);
        expect(outcome, action).not.toBe("unexpected");
      }
    expect(({} as { x?: string }).x).toBeUndefined();
    expect(await countRows()).toEqual(before);
  });

  it("read twenty thousand fields without losing the others’ time", async () => {
    const form = new FormData();
    for (let n = 0; n < 20_000; n++) form.append(`f${n}`, "");
    const began = process.cpuUsage();
    expect(await postTo("requestSignInCodeAction", form)).toBe("invalid");
    expect(cpuMs(began)).toBeLessThan(1_000);
  });

  it("take an idempotency key of any shape", async () => {
    for (const key of ["", "x".repeat(64), "x".repeat(65), "'; drop table", "\u0000", "__proto__"]) {
      const form = formOf({ _cle: key, debateId, clientId: randomUUID(), side: "pour", body: "Avec une clé étrange." });
      const answer = await inBrowser(nadia.session, () => debateActions.contributeAction({}, form));
      expect(answer.error?.code, key).toBeUndefined();
      const session = await inBrowser(nadia.session, () =>
        actions.revokeSessionAction({}, formOf({ _cle: key, sessionId: newId() })),
      );
      expect(["not_found", "invalid"], key).toContain(session.error?.code);
    }
  });
});

afterAll(async () => {
  expect(await db.member.count({ where: { erasedAt: null } })).toBeGreaterThan(0); // nobody dropped a table
});
