//! Everything that is entered in the browser is in the copy that the person keeps, on
//! the page that the browser prints, and in the page that is saved as a file.

import { readFileSync } from "node:fs";

import { expect, type Page, test } from "@playwright/test";

import { archive, handedOver } from "./support/files";
import { fill, keep, Marks, plain, type Ways } from "./support/marks";
import { alone, heading, main, press, tab } from "./support/people";

test.setTimeout(240_000);

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
    expect(marks.missing(words), way).toEqual([]);
    expect(words, way).toMatch(/Correctwhenprinted|Printedfromtherecord/);
  }
}

/** The copy that the person keeps has all of this. */
async function isInTheCopy(page: Page, ...all: Marks[]): Promise<void> {
  await more(page, /^Your data on this device/);
  const copy = await handedOver(page, "Save a copy");
  const html = plain(archive(copy.path).get("record.html") ?? "");
  for (const marks of all) expect(marks.missing(html)).toEqual([]);
}

test("all that a plan can hold is in the copy, in print and in the saved page", async ({ page }) => {
  await alone(page);
  const marks = new Marks();
  const toPlan = () => tab(page, "Plan").click();
  for (const add of ["Add a strength", "Add a need or concern"]) {
    await toPlan();
    await press(page, add);
    await keep(page, marks);
  }
  await toPlan();
  await press(page, "Add a goal or hope");
  await keep(page, marks, { choose: { "Which need": /pond/, "How far": "Under way" } });
  await press(page, "Add a step");
  await keep(page, marks, { choose: { "How far": "Paused" } });
  await main(page).getByRole("button", { name: /^What/ }).first().click();
  await press(page, "Write how it went");
  await keep(page, marks, { past: true });

  const around: [string, string, Ways][] = [
    ["Who takes part", "Add somebody who takes part", {}],
    ["Conversations about what matters", "Add a conversation", { past: true }],
    ["Key worker", "Add a key worker", {}],
    ["How care is paid for", "Add how care is paid for", {}],
    ["Other plans", "Add another plan", {}],
    ["Agreements", "Write down an agreement", { past: true }],
    // No review lies before its plan.
    ["Reviews", "Add a review", { days: { "When it was held": 0 } }],
  ];
  for (const [many, add, ways] of around) {
    await toPlan();
    await press(page, `Add: ${many}`);
    await press(page, add);
    await keep(page, marks, ways);
  }
  await toPlan();
  await press(page, "Open: Reviews");
  await main(page).locator(".card").getByRole("button").first().click();
  await press(page, "What you want to talk about");
  await keep(page, marks, { past: true });
  expect(marks.count).toBeGreaterThan(40);
  await toPlan();
  await press(page, "A page to print");
  await isOnPaper(page, marks);
  await isInTheCopy(page, marks);
});

test("About me and what somebody needs are in the copy, in print and in the saved page", async ({ page }) => {
  await alone(page);
  const marks = new Marks();
  await more(page, /^About me/);
  const questions = [
    "What is most important to me",
    "People who are important to me",
    "How I communicate",
    "My wellness",
    "Please do",
    "Please do not",
    "How and when to support me",
    "Also worth knowing about me",
    "Who helped",
  ];
  for (const question of questions) {
    await press(page, question === "Please do" ? question : new RegExp(`^${question}`));
    await keep(page, marks, { past: true });
    await expect(heading(page)).toHaveText("About me");
  }
  await press(page, "What I need");
  await keep(page, marks);
  expect(marks.count).toBeGreaterThan(20);
  await tab(page, "Today").click();
  await press(page, "Show “About me” to whoever helps");
  await isOnPaper(page, marks);
  await isInTheCopy(page, marks);
});

test("all that a decision can hold is in the copy, in print and in the saved page", async ({ page }) => {
  await alone(page);
  const marks = new Marks();
  await more(page, /^Decisions/);
  await press(page, "Begin a decision");
  await keep(page, marks);
  await press(page, "Add an option");
  await keep(page, marks);
  for (const add of ["Add a benefit", "Add a risk"]) {
    await press(page, add);
    await keep(page, marks);
  }
  await press(page, "Back");
  await press(page, "Add: going on as now");
  await keep(page, marks);
  await press(page, "Back");
  await press(page, "Add: What matters to me");
  await keep(page, marks);
  const said = [
    "Questions to ask",
    "People involved",
    "What I want to talk about",
    "Given to read before",
    "Decision aid used",
    "Talks about it",
    "Recording of a talk",
    "What I or a carer will do",
    "What the team will do",
  ];
  for (const what of said) {
    await press(page, what);
    await keep(page, marks, { past: /Talks|Recording/.test(what), implied: ["Yes, everybody who was there"] });
  }
  await press(page, "Say how sure you are");
  await keep(page, marks, { choose: { "Do you know what matters": "Yes" } });
  await press(page, "Write down the decision");
  await keep(page, marks, { choose: { "What was decided": /pond/ } });
  expect(marks.count).toBeGreaterThan(30);
  await press(page, "A page to print");
  await isOnPaper(page, marks);
  await isInTheCopy(page, marks);
});

test("plans for when something happens, and wishes for later, are in the copy, in print and in the saved page", async ({ page }) => {
  await alone(page);
  const [plan, later] = [new Marks(), new Marks()];
  await more(page, /^If something happens/);
  await press(page, "Add a plan");
  await keep(page, plan);
  for (const part of ["Do this", "Call", "Agreed"]) {
    await press(page, part);
    await keep(page, plan, { past: part === "Agreed" });
  }
  expect(plan.count).toBeGreaterThan(12);
  await press(page, "A page to print");
  await isOnPaper(page, plan);
  await more(page, /^If something happens/);
  await press(page, "Wishes for later, and where papers are");
  await press(page, "Open it");
  await press(page, "What I would like");
  await keep(page, later);
  await press(page, "Write down where a paper is");
  await keep(page, later, { past: true });
  expect(later.count).toBeGreaterThan(10);
  await press(page, "A page to print");
  await isOnPaper(page, later);
  await isInTheCopy(page, plan, later);
});

test("a referral, its providers and the one chosen are in the copy", async ({ page }) => {
  await alone(page);
  const marks = new Marks();
  await more(page, /^Choice and rights/);
  await press(page, "Write down a referral");
  await fill(page, marks, { past: true });
  await press(page, "Save");
  await press(page, "Add a provider");
  await keep(page, marks);
  expect(marks.count).toBeGreaterThan(8);
  await isInTheCopy(page, marks);
});
