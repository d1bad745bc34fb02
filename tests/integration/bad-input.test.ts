import { randomUUID } from "node:crypto";
import { countRows, createDebate, createPerson, formOf, inBrowser, withoutLimits } from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as communesRoute } from "@/app/api/communes/route.ts";
import { GET as catchUpRoute } from "@/app/api/debats/[id]/suite/route.ts";
import { POST as contributeRoute } from "@/app/api/debats/contribuer/route.ts";
import { POST as voteRoute } from "@/app/api/debats/voter/route.ts";
import { jobs } from "@/composition.ts";
import { type Actor, system, visitor } from "@/core/actor.ts";
import { isAppError, publicError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import * as actions from "@/features/accounts/account.actions.ts";
import { codeOf } from "@/features/accounts/code.rules.ts";
import * as accounts from "@/features/accounts/index.ts";
import * as debateActions from "@/features/debates/debate.actions.ts";
import * as debates from "@/features/debates/index.ts";
import { giveMandate } from "@/features/mandates/index.ts";
import {
  eraseAccount,
  exportPersonalData,
  personalDataCommands,
  requestErasureCode,
} from "@/features/personal-data/index.ts";
import { profileCommands } from "@/features/profiles/index.ts";
import { defaults } from "@/features/profiles/visibility.rules.ts";
import type { Command } from "@/platform/command.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfSession } from "@/platform/session.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw Object.assign(new Error("redirect"), { to });
  },
}));

let nadia: Awaited<ReturnType<typeof createPerson>>;
let member: Actor;
/** A valid input of each command, and who may run it. */
let valid: Record<string, { command: Command; actor: Actor; input: Record<string, unknown> }>;
let debateId: string;
const foreign: Record<string, string> = {};

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  nadia = await createPerson("Nadia Ordinaire", { publicName: false });
  const stranger = await createPerson("Paul Étranger", { section: "03185" });
  member = await actorOfSession(nadia.session);
  const debate = await createDebate("members", "national", stranger.id);
  const still = await createDebate("members", "national", stranger.id, { phase: "upcoming" });
  debateId = debate.id;
  const hidden = await createDebate("members", "national/03/03185", stranger.id);
  Object.assign(foreign, {
    "another member": stranger.id,
    "another member’s session": stranger.session,
    "a hidden debate": hidden.id,
    "a hidden contribution": hidden.contributionId,
    "no one": newId(),
  });
  const code = await accounts.requestSignInCode({ actor: visitor }, { email: nadia.email });
  const proof = { codeId: code.codeId, browserSecret: code.browserSecret };
  const password = "un mot de passe vraiment personnel";
  const inAWeek = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString();
  const dates = { opensAt: new Date().toISOString(), closesAt: inAWeek };
  const all: [unknown, Actor, Record<string, unknown>][] = [
    [
      accounts.requestSignUp,
      visitor,
      {
        name: "Inès Bonnet",
        email: "ines@example.org",
        communeCode: "63113",
        claim: "sympathiser",
        birthYear: "1990",
        birthDate: "1990-02-03",
        consent: "oui",
      },
    ],
    [accounts.requestSignInCode, visitor, { email: "ines@example.org" }],
    [accounts.requestAnotherCode, visitor, proof],
    [accounts.confirmCode, visitor, { ...proof, code: "12345", userAgent: "Test" }],
    [accounts.signInWithPassword, visitor, { email: "ines@example.org", password, userAgent: "Test" }],
    [accounts.requestPasswordReset, visitor, { email: "ines@example.org" }],
    [accounts.resetPassword, visitor, { ...proof, code: "12345", password, userAgent: "Test" }],
    [accounts.setPassword, member, { password: "motdepasse1234", currentPassword: "x" }],
    [accounts.requestEmailChange, member, { email: "ines@example.org" }],
    [accounts.confirmEmailChange, member, { ...proof, code: "12345" }],
    [accounts.signOut, visitor, {}],
    [accounts.revokeSession, member, { sessionId: newId() }],
    [accounts.revokeOtherSessions, member, {}],
    [accounts.answerPublicName, member, { answer: "peut-être" }],
    [requestErasureCode, visitor, {}],
    [eraseAccount, member, { ...proof, code: "12345", password: "x" }],
    [exportPersonalData, member, { format: "json", currentPassword: "x" }],
    [accounts.suspendMember, member, { memberId: stranger.id, reason: "Règle 2.", endsAt: inAWeek }],
    [giveMandate, member, { memberId: stranger.id, role: "moderator", scope: "national", endsAt: inAWeek }],
    [accounts.createAdmin, member, { email: "ines@example.org", name: "Inès", communeCode: "63113" }],
    [accounts.verifyAdherent, member, { memberId: stranger.id }],
    [accounts.enterAs, visitor, { castEmail: "personne@demo.example", userAgent: "Test" }],
    [
      profileCommands.editProfile,
      member,
      { presentation: "", status: "Oui", skills: "a, b", interests: "", links: "exemple.org" },
    ],
    [profileCommands.setVisibilities, member, { ...defaults, consent: ["card"] }],
    [profileCommands.withdrawFromWeb, member, {}],
    [profileCommands.setOffer, member, { willing: ["tractage"], free: "samedi", reachKm: "15", pace: "" }],
    [profileCommands.removePhoto, member, {}],
    [debates.contribute, member, { debateId, clientId: randomUUID(), side: "pour", body: "Un argument à lire." }],
    [debates.castVote, member, { contributionId: debate.contributionId, value: "agree" }],
    [debates.editContribution, member, { contributionId: debate.contributionId, body: "Un argument à relire." }],
    [debates.followDebate, member, { debateId }],
    [debates.unfollowDebate, member, { debateId }],
    [debates.reframeDebate, system, { debateId, question: "Faut-il tout essayer ?", framing: "" }],
    [debates.rescheduleDebate, system, { debateId, ...dates, debateAt: null, voteAt: inAWeek }],
    [debates.movePhase, system, { debateId: still.id, to: "closed" }],
    [debates.reopenPhase, system, { debateId: still.id, reason: "Il reste à dire.", until: inAWeek }],
    [debates.addHost, system, { debateId, memberId: stranger.id }],
    [debates.removeHost, system, { debateId, memberId: stranger.id }],
    [debates.publishSynthesis, system, { debateId, body: "On retient #1, et rien d’autre." }],
    [debates.followSchedule, system, { debateId }],
    [debates.debateCommands.removeCover, system, { debateId }],
    [
      debates.openDebate,
      system,
      {
        question: "Faut-il tout essayer ?",
        framing: "",
        scope: "national",
        audience: "members",
        ...dates,
      },
    ],
  ];
  valid = Object.fromEntries(
    all.map(([command, actor, input]) => {
      const known = command as Command;
      return [known.commandName, { command: known, actor, input }];
    }),
  );
});

