import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { countMails, readMail } from "./mail.ts";
import { CLERMONT, freshEmail, joinClermont, makeInvitationLink, named, newcomer, visit } from "./steps.ts";

// Members bring people: a link that anybody may carry, one message to an address, and the way to say never again.

test("an invitation link brings somebody who joins by it, and her inviter reads that she came", async ({ browser }) => {
  const [inviter, guest] = [named("Odette"), named("Nawel")];
  const { page: odette } = await newcomer(browser, { name: inviter, commune: CLERMONT }); // her guest lives there too
  const link = await makeInvitationLink(odette);

  const page = await visit(browser);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Odette t’invite");
  await expect(page.getByRole("main")).not.toContainText(inviter); // the bearer of a link reads a first name
  await page.getByRole("button", { name: "Rejoindre Odette" }).click();
  await expect(page).toHaveURL(/\/inscription$/);
  await joinClermont(page, guest, "Sympathisant");

  await odette.reload();
  await expect(odette.getByRole("region", { name: "Qui est ici grâce à moi" })).toContainText(guest);
  await odette.goto(link);
  await expect(odette.getByRole("heading", { level: 1 })).toHaveText("C’est ton invitation");
});

test("an address is written to once, and whoever reads there may ask never to be invited again", async ({
  browser,
}) => {
  const { page } = await newcomer(browser, { name: named("Odette") });
  const { page: another } = await newcomer(browser, { name: named("Colette") });
  const [guest, last] = [freshEmail(), freshEmail()];
  const invite = async (by: Page, email: string) => {
    await by.goto("/coopains/inviter");
    await by.getByLabel("Son adresse e-mail").fill(email);
    await by.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await expect(by.getByText("C’est noté.")).toBeVisible();
  };
  await invite(page, guest);
  const mail = await readMail(guest, /\/opposition/);
  const opposition = /http\S+\/opposition/.exec(mail)?.[0] ?? "";
  const visitor = await visit(browser, { javaScriptEnabled: false });
  await visitor.goto(opposition);
  await visitor.getByRole("button", { name: "Ne plus recevoir d’invitation" }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: "C’est noté" })).toBeVisible();
  await visitor.goto(opposition.replace("/opposition", ""));
  await expect(visitor.getByRole("button", { name: /^Rejoindre/ })).toHaveCount(0);

  // Her answer is the same; what she asked for goes nowhere. Invitations leave one after the other.
  await invite(another, guest);
  await invite(another, last);
  await readMail(last, /\/opposition/);
  expect(await countMails(guest)).toBe(1);
});
