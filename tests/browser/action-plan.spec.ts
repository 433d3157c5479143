//! An action plan as people use it: filled in with a nurse's numbers, and read when
//! a reading is red, with no network. Once with a finger, once with the keyboard.

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

import { alone, heading, main, press, tab } from "./support/people";

test.setTimeout(120_000);

async function noBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(" ")}`)).toEqual([]);
}

async function follow(page: Page, name: string): Promise<void> {
  await tab(page, "Track").click();
  await press(page, "Choose what to follow");
  await page.getByRole("checkbox", { name }).check();
  await press(page, "Follow these");
  await expect(heading(page)).toHaveText("Track");
}

async function log(page: Page, tracker: string, value: string): Promise<void> {
  await tab(page, "Today").click();
  await press(page, tracker);
  await page.getByRole("textbox", { name: "Reading" }).fill(value);
  await press(page, "Save");
}

async function nurse(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "A nurse, doctor or somebody else" }).check();
  await page.getByRole("textbox", { name: /Their name/ }).fill("Sam Okoro, nurse");
}

test("a plan is filled in, and red shows its words and calls first, with no network", async ({ page, context }) => {
  await alone(page);
  await follow(page, "Peak flow");
  await tab(page, "More").click();
  await press(page, /^Action plans/);
  await press(page, "Add a plan");
  await page.getByRole("radio", { name: "Asthma plan" }).check();
  await nurse(page);
  await press(page, "Save");
  await expect(heading(page)).toHaveText("Asthma plan");
  await expect(main(page)).toContainText("No numbers are set");

  await press(page, "Change Red");
  await page.getByRole("textbox", { name: /What is to be done/ }).fill("Blue inhaler as on my card");
  await page.getByRole("textbox", { name: /Whom to call/ }).fill("Ada");
  await page.getByRole("textbox", { name: /phone number/ }).fill("01632 960002");
  await press(page, "Save");

  // What contradicts itself is said where it stands.
  await press(page, "Set numbers");
  await press(page, "Peak flow, per cent of personal best");
  await page.getByRole("textbox", { name: "Personal best" }).fill("0");
  await page.getByRole("textbox", { name: /Red: below/ }).fill("80");
  await page.getByRole("textbox", { name: /Amber: below/ }).fill("60");
  await nurse(page);
  await press(page, "Save");
  await expect(main(page)).toContainText("A personal best is a number above 0");
  await expect(main(page)).toContainText("nothing would be left for amber");
  await noBarriers(page);
  await page.getByRole("textbox", { name: "Personal best" }).fill("450");
  await page.getByRole("textbox", { name: /Red: below/ }).fill("60");
  await page.getByRole("textbox", { name: /Amber: below/ }).fill("80");
  await press(page, "Save");
  await expect(main(page)).toContainText("Red below 60%. Amber below 80%.");
  await noBarriers(page);

  await log(page, "Peak flow", "400");
  await expect(main(page)).toContainText("Green in Asthma plan");
  await context.setOffline(true);
  await log(page, "Peak flow", "250");
  await expect(heading(page)).toHaveText("Peak flow 250 L/min: red");
  // The first thing that can be pressed on the page, after the way back, is one's own contact.
  const calls = main(page).getByRole("link").filter({ hasText: /Call|Text/ });
  await expect(calls.first()).toHaveText(/Call Ada/);
  await expect(calls.first()).toHaveAttribute("href", "tel:01632960002");
  await expect(main(page).getByRole("link", { name: "Call 999" })).toHaveAttribute("href", "tel:999");
  await expect(main(page)).toContainText("Blue inhaler as on my card");
  await noBarriers(page);
  const picture = process.env["PICTURES"];
  if (picture) await page.screenshot({ path: `${picture}/plan-red.png`, fullPage: true });

  // It stays on Today, and the chart has the parts.
  await tab(page, "Today").click();
  await press(page, /Peak flow 250 L\/min/);
  await expect(main(page)).toContainText("55% of the personal best of 450 L/min");
  await tab(page, "Track").click();
  await press(page, /^Peak flow/);
  await expect(main(page)).toContainText("In Asthma plan: Red below 60%");
  if (picture) await page.screenshot({ path: `${picture}/plan-chart.png`, fullPage: true });
  await noBarriers(page);
  await context.setOffline(false);

  // On one sheet of A4.
  await tab(page, "More").click();
  await press(page, /^Action plans/);
  await press(page, /^Asthma plan/);
  await press(page, "A page to print");
  await page.emulateMedia({ media: "print" });
  await expect(main(page).getByText("Blue inhaler as on my card")).toBeVisible();
  await expect(page.getByRole("navigation")).toBeHidden();
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  await page.emulateMedia({ media: "screen" });
});

/** Goes on with Tab until the control of this name has the focus. */
async function to(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? element.labels?.[0]?.textContent
        : null;
      return (label ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
    });
    if (typeof name === "string" ? here === name : name.test(here)) return;
  }
  throw new Error(`the keyboard does not come to ${name}`);
}

test("a plan of words is made and used with the keyboard alone", async ({ page }) => {
  await page.goto("/");
  const enter = async (name: string | RegExp) => {
    await to(page, name);
    await page.keyboard.press("Enter");
  };
  await expect(heading(page)).toBeVisible();
  await enter("Use it on this device");
  await expect(tab(page, "Today")).toBeVisible();
  await enter(/^More/);
  await enter(/^Action plans/);
  await expect(heading(page)).toHaveText("Action plans");
  await enter("Add a plan");
  await to(page, /Asthma plan/);
  await page.keyboard.press("ArrowDown");
  await to(page, /I did/);
  await page.keyboard.press("Space");
  await enter("Save");
  await expect(heading(page)).toHaveText("COPD plan");
  await enter(/Change Red/);
  await to(page, /What is it like/);
  await page.keyboard.type("Very drowsy");
  await to(page, /What is to be done/);
  await page.keyboard.type("Ring Ada");
  await enter("Save");
  await enter("I have this now: Very drowsy");
  await expect(heading(page)).toHaveText("Very drowsy: red");
  await expect(main(page)).toContainText("Ring Ada");
  await to(page, "Call 999");
});