const deep = (depth: number, empty: unknown, wrap: (inner: unknown) => unknown) => {
  let value = empty;
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
};

/** What no one means to send, and some do. */
const NASTY: Record<string, unknown> = {
  empty: "",
  absent: undefined,
  null: null,
  blank: "   \t  ",
  "a number": 3,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "2^53+1": 2 ** 53 + 1,
  "-0": -0,
  "a big integer": 10n ** 30n,
  "a boolean": true,
  "an array": ["x"],
  "an array of itself twice": ["national", "national"],
  "an operator": { not: "" },
  "another operator": { $ne: null },
  "an object with toString": { toString: () => "national" },
  "a function": () => "x",
  "a symbol": Symbol("x"),
  "a date": new Date(),
  "a date that is none": new Date(Number.NaN),
  "the last date there is": new Date(8.64e15),
  "the first date there is": new Date(-8.64e15),
  "the 30th of February": "2027-02-30",
  "the 13th month": "2027-13-01T00:00:00Z",
  "the year 10000": "10000-01-01T00:00:00Z",
  "the year 275760": "+275760-09-13T00:00:00Z",
  "a month of 99 days": "2027-01-99T25:61:61Z",
  "1 MB": "a".repeat(1_048_576),
  "1 MB of spaces": " ".repeat(1_048_576),
  "1 MB of digits": "1".repeat(1_048_576),
  "1 MB of @": "@".repeat(1_048_576),
  "1 MB of e-mail": `${"a.".repeat(524_288)}@example.org`,
  "a deep array": deep(10_000, [], (inner) => [inner]),
  "a deep object": deep(10_000, {}, (inner) => ({ a: inner })),
  NUL: "Inès\u0000Bonnet",
  "CR LF": "ines@example.org\r\nBcc: tous@example.org",
  "a lone surrogate": `Inès \ud83d Bonnet`,
  "the other lone surrogate": `Inès \ude00 Bonnet`,
  "an emoji cut in two": `${"a".repeat(299)}😀`,
  "right to left": "Inès \u202ekcab",
  "zero width": "i\u200bnes@exa\u200dmple.org",
  "only zero width": "\u200b\u200b\u200b",
  "a byte order mark": "\ufeffnational",
  homoglyphs: "nаtiоnal",
  "full width": "ｉｎｅｓ＠ｅｘａｍｐｌｅ．ｏｒｇ",
  decomposed: "Ine\u0300s Bonnet".repeat(3),
  "ten thousand accents": `e${"\u0301".repeat(10_000)}`,
  "a ligature that grows": "\ufdfa".repeat(500),
  HTML: "<script>alert(1)</script><img src=x onerror=alert(1)>",
  SQL: "'; drop table member; --",
  LIKE: "%_%\\",
  "a template": "{{7*7}} #{AUTH_SECRET} <%= 7 %>",
  "path traversal": "../../../etc/passwd\u2215..",
  "a scope too deep": "national/63/63113/x",
  "a scope with an edge": "national/",
  "a prototype’s name": "__proto__",
  "a constructor": "constructor",
  "a spreadsheet formula": '=HYPERLINK("https://evil.example")',
  "a URL": "javascript:alert(1)",
};

