//! People at devices, and the operator's commands.

import { execFileSync } from "node:child_process";
import path from "node:path";

import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";

export const PASSWORD = "a garden in May";
const root = path.resolve(import.meta.dirname, "../../..");

/** One of the operator's commands, on the server under test. */
export function operate(...words: string[]): string {
  const program = path.join(root, "target/debug/what-matters");
  return execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();
}

export const main = (page: Page) => page.getByRole("main");
export const heading = (page: Page) => page.getByRole("heading", { level: 1 });
export const tab = (page: Page, name: string) =>
  page.getByRole("navigation").getByRole("button", { name: new RegExp(`^${name}`) });

/** Words alone are the whole name: "Save" is not "Saved on this device". */
export const press = (page: Page, name: string | RegExp) =>
  main(page).getByRole("button", { name, exact: typeof name === "string" }).first().click();

/** The diary: it has no tab of its own. */
export async function diary(page: Page): Promise<void> {
  await tab(page, "More").click();
  await press(page, /^Diary/);
}

export async function device(browser: Browser): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("/");
  await expect(heading(page)).toBeVisible();
  return [context, page];
}

/** Alone on this device, with nothing written. */
export async function alone(page: Page): Promise<void> {
  await page.goto("/");
  await press(page, "Use it on this device");
  await expect(tab(page, "Today")).toBeVisible();
}

export async function createAccount(page: Page, name: string, username: string): Promise<void> {
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("textbox", { name: "Username" }).fill(username);
  await page.getByLabel("Choose a password", { exact: true }).fill(PASSWORD);
  await press(page, "Create an account");
}

export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByRole("textbox", { name: "The code of your invitation" }).fill(code);
  await press(page, "Continue");
  await expect(heading(page)).toContainText("Invitation");
}

export async function codeOn(page: Page): Promise<string> {
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;
  await expect(main(page)).toContainText(code);
  return code.exec(await main(page).innerText())?.[0] ?? "";
}

/** Kills the core's worker, whichever tab has it, and waits for the next one. */
export async function killWorker(page: Page): Promise<void> {
  const [worker] = page.workers();
  const again = page.waitForEvent("worker");
  await worker?.evaluate(() => self.close()).catch(() => undefined);
  await again;
}
