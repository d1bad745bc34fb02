import { formOf, inBrowser } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { jobs } from "@/composition.ts";
import {
  confirmCodeAction,
  passSecondFactorAction,
  signInWithPasswordAction,
  signUpAction,
} from "@/features/accounts/account.actions.ts";
import { clock } from "@/platform/clock.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { readCodeCookie } from "@/platform/next/code-cookie.ts";
import { readSessionId } from "@/platform/next/session-cookie.ts";
import { singletons } from "@/platform/singletons.ts";
import { aGuardedMember, aMember, confirmation, digitsOf, noLimits, PASSWORD, signUpInput } from "./accounts-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw Object.assign(new Error("redirect"), { to });
  },
}));

const realNow = clock.now;
beforeAll(() => prepareJobs(jobs, { working: false }));
beforeEach(() => {
  singletons.limits = noLimits;
});
afterEach(() => {
  clock.now = realNow;
});

/** Where an action sends the browser; null when it stays with its error. */
const ledTo = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { to?: string }) => error.to,
  );
const signIn = (email: string, vers?: string, password = PASSWORD) =>
  ledTo(signInWithPasswordAction({}, formOf({ email, password, ...(vers !== undefined && { vers }) })));

describe("signing in on the way to a page", () => {
  it("leads to it, through a mistake too, and once", async () => {
    const { email } = await aMember({ password: PASSWORD });
    await inBrowser(null, async () => {
      expect(await signIn(email, "/debats/nouveau", "un autre mot de passe")).toBeNull();
      expect(await signIn(email, "/debats/nouveau")).toBe("/debats/nouveau");
      expect(await signIn(email)).toBe("/accueil");
    });
  });

  it("leads to it after the second factor, not before", async () => {
    const member = await aGuardedMember({ password: PASSWORD });
    clock.now = () => new Date(realNow().getTime() + 30_000); // another code than the one that set it up
    await inBrowser(null, async () => {
      expect(await signIn(member.email, "/gestion/63?membres=2#membres")).toBe("/connexion/second-facteur");
      const form = formOf({ code: await digitsOf(member.id), sessionId: (await readSessionId()) ?? "" });
      expect(await ledTo(passSecondFactorAction({}, form))).toBe("/gestion/63?membres=2#membres");
    });
  });

  it("leads nowhere but among our pages, and forgets where another one wanted to go", async () => {
    const { email } = await aMember({ password: PASSWORD });
    for (const elsewhere of ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", ""])
      await inBrowser(null, async () => {
        await signIn(email, "/debats/nouveau", "un autre mot de passe");
        expect(await signIn(email, elsewhere), elsewhere).toBe("/accueil");
      });
  });
});

describe("signing up on the way to a page", () => {
  const signUp = (vers?: string) =>
    ledTo(signUpAction({}, formOf({ ...signUpInput(), ...(vers !== undefined && { vers }) })));
  const confirm = async () => {
    const { code } = confirmation(await readCodeCookie());
    return ledTo(confirmCodeAction({}, formOf({ code })));
  };

  it("leads to it once the code is confirmed, also after what was typed was mended", async () => {
    await inBrowser(null, async () => {
      expect(await signUp("/groupes/rejoindre/abc")).toBe("/inscription/code");
      expect(await signUp()).toBe("/inscription/code");
      expect(await confirm()).toBe("/groupes/rejoindre/abc");
    });
    await inBrowser(null, async () => {
      await signUp();
      expect(await confirm()).toBe("/accueil");
    });
  });

  it("leads nowhere but among our pages", async () => {
    for (const elsewhere of ["//evil.example", "https://evil.example/", "/\\evil.example"])
      await inBrowser(null, async () => {
        await signUp(elsewhere);
        expect(await confirm(), elsewhere).toBe("/accueil");
      });
  });
});
