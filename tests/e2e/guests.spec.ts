import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { findMail } from "./mail.ts";
import { freshEmail } from "./steps.ts";

/** A public event of the demo that is to come and has room. */
async function publicEvent(): Promise<{ path: string; title: string }> {
  const [event] = await query<{ id: string; slug: string; title: string }>(`
    select e.id, e.slug, e.title from event e where e.stage = 'published' and e.audience = 'everyone' and not e.adherents_only
      and e.starts_at > now() + interval '36 hours' and exists (select 1 from shift h where h.event_id = e.id
        and h.removed_at is null and coalesce(h.maximum, h.taken + 9) > h.taken + 2) order by e.starts_at, e.id limit 1`);
  return { path: `/evenements/${event?.id}-${event?.slug}`, title: event?.title ?? "" };
}

/** The newest link to a guest's page in the mails to an address that say this. */
async function guestLink(email: string, words: RegExp): Promise<string> {
  const { text } = await findMail(email, (mail) => words.test(`${mail.subject}\n${mail.text}`), String(words));
  return /\/evenements\/invite\/[0-9a-z]{38}/.exec(text)?.[0] ?? "";
}

const isAccessible = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual(
    [],
  );

for (const javaScriptEnabled of [true, false])
  test(`somebody without an account comes, changes and cancels, on a phone, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled });
    const page = await context.newPage();
    const email = freshEmail();
    const event = await publicEvent();
    await page.goto(event.path);
    await page.getByText("Je n’ai pas de compte").click();
    const shift = page.getByRole("radio").first();
    if (await shift.isVisible()) await shift.check();
    await page.getByLabel("Ton prénom et ton nom").fill("Vera Visiteuse");
    await page.getByLabel("Ton adresse e-mail").fill(email);
    await page.getByLabel(/J’accepte que/).check();
    if (javaScriptEnabled) await isAccessible(page);
    await page.getByRole("button", { name: "Recevoir le lien de confirmation" }).click();
    await expect(page.getByText("Regarde ton courrier")).toBeVisible();

    const first = await guestLink(email, /Confirme/);
    await page.goto(first);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(event.title);
    if (javaScriptEnabled) await isAccessible(page);
    await page.getByRole("button", { name: "Confirmer ma venue" }).click();
    await expect(page.getByText("Tu es inscrit·e")).toBeVisible();
    await page.goto(first);
    await expect(page.getByRole("heading", { name: "Ce lien a déjà servi" })).toBeVisible();

    await page.goto(await guestLink(email, /est confirmée/));
    if (javaScriptEnabled) await isAccessible(page);
    await page.getByLabel("Je viens avec quelqu’un").check();
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText(/Tu es inscrit·e, pour deux personnes/)).toBeVisible();
    await page.getByRole("button", { name: "Annuler et effacer mes données" }).click();
    await expect(page.getByRole("heading", { name: "C’est annulé" })).toBeVisible();
    await context.close();
  });
