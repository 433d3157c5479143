//! Everything that is entered in the browser is in the copy that the person keeps, on
//! the page that the browser prints, and in the page that is saved as a file.

import { readFileSync } from "node:fs";

import { expect, type Page, test } from "@playwright/test";

import { archive, handedOver } from "./support/files";
import { heading, main, press, tab } from "./support/people";

test.setTimeout(240_000);

/** Without what a line's end, a hyphen of its own or a place to break puts in. */
const plain = (text: string) => text.replace(/[\s\u200b\u00ad]+/g, "");

/** Marked words, each of its own. */
class Marks {
  readonly all: string[] = [];
  next(of: string): string {
    const mark = `${of} pond${this.all.length + 1}x`;
    this.all.push(mark);
    return mark;
  }
}

/** Fills in all that the form on show has for words. */
async function fill(page: Page, marks: Marks): Promise<void> {
  await expect(main(page).getByRole("textbox").first()).toBeVisible();
  for (const box of await main(page).getByRole("textbox").all()) {
    if (await box.getAttribute("inputmode")) continue;
    const label = await box.evaluate((element: HTMLInputElement) => element.labels?.[0]?.textContent ?? "");
    await box.fill(marks.next(label.split(/\W+/)[0] || "Word"));
  }
  await press(page, "Save");
}

async function more(page: Page, name: RegExp): Promise<void> {
  await tab(page, "More").click();
  await press(page, name);
}

/** The page on show, as it is printed and as it is saved, has all of this. */
async function isOnPaper(page: Page, marks: Marks): Promise<void> {
  await expect(main(page)).toContainText(/Correct when printed|Printed from the record/);
  await page.emulateMedia({ media: "print" });
  const printed = plain(await main(page).innerText());
  await page.emulateMedia({ media: "screen" });
  const saved = plain(readFileSync((await handedOver(page, "Save this page as a file")).path, "utf8"));
  for (const [way, words] of [["printed", printed], ["saved", saved]] as const) {
    expect(marks.all.filter((mark) => !words.includes(plain(mark))), way).toEqual([]);
    expect(words, way).toMatch(/Correctwhenprinted|Printedfromtherecord/);
  }
}

test("a plan, About me and a decision are in the copy, in print and in the saved page", async ({ page }) => {
  await page.goto("/");
  await press(page, "Use it on this device");
  await expect(tab(page, "Today")).toBeVisible();
  const [plan, about, decision] = [new Marks(), new Marks(), new Marks()];

  await more(page, /^About me/);
  for (const question of ["Please do", "Please do not", "Also worth knowing about me"]) {
    await press(page, question);
    await fill(page, about);
    await expect(heading(page)).toHaveText("About me");
  }

  const toPlan = () => more(page, /^Care and support plan/);
  for (const add of ["Add a strength", "Add a need or concern", "Add a goal or hope"]) {
    await toPlan();
    await press(page, add);
    await fill(page, plan);
  }
  await press(page, "Add a step");
  await fill(page, plan);

  await more(page, /^Decisions/);
  await press(page, "Begin a decision");
  await page.getByRole("textbox", { name: "What is to be decided?" }).fill(decision.next("Classes"));
  await press(page, "Save");
  await press(page, "Add an option");
  await page.getByRole("textbox", { name: "What is the option?" }).fill(decision.next("Going"));
  await press(page, "Save");
  await press(page, "Add a benefit");
  await page.getByRole("textbox", { name: "What is the benefit?" }).fill(decision.next("Fewer"));
  await press(page, "Save");
  await press(page, "Add a risk");
  await page.getByRole("textbox", { name: "What is the risk?" }).fill(decision.next("Tired"));
  await press(page, "Save");
  await press(page, "Back");
  await press(page, "Add: What matters to me");
  await page.getByRole("textbox", { name: /What matters to you/ }).fill(decision.next("Sleep"));
  await press(page, "Save");

  await press(page, "A page to print");
  await isOnPaper(page, decision);
  await toPlan();
  await press(page, "A page to print");
  await isOnPaper(page, plan);
  await tab(page, "Today").click();
  await press(page, "Show “About me” to whoever helps");
  await isOnPaper(page, about);

  await more(page, /^Your data on this device/);
  const copy = await handedOver(page, "Save a copy");
  const files = archive(copy.path);
  const html = plain(files.get("record.html") ?? "");
  const marks = [...plan.all, ...about.all, ...decision.all];
  expect(marks.length).toBeGreaterThan(12);
  expect(marks.filter((mark) => !html.includes(plain(mark)))).toEqual([]);
});
