import { beforeAll, describe, expect, it, vi } from "vitest";

vi.stubEnv("DATABASE_URL", "postgresql://x@db.example.org/x");
vi.stubEnv("AUTH_SECRET", "a secret of the tests, long enough for the server");
vi.stubEnv("APP_ORIGIN", "https://coopol.example.org");
vi.stubEnv("SMTP_URL", "smtps://mail.example.org");
vi.stubEnv("MAIL_FROM", "x@example.org");

let rules: typeof import("@/features/accounts/second-factor.rules.ts");
let appearances: typeof import("@/features/accounts/appearance.rules.ts");
beforeAll(async () => {
  rules = await import("@/features/accounts/second-factor.rules.ts");
  appearances = await import("@/features/accounts/appearance.rules.ts");
});

/** "12345678901234567890" in base32: the key of RFC 6238, appendix B, for SHA-1. */
const KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

describe("codes of RFC 6238", () => {
  // Appendix B has eight digits; six digits are the last six of them.
  it.each([
    [59, "94287082"],
    [1111111109, "07081804"],
    [1111111111, "14050471"],
    [1234567890, "89005924"],
    [2000000000, "69279037"],
    [20000000000, "65353130"],
  ])("at %i seconds", (seconds, eight) => {
    expect(rules.stepOf(KEY, eight.slice(2), at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it("are taken one step early or late, and no more", () => {
    const [time, step] = [1111111109, Math.floor(1111111109 / 30)];
    for (const apart of [-30, 0, 30]) expect(rules.stepOf(KEY, "081804", at(time + apart))).toBe(step);
    for (const apart of [-60, 60]) expect(rules.stepOf(KEY, "081804", at(time + apart))).toBeNull();
  });

  it("are nobody's otherwise", () => {
    for (const digits of ["081805", "", "81804", "0818040"])
      expect(rules.stepOf(KEY, digits, at(1111111109))).toBeNull();
  });
});

describe("a secret at rest", () => {
  it("is 160 bits, sealed differently each time, and opens for its member alone", () => {
    const secret = rules.newFactorSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const [one, other] = [rules.sealSecret("m1", secret), rules.sealSecret("m1", secret)];
    expect(one).not.toBe(other);
    expect(one).not.toContain(secret);
    expect([one, other].map((sealed) => rules.openSecret("m1", sealed))).toEqual([secret, secret]);
    expect(rules.openSecret("m2", one)).toBeNull();
  });

  it("does not open once changed, whatever was changed", () => {
    const sealed = rules.sealSecret("m1", rules.newFactorSecret());
    const parts = sealed.split(".");
    const flipped = parts.map((part, index) =>
      parts.map((kept, at) => (at === index ? `${part[0] === "A" ? "B" : "A"}${part.slice(1)}` : kept)).join("."),
    );
    for (const bad of [...flipped, "", "x", "..", `${sealed}.x`.slice(0, 20), sealed.slice(0, -4)])
      expect(rules.openSecret("m1", bad)).toBeNull();
  });

  it("is told to an application with its settings", () => {
    const uri = new URL(rules.otpauthUri(KEY, "ines@example.org"));
    expect(uri.href).toMatch(/^otpauth:\/\/totp\/La%20Coopol/);
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: "La Coopol",
      secret: KEY,
      algorithm: "SHA1",
      digits: "6",
      period: "30",
    });
  });
});

describe("recovery codes", () => {
  it("are ten, all different, without signs that look alike", () => {
    const codes = Array.from({ length: 200 }, () => rules.newRecoveryCodes()).flat();
    expect(new Set(codes).size).toBe(2000);
    expect(codes.filter((code) => !/^(?:[A-Z3-9]{4}-){3}[A-Z3-9]{4}$/.test(code))).toEqual([]);
    expect(codes.join("")).not.toMatch(/[0O1IL2Z5S6G8BUV]/);
  });

  it("are read however they are typed", () => {
    const code = { kind: "recovery", code: "ACDE-FHJK-MNPQ-RTWX" };
    for (const typed of ["ACDE-FHJK-MNPQ-RTWX", " acde fhjk mnpq rtwx ", "acdefhjkmnpqrtwx", "ＡＣＤＥ-FHJK–MNPQ RTWX"])
      expect(rules.readSecondCode(typed)).toEqual(code);
    expect(rules.readSecondCode("123 456")).toEqual({ kind: "digits", digits: "123456" });
    for (const typed of ["", "12345", "1234567", "ACDE-FHJK-MNPQ-RTW", "ACDE-FHJK-MNPQ-RTW0", "ACDE'--"])
      expect(rules.readSecondCode(typed)).toBeNull();
  });

  it("have another hash for another member", () => {
    const hashOf = (memberId: string) => rules.hashOfRecoveryCode(memberId, "ACDE-FHJK-MNPQ-RTWX");
    expect(hashOf("m1")).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf("m1")).not.toBe(hashOf("m2"));
  });
});

describe("appearance", () => {
  it("is the device's for whatever is not one of ours", () => {
    expect(["clair", "sombre", "systeme", "dark", undefined, "__proto__"].map(appearances.appearanceOf)).toEqual([
      "clair",
      "sombre",
      "systeme",
      "systeme",
      "systeme",
      "systeme",
    ]);
  });
});
