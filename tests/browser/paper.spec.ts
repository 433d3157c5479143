//! A page as a PDF from the server: its words are in it, tagged, in large print and in
//! Easy Read; without the server the page says what to do instead. Large print by the
//! browser.

import { execFileSync } from "node:child_process";

import { expect, type Page, test } from "@playwright/test";

import { handedOver } from "./support/files";
import { createAccount, heading, main, press, tab } from "./support/people";

/** 18 pt in CSS pixels. */
const LARGE = 24;

/** What poppler says of a PDF. */
function read(path: string): { words: string; info: string } {
  const words = execFileSync("pdftotext", [path, "-"], { encoding: "utf8" });
  const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
  return { words: words.replace(/\s+/g, " "), info };
}

/** The sizes of the letters of a PDF, in points. */
function sizes(path: string): number[] {
  const xml = execFileSync("pdftohtml", ["-xml", "-i", "-stdout", path], { encoding: "utf8" });
  // Poppler draws a page half as large again as it is.
  return [...xml.matchAll(/<fontspec [^>]*size="(\d+)"/g)].map((found) => Number(found[1]) / 1.5);
}

/** Somebody with an account, who has a plan with a goal, on its page to print. */
async function plan(page: Page, name: string): Promise<void> {
  await page.goto("/");
  await press(page, "Create an account");
  await createAccount(page, name, `${name.toLowerCase()}-${Date.now()}`);
  await expect(tab(page, "Today")).toBeVisible();
  await tab(page, "Plan").click();
  await press(page, "Add a goal or hope");
  await page.getByRole("textbox").first().fill("Back to the allotment #by *May*");
  await press(page, "Save");
  await tab(page, "Plan").click();
  await press(page, "A page to print");
}

test("a plan is saved as a PDF with its words, tagged, and in large print", async ({ page }) => {
  await plan(page, "Paula");
  const normal = await handedOver(page, "Save as a PDF");
  expect(normal.name).toMatch(/^plan-\d{4}-\d\d-\d\d\.pdf$/);
  await expect(main(page)).toContainText("The page is saved as a file");
  const { words, info } = read(normal.path);
  expect(words).toContain("Back to the allotment #by *May*");
  expect(words).toContain("Correct when printed");
  expect(words).toContain("Page 1 of");
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).toMatch(/Title:\s+.*Paula/);
  expect(Math.min(...sizes(normal.path))).toBeGreaterThanOrEqual(11.5);

  await press(page, "Large print");
  await expect(main(page)).toContainText("Large print is on");
  const large = await handedOver(page, "Save as a PDF");
  expect(read(large.path).words).toContain("Back to the allotment #by *May*");
  expect(Math.min(...sizes(large.path))).toBeGreaterThanOrEqual(17.5);
  // What the browser prints as well.
  await page.emulateMedia({ media: "print" });
  const small = await main(page).evaluate((element, least) => {
    const found: string[] = [];
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const around = node.parentElement;
      const words = node.textContent?.trim() ?? "";
      if (!around || words === "" || around.closest(".hidden, .nhsuk-u-visually-hidden")) continue;
      const size = parseFloat(getComputedStyle(around).fontSize);
      if (around.getClientRects().length > 0 && size < least) found.push(`${size}: ${words}`);
    }
    return found;
  }, LARGE - 0.1);
  expect(small).toEqual([]);
  await page.emulateMedia({ media: "screen" });
  await press(page, "Normal print");
  await expect(main(page)).not.toContainText("Large print is on");
});

test("in Easy Read it is in easy words, large enough, with its pictures", async ({ page }) => {
  await plan(page, "Eddie");
  const standard = await handedOver(page, "Save as a PDF");
  await page.getByRole("button", { name: "Easy Read", exact: true }).click();
  await expect(heading(page)).toBeVisible();
  const easy = await handedOver(page, "Save this page for a printer");
  expect(read(easy.path).words).toContain("Back to the allotment");
  expect(read(easy.path).words).not.toEqual(read(standard.path).words);
  expect(Math.min(...sizes(easy.path))).toBeGreaterThanOrEqual(15.5);
});

test("without the server the page says what works instead, and works", async ({ page }) => {
  await plan(page, "Olga");
  await page.context().setOffline(true);
  await press(page, "Save as a PDF");
  await expect(main(page)).toContainText("The PDF was not made: there is no connection to the server.");
  await expect(main(page)).toContainText("Both work without the server.");
  await expect(main(page)).toContainText("Back to the allotment");
  expect((await handedOver(page, "Save this page as a file")).name).toMatch(/\.html$/);
  await page.context().setOffline(false);
  expect((await handedOver(page, "Save as a PDF")).name).toMatch(/\.pdf$/);
});
