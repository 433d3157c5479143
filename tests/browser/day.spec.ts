//! The whole first day, as it is lived: offline on a phone or a desktop, a diary
//! brought in, a reading logged, a dead worker; then the network, a second
//! device, the care team, an answer, and who has looked.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";

import { expectNoBarriers, expectNoSideways } from "./support/axe";

test.setTimeout(240_000);

const PASSWORD = "a garden in May";
const root = path.resolve(import.meta.dirname, "../..");

/** One of the operator's commands, on the server under test. */
function operate(...words: string[]): string {
  const program = path.join(root, "target/debug/what-matters");
  return execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();
}

/** The diary to bring in: the real `data-01` where it is at hand, else one like it. */
function diary(): { name: string; mimeType: string; buffer: Buffer } {
  const real = path.join(root, "../shared/data/diaries/data-01");
  const made = Array.from({ length: 60 }, (_, n) => {
    const day = String((n % 28) + 1).padStart(2, "0");
    return `0${Math.floor(n / 28) + 4}-${day}-1991\t9:09\t58\t${100 + n}\n`;
  }).join("");
  const buffer = existsSync(real) ? readFileSync(real) : Buffer.from(made);
  return { name: "data-01", mimeType: "text/plain", buffer };
}

const main = (page: Page) => page.getByRole("main");
const tab = (page: Page, name: string) =>
  page.getByRole("navigation").getByRole("button", { name: new RegExp(`^${name}`) });
/** Words alone are the whole name: "Save" is not "Saved on this device". */
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" }).first().click();

/** The page is whole: no barriers, nothing to scroll sideways for. */
async function whole(page: Page): Promise<void> {
  await expectNoBarriers(page);
  await expectNoSideways(page);
}

async function device(browser: Browser): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return [context, page];
}

async function createAccount(page: Page, name: string, username: string): Promise<void> {
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("textbox", { name: "Username" }).fill(username);
  await page.getByLabel("Choose a password", { exact: true }).fill(PASSWORD);
  await whole(page);
  await press(page, "Create an account");
}

async function withCode(page: Page, code: string): Promise<void> {
  await page.getByRole("textbox", { name: "The code of your invitation" }).fill(code);
  await press(page, "Continue");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Invitation");
  await whole(page);
}

