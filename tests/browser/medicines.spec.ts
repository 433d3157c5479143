//! Medicines as people use them: added with their times, answered on Today, looked
//! up, and shown to somebody who has to know. Once with a finger, once with the
//! keyboard alone.

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

import { alone, heading, main, press, tab } from "./support/people";

test.setTimeout(120_000);

/** Some minutes ago today, as a time field takes it. */
const ago = (page: Page, minutes: number) =>
  page.evaluate((minutes) => {
    const midnight = new Date().setHours(0, 0, 0, 0);
    return new Date(Math.max(midnight, Date.now() - minutes * 60_000)).toTimeString().slice(0, 5);
  }, minutes);

async function noBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(" ")}`)).toEqual([]);
}

async function add(page: Page, name: string, time: string): Promise<void> {
  await tab(page, "More").click();
  await press(page, /^Medicines/);
  await press(page, "Add a medicine");
  await page.getByRole("searchbox", { name: "What is it called?" }).fill(name);
  await page.getByRole("textbox", { name: /as a number/ }).fill("1");
  await page.getByRole("radio", { name: "tablets or capsules" }).check();
  await press(page, "Save and set its times");
  await expect(heading(page)).toContainText("When do you take");
  await page.getByLabel("First time").fill(time);
  await press(page, "Save");
  await expect(heading(page)).toHaveText("Medicines");
}

test("a day with medicines", async ({ page }) => {
  await alone(page);
  const due = await ago(page, 5);
  await add(page, "Metformin", due);
  await add(page, "Ramipril", due);
  await add(page, "Aspirin", due);
  await noBarriers(page);

  // One is skipped with a reason, the others are taken with one press.
  await tab(page, "Today").click();
  await press(page, /^Aspirin/);
  await press(page, "Not taken");
  await page.getByRole("radio", { name: "There was none left" }).check();
  await press(page, "Save");
  await expect(main(page)).toContainText("Not taken");
  await press(page, /^Taken: all of this/);
  await expect(main(page)).toContainText("Metformin and Ramipril");
  await noBarriers(page);

  // What was said is amended, and its history stands.
  await press(page, "Metformin");
  await press(page, /Metformin: 1 tablet/);
  await press(page, "Correct");
  await page.getByRole("textbox", { name: /Anything else/ }).fill("With porridge");
  await press(page, "Save");
  await expect(main(page)).toContainText("How it came about");
  await expect(main(page)).toContainText("With porridge");

  // What is left is counted down, also after the page was loaded anew.
  await tab(page, "More").click();
  await press(page, /^Medicines/);
  await press(page, /^Ramipril/);
  await press(page, "What is left");
  await page.getByRole("textbox", { name: /How much is there now/ }).fill("28");
  await press(page, "Save");
  await press(page, "Write down a dose");
  await press(page, "Save");
  await expect(main(page)).toContainText("27 tablets left");
  await page.reload();
  await tab(page, "More").click();
  await press(page, /^Medicines/);
  await expect(main(page)).toContainText("27 tablets left");

  // Two who have to know: on paper, and as a file.
  await press(page, "Add an allergy or bad reaction");
  await page.getByRole("textbox", { name: "To what?" }).fill("Penicillin");
  await page.getByRole("radio", { name: "Allergy" }).check();
  await press(page, "Save");
  await press(page, "A page to show or print");
  await expect(main(page)).toContainText("Correct on");
  await page.emulateMedia({ media: "print" });
  await expect(main(page).getByText("Penicillin")).toBeVisible();
  await expect(main(page).getByText("Metformin")).toBeVisible();
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.getByRole("button", { name: "Save this page as a file" })).toBeHidden();
  const picture = process.env["PICTURES"];
  if (picture) await page.screenshot({ path: `${picture}/sheet-in-print.png`, fullPage: true });
  // On one sheet of A4.
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  await page.emulateMedia({ media: "screen" });
  const download = page.waitForEvent("download");
  await press(page, "Save this page as a file");
  expect((await download).suggestedFilename()).toMatch(/^medicines-\d{4}-\d\d-\d\d\.html$/);
  await expect(main(page)).toContainText("The page is saved as a file");
});

/** Goes on with Tab until the control of this name has the focus. */
async function to(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
      return (label ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
    });
    if (typeof name === "string" ? here === name : name.test(here)) return;
  }
  throw new Error(`the keyboard does not come to ${name}`);
}

test("a medicine is added and taken with the keyboard alone", async ({ page }) => {
  await page.goto("/");
  const enter = async (name: string | RegExp) => {
    await to(page, name);
    await page.keyboard.press("Enter");
  };
  await expect(heading(page)).toBeVisible();
  await enter("Use it on this device");
  await expect(tab(page, "Today")).toBeVisible();
  await enter(/^More/);
  await enter(/^Medicines/);
  await expect(heading(page)).toHaveText("Medicines");
  await enter("Add a medicine");
  await to(page, "What is it called?");
  await page.keyboard.type("metf");
  await enter("Metformin");
  await expect(page.getByRole("searchbox")).toHaveValue("Metformin");
  await enter("Save and set its times");
  await expect(heading(page)).toContainText("When do you take");
  await to(page, "First time");
  // The browser's own control asks for the twelve hours and the half of the day.
  const due = await ago(page, 5);
  const hour = Number(due.slice(0, 2));
  const twelve = String(((hour + 11) % 12) + 1).padStart(2, "0");
  await page.keyboard.type(`${twelve}${due.slice(3)}${hour < 12 ? "a" : "p"}`);
  await expect(page.getByLabel("First time")).toHaveValue(due);
  await enter("Save");
  await expect(heading(page)).toHaveText("Medicines");
  await enter(/^Today/);
  await enter(/^Metformin/);
  await expect(page.getByRole("button", { name: "Not taken" })).toBeVisible();
  await enter("Taken");
  await expect(page.locator('main[data-page="today"]')).toContainText("Taken");
});
