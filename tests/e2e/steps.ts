import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { Secret, TOTP } from "otpauth";
import { TEST_ENV } from "../../bin/lib/template.mjs";
import { newId } from "../../src/core/ids.ts";
import { query } from "./database.ts";
import { readCode } from "./mail.ts";

/** The demo's, for everybody of its cast. */
export const PASSWORD = "pave-muguet-1936";

let people = 0;
/** An address that nobody else of these tests has. */
export const freshEmail = () => `visiteuse-${process.pid}-${Date.now()}-${++people}@example.org`;

const letters = "abcdefghijklmnopqrstuvwxyz";
/** A name that nobody else of these tests bears. */
export const named = (first: string) =>
  `${first} ${Array.from({ length: 8 }, () => letters[Math.floor(Math.random() * 26)])
    .join("")
    .replace(/^./, (letter) => letter.toUpperCase())}`;

/** A window of somebody who has not signed in. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

type State = Exclude<BrowserContextOptions["storageState"], string | undefined>;
const entered = new Map<string, Promise<State>>();

/** Comes in by the demo's "Entrer comme…", and keeps what the browser then holds. */
async function enter(browser: Browser, name: string): Promise<State> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("/connexion");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page).toHaveURL(/\/accueil$/);
  const { cookies } = await context.storageState();
  await context.close();
  return { cookies, origins: [] };
}

/**
 * One of the demo's cast, in a window of her own, with nothing in it yet. Each comes in by the door once per worker and
 * then has that session in every window: whoever signs out in a test, or loses an account, is somebody else.
 */
export async function enterAs(browser: Browser, name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const coming = entered.get(name) ?? enter(browser, name);
  entered.set(name, coming);
  return visit(browser, { ...options, storageState: await coming });
}

export type Newcomer = { page: Page; email: string; name: string; id: string };

export const CLERMONT = "63113";
/** Another section of the same federation: newcomers of the story’s own fill the page of those to welcome, twenty long. */
export const RIOM = "63300";
/** Far from the demo's story: its section's newcomers are looked after on a page, which a crowd would fill. */
const AURILLAC = "15014";

/** A member for one test alone, straight from the database: joining itself is told elsewhere. */
export async function newcomer(
  browser: Browser,
  {
    name = named("Lucie"),
    claim = "sympathiser",
    commune = AURILLAC,
  }: Partial<Record<"name" | "claim" | "commune", string>> = {},
  options: BrowserContextOptions = {},
): Promise<Newcomer> {
  const [id, session, email] = [newId(), newId(), freshEmail()];
  await query(
    `with joined as (
       insert into member (id, email, name, claim, commune_code, section_id, joined_at)
       select $1, $2, $3, $4::member_claim, code, section_id, now() from commune where code = $6 returning id),
     agreed as (
       insert into consent (id, member_id, kind, text_version, given_at)
       select $5, id, 'political_data', 'test', now() from joined)
     insert into session (id, member_id, user_agent, created_at, last_seen_at, expires_at)
     select $5, id, 'e2e', now(), now(), now() + interval '1 day' from joined`,
    [id, email, name, claim, session, commune],
  );
  const value = await encode({ token: { sid: session }, secret: TEST_ENV.AUTH_SECRET ?? "" });
  const page = await visit(browser, options);
  await page.context().addCookies([{ name: "coopol-session", value, url: process.env.E2E_ORIGIN ?? "" }]);
  return { page, email, name, id };
}

/** The form of somebody who joins, but for where she lives. */
export async function fillSignUp(page: Page, { name, email, claim = "Sympathisant" }: Record<string, string>) {
  await page.getByLabel("Ton prénom et ton nom").fill(name ?? "");
  await page.getByLabel("Ton adresse e-mail").fill(email ?? "");
  await page.getByRole("radio", { name: new RegExp(claim) }).check();
  await page.getByLabel("Ton année de naissance").fill("1988");
  await page.getByRole("checkbox").check();
}

/** Asks for a code and joins with it. */
export async function confirmSignUp(page: Page, email: string): Promise<void> {
  await page.getByRole("button", { name: "Recevoir mon code" }).click();
  await expect(page).toHaveURL(/\/inscription\/code$/);
  await page.getByLabel("Le code à 6 chiffres").fill(await readCode(email));
  await page.getByRole("button", { name: "Rejoindre La Coopol" }).click();
  await expect(page).toHaveURL(/\/accueil$/);
}

/** Makes her link to invite by, and answers it. */
export async function makeInvitationLink(page: Page): Promise<string> {
  await page.goto("/coopains/inviter");
  await page.getByRole("button", { name: "Créer mon lien" }).click();
  return page.getByLabel("À envoyer à qui tu veux").inputValue();
}

/** Somebody who signs up in Clermont-Ferrand, in this window: all that a person does. */
export async function joinClermont(page: Page, name: string, claim: "Adhérent" | "Sympathisant") {
  const email = freshEmail();
  await page.goto("/inscription");
  await fillSignUp(page, { name, email, claim });
  await page.getByRole("combobox", { name: /Ta commune/ }).pressSequentially("clermont fer");
  await page.getByRole("option", { name: /Clermont-Ferrand/ }).click();
  await confirmSignUp(page, email);
  return { page, email, name };
}

/** Asks for a code to sign in with; it is then to be written. */
export async function signInByCode(page: Page, email: string): Promise<void> {
  await page.goto("/connexion");
  await page.getByRole("region", { name: "Avec un code" }).getByLabel("Ton adresse e-mail").fill(email);
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(page).toHaveURL(/\/connexion\/code$/);
}

/** Fills the form for those who have a password, and sends it. */
export async function signInWithPassword(page: Page, email: string, password = PASSWORD): Promise<Locator> {
  await page.goto("/connexion");
  const form = page.getByRole("region", { name: "Avec un mot de passe" });
  await form.getByLabel("Ton adresse e-mail").fill(email);
  await form.getByLabel("Ton mot de passe").fill(password);
  await form.getByRole("button", { name: "Me connecter" }).click();
  return form;
}

/** What her application would show, from the key on the screen. */
export async function shownDigits(page: Page): Promise<string> {
  const key = (await page.getByText(/^(?:[A-Z2-7]{4}\s*){8}$/).textContent()) ?? "";
  return TOTP.generate({ secret: Secret.fromBase32(key.replace(/\s/g, "")) });
}

/** Where a debate of the demo is, by words of its question. */
export async function debateAt(words: string): Promise<string> {
  const [debate] = await query<{ id: string; slug: string }>("select id, slug from debate where question like $1", [
    `%${words}%`,
  ]);
  return `/debats/${debate?.id}-${debate?.slug}`;
}

/** The page has joined its room: only then does it offer to suspend it. */
export const isLive = (page: Page) => expect(page.getByRole("button", { name: "Suspendre le direct" })).toBeVisible();