test("a whole day: alone and offline, then synced, then read and answered by the care team", async ({
  browser,
}, info) => {
  const mark = `${info.project.name}-${Date.now()}`;
  const team = `Riverside ${mark}`;
  operate("team", "--name", team);
  const staffCode = operate("invite-staff", "--team", team, "--name", "Amina Khan", "--job", "practice nurse");

  // A nurse joins, and invites a person.
  const [, nurse] = await device(browser);
  await whole(nurse);
  await press(nurse, "I have an invitation");
  await withCode(nurse, staffCode);
  await press(nurse, "Accept and create an account");
  await createAccount(nurse, "Amina Khan", `amina-${mark}`);
  await expect(nurse.getByRole("heading", { level: 1 })).toHaveText("Who needs you");
  await whole(nurse);
  await press(nurse, "Invite a person");
  await nurse.getByRole("textbox", { name: "Their name" }).fill("Sam Okafor");
  await whole(nurse);
  await press(nurse, "Make the invitation");
  await expect(main(nurse)).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await main(nurse).innerText())?.[0] ?? "";

  // A person, alone. After the first visit there is no network.
  const [place, sam] = await device(browser);
  await sam.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await sam.reload();
  await expect(sam.getByRole("heading", { level: 1 })).toHaveText("Welcome to What Matters");
  await place.setOffline(true);
  await press(sam, "Use it on this device");
  await expect(tab(sam, "Today")).toBeVisible();
  await whole(sam);

  // The diary of months.
  await tab(sam, "More").click();
  await press(sam, /^Bring in a diary/);
  await whole(sam);
  await sam.locator('input[type="file"]').setInputFiles(diary());
  await press(sam, "Look at the file");
  await expect(sam.getByRole("heading", { level: 1 })).toHaveText("Check before you bring it in");
  await whole(sam);
  await press(sam, /^Bring in \d/);
  await expect(sam.getByRole("heading", { level: 1 })).toHaveText("Diary brought in");
  await whole(sam);

  // A reading of today.
  await tab(sam, "Track").click();
  await whole(sam);
  await press(sam, /^Blood glucose/);
  await press(sam, "Add a reading");
  await sam.getByRole("textbox", { name: "Reading" }).fill("123");
  await whole(sam);
  await press(sam, "Save");
  await expect(main(sam)).toContainText("123");
  await whole(sam);

  // The worker is killed, the page reloaded: both are there.
  await sam.workers()[0]?.evaluate(() => self.close()).catch(() => undefined);
  await sam.reload();
  await tab(sam, "Track").click();
  await press(sam, /^Blood glucose/);
  await expect(main(sam)).toContainText("123");
  await press(sam, "Show older");
  await expect(main(sam)).toContainText("1991");

  // Online: joins the team, and everything goes.
  await place.setOffline(false);
  await tab(sam, "More").click();
  await whole(sam);
  await press(sam, /^I have an invitation/);
  await withCode(sam, code);
  await press(sam, "Accept and create an account");
  await createAccount(sam, "Sam Okafor", `sam-${mark}`);
  await expect(sam.getByText("Saved and sent")).toBeVisible({ timeout: 30_000 });

  // A message to the team.
  await tab(sam, "Messages").click();
  await sam.getByRole("textbox", { name: /^Write to/ }).fill("Can I move my review to next week?");
  await whole(sam);
  await press(sam, /^Send to/);
  await expect(main(sam)).toContainText("Can I move my review");
  await expect(main(sam)).toContainText("Sent", { timeout: 30_000 });

  // A second device sees the same chart.
  const [, laptop] = await device(browser);
  await press(laptop, /^Sign in/);
  await laptop.getByRole("textbox", { name: "Username" }).fill(`sam-${mark}`);
  await laptop.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await press(laptop, "Sign in");
  await tab(laptop, "Track").click();
  await press(laptop, /^Blood glucose/);
  await expect(main(laptop)).toContainText("123", { timeout: 30_000 });
  await tab(sam, "Track").click();
  await press(sam, /^Blood glucose/);
  const sentence = (page: Page) => main(page).getByText(/reading[s]? today|The latest is/).first().innerText();
  expect(await sentence(laptop)).toBe(await sentence(sam));

  // The nurse opens the record, reads, answers.
  await tab(nurse, "People").click();
  await expect(main(nurse)).toContainText("Sam Okafor", { timeout: 30_000 });
  await expect(main(nurse)).toContainText("Message not answered");
  await whole(nurse);
  await press(nurse, /Sam Okafor/);
  await nurse.getByRole("radio", { name: "To answer a message" }).check();
  await whole(nurse);
  await press(nurse, "Open the record");
  await expect(main(nurse)).toContainText("Latest readings", { timeout: 30_000 });
  await expect(main(nurse)).toContainText("123");
  await whole(nurse);
  await press(nurse, /^Messages/);
  await expect(main(nurse)).toContainText("Can I move my review");
  await nurse.getByRole("textbox", { name: /^Write to/ }).fill("Of course. Would Tuesday suit you?");
  await press(nurse, /^Send to/);
  await expect(main(nurse)).toContainText("Would Tuesday suit you");
  await whole(nurse);

  // The person sees the answer, and who has looked.
  await tab(sam, "Messages").click();
  await expect(main(sam)).toContainText("Would Tuesday suit you", { timeout: 90_000 });
  await expect(main(sam)).toContainText("Amina Khan");
  await whole(sam);
  await tab(sam, "More").click();
  await press(sam, /^Who can see what/);
  await expect(main(sam)).toContainText("Amina Khan", { timeout: 30_000 });
  await expect(main(sam)).toContainText("To answer a message");
  await whole(sam);
});
