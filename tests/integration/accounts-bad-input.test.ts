import { beforeEach, describe, expect, it } from "vitest";
import { system } from "@/core/actor.ts";
import { isAppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { accountCommands } from "@/features/accounts/index.ts";
import type { Caller, Command } from "@/platform/command.ts";
import { db } from "@/platform/db/client.ts";
import { singletons } from "@/platform/singletons.ts";
import { aMember, noLimits, PASSWORD, signUpInput, someone } from "./accounts-world.ts";

beforeEach(() => {
  singletons.limits = noLimits;
});

const deep = Array.from({ length: 10_000 }).reduce<unknown>((inner) => [inner], "x");
/** What TRUST.md section 4 tries against every field. */
const bad: Record<string, unknown> = {
  empty: "",
  null: null,
  undefined,
  boolean: true,
  number: 42,
  NaN: Number.NaN,
  "beyond safe integers": 2 ** 53 + 1,
  array: ["a", "b"],
  "array of one": ["x@example.org"],
  object: { not: "" },
  "deep object": deep,
  "one megabyte": "x".repeat(1_000_000),
  spaces: "   ",
  NUL: "a\u0000b",
  CRLF: "x@example.org\r\nBcc: y@example.org",
  "lone surrogate": "\ud800",
  "right-to-left override": "\u202egro.elpmaxe",
  "zero width": "\u200b\u200b\u200b",
  homoglyph: "Іnès",
  "NFD twin": "Ine\u0300s",
  HTML: "<script>alert(1)</script>",
  SQL: "'; drop table member; --",
  CSV: '=HYPERLINK("https://example.org")',
  ICS: "BEGIN:VCALENDAR\r\nEND:VCALENDAR",
  path: "../../etc/passwd",
  "random id": newId(),
  "impossible date": "2026-02-31",
  "year zero": "0000",
  __proto__: "x",
};

const proof = { codeId: newId(), browserSecret: "A".repeat(22), code: "123456" };
const valid: Record<keyof typeof accountCommands, Record<string, unknown>> = {
  requestSignUp: { ...signUpInput(), birthDate: "" },
  requestSignInCode: { email: "x@example.org" },
  requestAnotherCode: { codeId: proof.codeId, browserSecret: proof.browserSecret },
  confirmCode: { ...proof, userAgent: "x" },
  signInWithPassword: { email: "x@example.org", password: PASSWORD, userAgent: "x" },
  requestPasswordReset: { email: "x@example.org" },
  resetPassword: { ...proof, password: PASSWORD, userAgent: "x" },
  setPassword: { password: PASSWORD, currentPassword: "" },
  requestEmailChange: { email: "x@example.org" },
  confirmEmailChange: proof,
  signOut: {},
  revokeSession: { sessionId: newId() },
  revokeOtherSessions: {},
  answerPublicName: { answer: "non" },
  suspendMember: { memberId: newId(), reason: "Une raison assez longue.", endsAt: "2040-01-01T00:00:00Z" },
  createAdmin: { email: "x@example.org", name: "Inès", communeCode: "63113" },
  verifyAdherent: { memberId: newId() },
  startSecondFactor: { currentPassword: "" },
  confirmSecondFactor: { code: "123456" },
  passSecondFactor: { sessionId: newId(), code: "123456" },
  abandonSignIn: { sessionId: newId() },
  renewRecoveryCodes: { code: "123456" },
  removeSecondFactor: { code: "ACDE-FHJK-MNPQ-RTWX" },
  resetSecondFactor: { memberId: newId() },
  moveTown: { communeCode: "63113" },
  chooseAppearance: { appearance: "sombre" },
  enterAs: { castEmail: "x@demo.example", userAgent: "x" },
};

/** The code of the refusal, or "accepted". */
async function outcome(command: Command, caller: Caller, input: unknown): Promise<string> {
  try {
    await command(caller, input);
    return "accepted";
  } catch (error) {
    return isAppError(error) ? error.code : `not ours: ${String(error)}`;
  }
}

describe("bad input", () => {
  for (const [name, command] of Object.entries(accountCommands) as [keyof typeof valid, Command][]) {
    it(`never becomes a fault in ${name}, whatever the field and the value`, async () => {
      const member = await aMember({ password: PASSWORD });
      const callers: Caller[] = [someone, member.caller];
      if (name === "createAdmin") callers.push({ actor: system });
      const faults: string[] = [];
      for (const field of Object.keys(valid[name]))
        for (const [what, value] of Object.entries(bad))
          for (const caller of callers) {
            const code = await outcome(command, caller, { ...valid[name], [field]: value });
            if (code === "unexpected" || code.startsWith("not ours")) faults.push(`${field} ${what}: ${code}`);
          }
      expect(faults).toEqual([]);
    }, 60_000);

    it(`refuses fields that ${name} does not know, and inputs that are no object`, async () => {
      const input = valid[name];
      const extra = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`field${index}`, "x"]));
      const strange = [
        { ...input, role: "national_admin" },
        { ...input, authorId: newId() },
        { ...input, verifiedAt: "2026-01-01" },
        { ...input, ...extra },
        JSON.parse(`{"__proto__":{"role":"national_admin"},"x":1}`),
        null,
        "x",
        [input],
        deep,
      ];
      for (const one of strange) expect(await outcome(command, someone, one)).toBe("invalid");
    });
  }

  it("left nobody behind with more than she had", async () => {
    expect(await db.mandate.count()).toBeLessThanOrEqual(1); // the one that the command line named on purpose
    expect(await db.member.count({ where: { name: { contains: "<" } } })).toBe(0);
  });
});
