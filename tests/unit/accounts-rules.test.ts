import { cpuMs } from "@tests/support/cpu.ts";
import { describe, expect, it } from "vitest";
import { adultOn, ageProblem, deviceWords } from "@/features/accounts/account.rules.ts";
import { readEml } from "@/features/accounts/eml.rules.ts";
import { isCommonPassword } from "@/features/accounts/password.rules.ts";

const now = new Date("2026-11-22T12:00:00Z");

describe("the age to join", () => {
  it("is known from the year alone for nearly everybody", () => {
    expect(ageProblem({ birthYear: 1990 }, now)).toBeNull();
    expect(ageProblem({ birthYear: 2010 }, now)).toBeNull();
    expect(ageProblem({ birthYear: 2012 }, now)).toMatchObject({ field: "birthYear" });
  });

  it("needs the date in the year of one's fifteenth birthday", () => {
    expect(ageProblem({ birthYear: 2011 }, now)).toMatchObject({ field: "birthDate" });
    expect(ageProblem({ birthYear: 2011, birthDate: "2011-11-22" }, now)).toBeNull();
    expect(ageProblem({ birthYear: 2011, birthDate: "2011-11-23" }, now)).toMatchObject({ field: "birthDate" });
    expect(ageProblem({ birthYear: 2011, birthDate: "1990-01-01" }, now)).toMatchObject({ field: "birthDate" });
  });

  it("counts the days in Paris", () => {
    const birth = { birthYear: 2011, birthDate: "2011-11-23" };
    expect(ageProblem(birth, new Date("2026-11-22T22:59:00Z"))).not.toBeNull();
    expect(ageProblem(birth, new Date("2026-11-22T23:01:00Z"))).toBeNull();
  });
});

describe("the day one comes of age", () => {
  const day = (birth: Parameters<typeof adultOn>[0]) => adultOn(birth, now)?.toISOString().slice(0, 10) ?? null;
  it("is kept for minors only, never too soon", () => {
    expect(day({ birthYear: 1990 })).toBeNull();
    expect(day({ birthYear: 2007 })).toBeNull();
    expect(day({ birthYear: 2008 })).toBe("2026-12-31");
    expect(day({ birthYear: 2011, birthDate: "2011-03-02" })).toBe("2029-03-02");
    expect(day({ birthYear: 2012, birthDate: "2012-02-29" })).toBe("2030-03-01");
  });
});

describe("a common password", () => {
  const owner = { name: "Inès Bonnet", email: "ines.bonnet@example.org" };
  it.each([
    "123456789012",
    "motdepasse123",
    "azertyuiop123",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "Password1234!",
    "P@ssw0rd2024",
    "inesbonnet2024",
    "lacoopol2026!",
    "1q2w3e4r5t6y",
    "1a2z3e4r5t6y",
    "iloveyou1234",
    "bonjourbonjour",
    "Marseille13013",
    "azerty123456789",
    "correct horse battery staple",
    "Été2026Été2026",
  ])("is refused: %s", (password) => expect(isCommonPassword(password, owner)).toBe(true));
  it.each([
    "grenouille-tambour-42",
    "vK9$mPq2LxZ7",
    "le vélo rouge de mamie",
    "Une cabane au Sancy",
    "pave-muguet-1936",
  ])("is not: %s", (password) => expect(isCommonPassword(password, owner)).toBe(false));
  it("is judged quickly, even at its longest", () => {
    const started = process.cpuUsage();
    isCommonPassword("azertyuiop0123456789".repeat(10), owner);
    isCommonPassword("qwz".repeat(66), owner);
    expect(cpuMs(started)).toBeLessThan(200);
  });
});

describe("the name of a device", () => {
  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox sur Windows"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604",
      "Safari sur iPhone",
    ],
    ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 Chrome/140.0 Mobile Safari/537", "Chrome sur Android"],
    ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140 Safari/537 Edg/140", "Edge sur Windows"],
    ["", "Appareil inconnu"],
  ])("%s", (userAgent, words) => expect(deviceWords(userAgent)).toBe(words));
});

describe("reading the demo's mail", () => {
  it("finds the words and the code in what our mailer writes", () => {
    const message = [
      "From: La Coopol <demo@localhost>",
      "To: ines@example.org",
      "Subject: =?UTF-8?Q?012345_=3A_ton_code_=C3=A0_toi?=",
      "Date: Sun, 22 Nov 2026 12:00:00 +0000",
      'Content-Type: multipart/alternative; boundary="--_NmP"',
      "",
      "----_NmP",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "Voici ton code=C2=A0:",
      "",
      "    012345",
      "",
      "Il est valable 15=",
      " minutes.",
      "----_NmP",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<p>999999</p>",
      "----_NmP--",
    ].join("\r\n");
    expect(readEml("a.eml", message)).toMatchObject({
      to: "ines@example.org",
      subject: "012345 : ton code à toi",
      code: "012345",
    });
    expect(readEml("a.eml", message).text).toContain("Il est valable 15 minutes.");
  });
});
