//! About me for somebody else: what the person needs first, with one press, with no
//! network, and on one sheet of paper however much is written.

import { expect, type Page, test } from "@playwright/test";

import { alone, heading, main, press, tab } from "./support/people";

test.setTimeout(120_000);

const QUESTIONS = [
  "What is most important to me",
  "People who are important to me",
  "How I communicate, and how to communicate with me",
  "My wellness, from a good day to a bad day",
  "Please do",
  "Please do not",
  "How and when to support me",
  "Also worth knowing about me",
  "Who helped me to write this",
];

async function write(page: Page, words: string): Promise<void> {
  for (const question of QUESTIONS) {
    await press(page, question);
    await page.getByRole("textbox", { name: question }).fill(words);
    await press(page, "Save");
    await expect(heading(page)).toHaveText("About me");
  }
}

/** How many pages of A4 the page on show comes to. */
async function pages(page: Page): Promise<number> {
  await page.emulateMedia({ media: "print" });
  const pdf = await page.pdf({ format: "A4" });
  await page.emulateMedia({ media: "screen" });
  return pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}

test("About me opens with one press and prints on one side", async ({ page, context }) => {
  await alone(page);
  await tab(page, "More").click();
  await press(page, /^About me/);
  await press(page, "What I need");
  for (const name of ["in large print", "with a hearing loop", "a longer appointment"]) {
    await page.getByRole("checkbox", { name }).check();
  }
  await press(page, "Save");
  await write(page, "My garden, my sister Ada, and quiet mornings with the radio on. ".repeat(4).trim());
  await context.setOffline(true);
  await tab(page, "Today").click();
  await press(page, "Show “About me” to whoever helps");
  await expect(heading(page)).toHaveText("About me");
  await expect(main(page)).toContainText("Correct when printed");
  expect(await pages(page)).toBe(1);
  const picture = process.env["PICTURES"];
  if (picture) await page.screenshot({ path: `${picture}/about-me-sheet.png`, fullPage: true });
  await context.setOffline(false);
});

test("as much as can be written prints on both sides of one sheet", async ({ page }) => {
  await alone(page);
  await tab(page, "More").click();
  await press(page, /^About me/);
  await write(page, "My garden, my sister Ada, and quiet mornings with the radio on. ".repeat(13).slice(0, 800));
  await expect(main(page)).toContainText("more than one side of paper");
  await press(page, "A page to show or print");
  await expect(main(page)).toContainText("Correct when printed");
  expect(await pages(page)).toBe(2);
});