/** Runs a command; answers its error as people see it, or null when it was accepted. A fault fails the test. */
async function tryWith(name: string, { command, actor }: (typeof valid)[string], input: unknown, label: string) {
  const before = await countRows();
  try {
    await command({ actor, address: "203.0.113.1" }, input);
    return null;
  } catch (error) {
    expect(isAppError(error), `${name}, ${label}: ${String(error)}`).toBe(true);
    if (!isAppError(error)) return null;
    const told = publicError(error);
    expect(told.code, `${name}, ${label}: ${String(error.cause)}`).not.toBe("unexpected");
    expect(told.message.length).toBeGreaterThan(5);
    // French words, and nothing of what was sent.
    expect(JSON.stringify(told).length, `${name}, ${label}`).toBeLessThan(3_000);
    expect(JSON.stringify(told), `${name}, ${label}`).not.toMatch(
      /Invalid (?:input|option|string)|expected |Unrecognized/i,
    );
    expect(await countRows(), `${name}, ${label}`).toEqual(before);
    return told;
  }
}

const names = [
  "account.request-sign-up",
  "account.request-sign-in-code",
  "account.request-another-code",
  "account.confirm-code",
  "account.sign-in-with-password",
  "account.request-password-reset",
  "account.reset-password",
  "account.set-password",
  "account.request-email-change",
  "account.confirm-email-change",
  "account.sign-out",
  "account.revoke-session",
  "account.revoke-other-sessions",
  "account.answer-public-name",
  "account.request-erasure-code",
  "account.erase",
  "personal-data.export",
  "account.suspend-member",
  "account.give-mandate",
  "account.create-admin",
  "account.verify-adherent",
  "demo.enter-as",
  "profile.edit",
  "profile.set-visibilities",
  "profile.withdraw-from-web",
  "profile.set-offer",
  "profile.remove-photo",
  "debate.contribute",
  "debate.vote",
  "debate.edit-contribution",
  "debate.follow",
  "debate.unfollow",
  "debate.open",
  "debate.reframe",
  "debate.reschedule",
  "debate.move-phase",
  "debate.reopen-phase",
  "debate.add-host",
  "debate.remove-host",
  "debate.publish-synthesis",
  "debate.follow-schedule",
  "debate.remove-cover",
];

describe("what nobody means to send", () => {
  it("is tried against every command", () => {
    // A picture's bytes have tests of their own.
    const { setCover: _, ...ofDebates } = debates.debateCommands;
    const { setPhoto: __, ...ofProfiles } = profileCommands;
    const commands = [
      ...Object.values(accounts.accountCommands),
      ...Object.values(personalDataCommands),
      ...Object.values(ofProfiles),
      ...Object.values(ofDebates),
    ] as Command[];
    expect(commands.map(({ commandName }) => commandName).sort()).toEqual([...names].sort());
    expect(Object.keys(valid).sort()).toEqual([...names].sort());
  });

  it.each(names)("%s answers each strange value of each field in words", { timeout: 60_000 }, async (name) => {
    const entry = valid[name];
    if (!entry) throw new Error(name);
    for (const field of Object.keys(entry.input))
      for (const [label, value] of Object.entries({ ...NASTY, ...foreign }))
        await tryWith(name, entry, { ...entry.input, [field]: value }, `${field} = ${label}`);
  });

  it.each(names)("%s answers strange wholes in words, and refuses what it does not know", async (name) => {
    const entry = valid[name];
    if (!entry) throw new Error(name);
    for (const [label, value] of Object.entries(NASTY)) {
      if (value instanceof Date || typeof value === "function") continue; // no door makes them
      const refused = await tryWith(name, entry, value, `the whole = ${label}`);
      expect(refused, `${name}, the whole = ${label}`).not.toBeNull();
    }
    for (const extra of ["authorId", "verifiedAt", "adherentSince", "actor", "__proto__x", "constructor"]) {
      const refused = await tryWith(name, entry, { ...entry.input, [extra]: "national_admin" }, `extra ${extra}`);
      expect(refused?.code, `${name}, extra ${extra}`).toBe("invalid");
    }
    const poisoned = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}');
    expect((await tryWith(name, entry, { ...entry.input, ...poisoned }, "prototype"))?.code).toBe("invalid");
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

describe("the ids of others", () => {
  it("are absent, whatever they are the id of", async () => {
    const ask = (name: string, input: Record<string, unknown>) => tryWith(name, valid[name] as never, input, "foreign");
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
  const all = { ...actions, ...debateActions } as unknown as Record<
    string,
    (state: unknown, form: unknown) => Promise<{ error?: { code: string } }>
  >;
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
    const began = performance.now();
    expect(await postTo("requestSignInCodeAction", form)).toBe("invalid");
    expect(performance.now() - began).toBeLessThan(1_000);
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
