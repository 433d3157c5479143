//! Every page of the app, as everybody comes to it: axe, the keyboard, 320
//! pixels and 400 % zoom, light and dark. The core says which pages there are
//! (`shared::nav::PAGES`); one that is not visited here fails the test.

import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, type Page, test } from "@playwright/test";

import { gate, tone } from "./support/media";
import { alone, codeOn, createAccount, device, diary, enterCode, operate, press, tab } from "./support/people";
import { Walk } from "./support/walk";

const generated = path.resolve(import.meta.dirname, "../../web/src/generated/pages.json");
const PAGES = JSON.parse(readFileSync(generated, "utf8")) as string[];

// All at once, because each person's pages need what the others have done.
test.setTimeout(1_200_000);

/** Rows that no reading goes with, besides a few that do. */
const TABLE = [
  "Date,Time,What,Value,Unit",
  ...Array.from({ length: 160 }, (_, n) => {
    const day = new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
    return `${day},08:00,weight,${80 + (n % 5)},kg`;
  }),
  ...Array.from({ length: 120 }, (_, n) => `not a day ${n},08:00,weight,80,kg`),
  "2026-03-02,09:00,glasses of water,6,",
].join("\n");

/** What Apple Health exports, of two readings. */
const HEALTH = `<?xml version="1.0" encoding="UTF-8"?>
<HealthData><ExportDate value="2026-11-20 08:00:00 +0000"/>
${["2025-11-02 07:00:00 +0000", "2025-11-03 07:10:00 +0000"]
  .map((at) => `<Record type="HKQuantityTypeIdentifierBodyMass" unit="kg" startDate="${at}" value="71.5"/>`)
  .join("\n")}
</HealthData>`;

/** Parts of a file are not read before this is called off. */
async function holdReading(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const read = Blob.prototype.arrayBuffer;
    const go = new Promise<void>((resolve) => {
      window.addEventListener("read-on", () => resolve(), { once: true });
    });
    Blob.prototype.arrayBuffer = async function (this: Blob) {
      if (!(this instanceof File)) await go;
      return read.call(this);
    };
  });
  return async () => {
    await page.evaluate(() => window.dispatchEvent(new Event("read-on")));
  };
}

const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

/** Shows the page at the place on show, changed so that what it is about is not there. */
async function gone(page: Page): Promise<void> {
  await page.evaluate(() => {
    const place = sessionStorage.getItem("what-matters-place") ?? "";
    sessionStorage.setItem("what-matters-place", place.replace(/"counter":\d+(?!.*"counter")/, '"counter":99999'));
  });
  await page.reload();
}

/** Goes to a place by its token, as a core that starts again does. */
async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((place) => sessionStorage.setItem("what-matters-place", place), place);
  await page.reload();
}

async function personAlone(page: Page, walk: Walk): Promise<void> {
  await page.goto("/");
  await walk.at(page, "welcome");
  await press(page, "Create an account");
  await walk.at(page, "welcome.create");
  await press(page, "Create an account");
  await walk.at(page, "welcome.create", "with errors");
  await press(page, "Back");
  await press(page, "Sign in");
  await press(page, "Sign in");
  await walk.at(page, "welcome.sign-in", "with errors");
  await press(page, "Back");
  await press(page, "I have an invitation");
  await press(page, "Continue");
  await walk.at(page, "welcome.invitation", "with errors");
  await press(page, "Back");
  await walk.at(page, "welcome");
  await press(page, "Use it on this device");
  await walk.at(page, "today", "empty");
  for (const name of ["Plan", "Track", "Messages", "More"]) {
    await tab(page, name).click();
    await walk.at(page, name.toLowerCase(), "empty");
  }

  // A tracker, a reading, and everything that can become of it.
  await tab(page, "Track").click();
  await press(page, "Choose what to follow");
  await walk.at(page, "track.choose");
  await press(page, "Make your own");
  await press(page, "Start to follow it");
  await walk.at(page, "track.own", "with errors");
  await press(page, "Back");
  for (const name of ["Blood glucose in mmol/L", "Pain", "Blood pressure"]) {
    await page.getByRole("checkbox", { name }).check();
  }
  await press(page, "Follow these");
  await press(page, /^Blood glucose/);
  await walk.at(page, "track.chart", "empty");
  await press(page, "Add a reading");
  await walk.at(page, "track.log");
  await press(page, "Save");
  await walk.at(page, "track.log", "with errors");
  await page.getByRole("textbox", { name: "Reading" }).fill("30");
  await press(page, "Save");
  await walk.at(page, "track.log", "asked once");
  await page.getByRole("textbox", { name: "Reading" }).fill("6.8");
  await press(page, "Save");
  await walk.at(page, "track.chart");
  await press(page, "By time of day and day of the week");
  await walk.at(page, "track.patterns");
  await tab(page, "Today").click();
  await walk.at(page, "today");
  await press(page, /Blood glucose.*6\.8/);
  await walk.at(page, "entry");
  await press(page, "Correct");
  await walk.at(page, "track.correct");
  await press(page, "Back");
  await press(page, "Cross it out");
  await walk.at(page, "entry.cross-out");
  await press(page, "Back");
  await walk.at(page, "entry");
  await gone(page);
  await walk.at(page, "gone");
  await tab(page, "Track").click();
  await press(page, "Write down a symptom");
  await walk.at(page, "track.symptom");
  await page.getByRole("textbox", { name: "In your own words" }).fill("Tired after the stairs");
  await press(page, "Save");
  await tab(page, "Track").click();
  await walk.at(page, "track");
  // Where there are many, a button leads there.
  await goTo(page, '{"record":0,"stack":[{"Track":"All"},{"Track":{"Symptoms":{"skip":0}}}]}');
  await walk.at(page, "track.symptoms");

  // The diary.
  await diary(page);
  await press(page, "Write a note");
  await press(page, "Save");
  await walk.at(page, "diary.write", "with errors");
  await page.getByRole("textbox", { name: /remember/ }).fill("Slept well, woke once. ".repeat(20));
  await press(page, "Save");
  await walk.at(page, "diary");
  await press(page, /Slept well/);
  await walk.at(page, "entry");
  await press(page, "Cross it out");
  await walk.at(page, "entry.cross-out");
  await press(page, "Back");
  await walk.at(page, "entry");
  await gone(page);
  await walk.at(page, "gone");

  // A reminder, due some minutes ago, and what became of it.
  await tab(page, "More").click();
  await press(page, /^Reminders/);
  await walk.at(page, "reminders", "empty");
  await press(page, "Make a reminder");
  await walk.at(page, "reminders.edit");
  await press(page, "Save");
  await walk.at(page, "reminders.edit", "with errors");
  await page.getByRole("radio", { name: "Something else" }).check();
  await page.getByRole("textbox", { name: /own words/ }).fill("Breathing exercises");
  const due = await page.evaluate(() => {
    const midnight = new Date().setHours(0, 0, 0, 0);
    return new Date(Math.max(midnight, Date.now() - 300_000)).toTimeString().slice(0, 5);
  });
  await page.getByLabel("At which time?").fill(due);
  await press(page, "Save");
  await walk.at(page, "reminders");
  await press(page, "Can I rely on these?");
  await walk.at(page, "outside.rely");
  await press(page, "Back");
  await press(page, /^Change/);
  await walk.at(page, "reminders.edit", "changing");
  await tab(page, "Today").click();
  await walk.at(page, "today", "with a reminder");
  await press(page, "Today is a bad day");
  await walk.at(page, "today", "on a bad day");
  await press(page, "Back to my usual day");
  await press(page, /Breathing exercises/);
  await walk.at(page, "reminders.one");
  await press(page, "Not this time");
  await press(page, "Save");
  await walk.at(page, "reminders.skip", "with errors");
  await press(page, "Back");
  await press(page, "Part of it, or something else");
  await walk.at(page, "reminders.write");
  await press(page, "Back");
  await press(page, "Done");
  await press(page, /Breathing exercises/);
  await walk.at(page, "reminders.one", "answered");
  // On a journey, a card on Today leads there.
  await goTo(page, '{"record":0,"stack":[{"Today":"Day"},{"Outside":"Travel"}]}');
  await walk.at(page, "outside.travel");

  // A medicine, due some minutes ago, and all that is kept of it.
  await tab(page, "More").click();
  await press(page, /^Medicines/);
  await walk.at(page, "medicines", "empty");
  await press(page, "Add a medicine");
  await press(page, "Save and set its times");
  await walk.at(page, "medicines.edit", "with errors");
  await page.getByRole("searchbox", { name: "What is it called?" }).fill("metf");
  await page.getByRole("button", { name: "Metformin" }).click();
  await walk.at(page, "medicines.edit");
  await page.getByRole("textbox", { name: /as a number/ }).fill("1");
  await page.getByRole("radio", { name: "tablets or capsules" }).check();
  await press(page, "Save and set its times");
  await page.getByRole("radio", { name: "No, it goes up or down over the days" }).check();
  await press(page, "Save");
  await walk.at(page, "medicines.times", "with errors");
  await page.getByRole("radio", { name: "Yes, always" }).check();
  await page.getByLabel("First time").fill(due);
  await walk.at(page, "medicines.times");
  await press(page, "Save");
  await press(page, "Add an allergy or bad reaction");
  await press(page, "Save");
  await walk.at(page, "medicines.allergy", "with errors");
  await page.getByRole("textbox", { name: "To what?" }).fill("Penicillin");
  await page.getByRole("radio", { name: "Allergy" }).check();
  await press(page, "Save");
  await walk.at(page, "medicines");
  await tab(page, "Today").click();
  await press(page, /Metformin/);
  await walk.at(page, "medicines.dose");
  await press(page, "Not taken");
  await press(page, "Save");
  await walk.at(page, "medicines.skip", "with errors");
  await press(page, "Back");
  await press(page, "Part of it, or at another time");
  await walk.at(page, "medicines.write");
  await press(page, "Save");
  await press(page, "Metformin");
  await walk.at(page, "medicines.dose", "answered");
  await press(page, "All about this medicine");
  await walk.at(page, "medicines.one");
  await press(page, "What is left");
  await page.getByRole("textbox", { name: /How much is there now/ }).fill("-1");
  await press(page, "Save");
  await walk.at(page, "medicines.stock", "with errors");
  await press(page, "Back");
  await press(page, "I no longer take it");
  await walk.at(page, "medicines.stop");
  await press(page, "Back");
  await walk.at(page, "medicines.one");
  const one = await page.evaluate(() => sessionStorage.getItem("what-matters-place") ?? "");
  await goTo(page, one.replace(/"One":(\{[^}]*\})/, '"Older":[$1,1]'));
  await walk.at(page, "medicines.older");
  await tab(page, "More").click();
  await press(page, /^Medicines/);
  await press(page, "A page to show or print");
  await walk.at(page, "medicines.sheet");

  // Questionnaires: one refused, one answered, with help before anything else.
  await tab(page, "More").click();
  await press(page, /^Questionnaires/);
  await walk.at(page, "questionnaires");
  await press(page, "Bring in a questionnaire");
  await walk.at(page, "questionnaires.bring-in");
  await page.locator('input[type="file"]').setInputFiles(file("cut.json", '{"resourceType":'));
  await press(page, "Save");
  await walk.at(page, "questionnaires.bring-in", "refused");
  await press(page, "Back");
  await press(page, /^Low mood/);
  await press(page, "Save");
  await walk.at(page, "questionnaires.fill", "with errors");
  for (const group of await page.getByRole("group").all()) {
    await group.getByRole("radio", { name: "Several days" }).check();
  }
  await expect(page.getByRole("main")).toContainText("116 123");
  await walk.at(page, "questionnaires.fill");
  await press(page, "Save");
  await walk.at(page, "questionnaires.answered");
  await press(page, "Over time");
  await walk.at(page, "questionnaires.over-time");

  // An action plan with its words and numbers, and a reading in red.
  await tab(page, "More").click();
  await press(page, /^Action plans/);
  await walk.at(page, "plans", "empty");
  await press(page, "Add a plan");
  await press(page, "Save");
  await walk.at(page, "plans.edit", "with errors");
  await page.getByRole("radio", { name: "Diabetes plan" }).check();
  await page.getByRole("radio", { name: "I did" }).check();
  await press(page, "Save");
  await press(page, "Change Red");
  await page.getByRole("textbox", { name: /What is it like/ }).fill("Very shaky");
  await page.getByRole("textbox", { name: /What is to be done/ }).fill("Jelly babies, and sit down. ".repeat(10));
  await page.getByRole("textbox", { name: /Whom to call/ }).fill("Ada");
  await page.getByRole("textbox", { name: /phone number/ }).fill("Ada");
  await press(page, "Save");
  await walk.at(page, "plans.part", "with errors");
  await page.getByRole("textbox", { name: /phone number/ }).fill("01632 960002");
  await press(page, "Save");
  await press(page, "Set numbers");
  await walk.at(page, "plans.choose");
  await press(page, "Blood glucose");
  await press(page, "Save");
  await walk.at(page, "plans.limits", "with errors");
  await page.getByRole("textbox", { name: /Red: below/ }).fill("4");
  await page.getByRole("textbox", { name: /Amber: this number or more/ }).fill("13");
  await page.getByRole("radio", { name: "I did" }).check();
  await press(page, "Save");
  await walk.at(page, "plans.one");
  await press(page, "A page to print");
  await walk.at(page, "plans.sheet");
  await tab(page, "Today").click();
  await press(page, "Blood glucose");
  await page.getByRole("textbox", { name: "Reading" }).fill("3.4");
  await press(page, "Save");
  await walk.at(page, "plans.now", "red");
  await tab(page, "Today").click();
  await walk.at(page, "today", "with a reading in red");
  await press(page, "Blood glucose");
  await page.getByRole("textbox", { name: "Reading" }).fill("14");
  await press(page, "Save");
  await walk.at(page, "plans.now", "amber");
  await tab(page, "More").click();
  await press(page, /^Action plans/);
  await walk.at(page, "plans");
  await tab(page, "Track").click();
  await press(page, /^Blood glucose/);
  await walk.at(page, "track.chart", "with the parts of a plan");
  await tab(page, "Track").click();
  await press(page, /^Blood pressure/);
  await press(page, "Blood pressure at home, step by step");
  await walk.at(page, "plans.home", "empty");
  await press(page, "Write down a reading");
  await page.getByRole("textbox", { name: "Upper number" }).fill("131");
  await page.getByRole("textbox", { name: "Lower number" }).fill("84");
  await press(page, "Save");
  await walk.at(page, "plans.home");

  // A decision: an option, what is missing of it, and what was decided.
  await tab(page, "More").click();
  await press(page, /^Decisions/);
  await walk.at(page, "decisions", "empty");
  await press(page, "Begin a decision");
  await press(page, "Save");
  await walk.at(page, "decisions.edit", "with errors");
  await page.getByRole("textbox", { name: "What is to be decided?" }).fill("Breathing classes, or not");
  await press(page, "Save");
  await walk.at(page, "decisions.one", "empty");
  await press(page, "Add an option");
  await press(page, "Save");
  await walk.at(page, "decisions.part", "with errors");
  await page.getByRole("textbox", { name: "What is the option?" }).fill("Breathing classes");
  await press(page, "Save");
  await walk.at(page, "decisions.option", "empty");
  await press(page, "Add a benefit");
  await page.getByRole("textbox", { name: "What is the benefit?" }).fill("No flare-up in a year");
  await page.getByRole("textbox", { name: /To how many/ }).fill("66");
  await page.getByRole("textbox", { name: /Of how many/ }).fill("100");
  await page.getByRole("textbox", { name: /Where is the number from/ }).fill("My team’s leaflet, 2026");
  await press(page, "Save");
  await walk.at(page, "decisions.option");
  await press(page, "Back");
  await press(page, "These are all the options");
  await walk.at(page, "decisions.one", "not complete");
  await press(page, "Add: What matters to me");
  await page.getByRole("textbox", { name: /What matters to you/ }).fill("Sleeping through the night");
  await press(page, "Save");
  await press(page, "Say how sure you are");
  await press(page, "Save");
  await walk.at(page, "decisions.sure", "with errors");
  await press(page, "Back");
  await press(page, "Recording of a talk");
  await page.getByRole("textbox", { name: "Who was there?" }).fill("Dr Reid and Ada");
  await page.getByRole("checkbox", { name: "Yes, everybody who was there" }).check();
  await press(page, "Save");
  await press(page, "Keep the recording on this device");
  await press(page, "Save");
  await walk.at(page, "decisions.record", "with errors");
  await page.getByRole("radio", { name: "Dr Reid and Ada" }).check();
  await page.locator("input[type=file]").setInputFiles(tone);
  await page.getByRole("textbox", { name: /The same in words/ }).fill("We talked about the classes");
  await press(page, "Save");
  await walk.at(page, "decisions.one", "with a recording");
  await press(page, "Delete for good");
  await walk.at(page, "decisions.delete");
  await press(page, "Delete for good");
  await press(page, "Write down the decision");
  await press(page, "Save");
  await walk.at(page, "decisions.decide", "with errors");
  await page.getByRole("radio", { name: "Breathing classes" }).check();
  await press(page, "Save");
  await walk.at(page, "decisions.one", "decided");
  await press(page, "See what happened since");
  await walk.at(page, "decisions.diary");
  await press(page, "Back");
  await press(page, "A page to print");
  await walk.at(page, "decisions.sheet");
  await tab(page, "More").click();
  await press(page, /^Decisions/);
  await walk.at(page, "decisions");

  // A referral, a provider, a right and a letter.
  await tab(page, "More").click();
  await press(page, /^Choice and rights/);
  await walk.at(page, "choice", "empty");
  await press(page, "Write down a referral");
  await press(page, "Save");
  await walk.at(page, "choice.edit", "with errors");
  await page.getByRole("radio", { name: "A first appointment with a consultant or their team" }).check();
  await page.getByRole("textbox", { name: "Service" }).fill("Lung clinic");
  for (const group of [/Day of the referral/, /Day on which the clock began/]) {
    for (const [part, value] of [["Day", "1"], ["Month", "6"], ["Year", "2026"]] as const) {
      await page.getByRole("group", { name: group }).getByLabel(part, { exact: true }).fill(value);
    }
  }
  await press(page, "Save");
  await walk.at(page, "choice.one");
  await press(page, "Add a provider");
  await press(page, "Save");
  await walk.at(page, "choice.part", "with errors");
  await page.getByRole("textbox", { name: "What is it called?" }).fill("Riverside Hospital");
  await press(page, "Save");
  await press(page, "Bring in a list of providers");
  await press(page, "Save");
  await walk.at(page, "choice.bring-in", "with errors");
  await press(page, "Back");
  await press(page, "Choose a provider");
  await press(page, "Save");
  await walk.at(page, "choice.choose", "with errors");
  await page.getByRole("radio", { name: "Riverside Hospital" }).check();
  await press(page, "Save");
  await walk.at(page, "choice.one", "chosen");
  await press(page, /^Where you go for your first appointment/);
  await walk.at(page, "choice.right");
  await press(page, "Write a letter");
  await press(page, "Make the letter");
  await walk.at(page, "choice.letter", "with errors");
  await page.getByRole("textbox", { name: "To whom?" }).fill("Patient advice service");
  await page.getByRole("textbox", { name: "Their address" }).fill("1 Quay Street");
  await page.getByRole("textbox", { name: "Your name" }).fill("Rosa Lind");
  await press(page, "Make the letter");
  await walk.at(page, "choice.written");
  await tab(page, "More").click();
  await press(page, /^Choice and rights/);
  await walk.at(page, "choice");

  // The care and support plan.
  const plan = () => tab(page, "Plan").click();
  await plan();
  await press(page, "Add a goal or hope");
  await press(page, "Save");
  await walk.at(page, "plan.edit", "with errors");
  await page.getByRole("textbox", { name: /^Goal or hope/ }).fill("Walk to the allotment and back without stopping");
  await press(page, "Save");
  await walk.at(page, "plan.one", "a goal");
  // What only the person sees, beside it.
  await press(page, "Keep this to yourself");
  await walk.at(page, "own.keep");
  await press(page, "Leave it as it is");
  await plan();
  await press(page, "Write something that only you see");
  await press(page, "Save");
  await walk.at(page, "own.write", "with errors");
  await page.getByRole("radio", { name: "Goal or hope" }).check();
  await page.getByRole("textbox", { name: "In your words" }).fill("See the sea once more");
  await press(page, "Save");
  await press(page, "Open: See the sea once more");
  await walk.at(page, "own.one");
  await plan();
  await press(page, /^Walk to the allotment/);
  await press(page, "Add a step");
  await page.getByRole("textbox", { name: /^What is to be done/ }).fill("Walk to the gate");
  await press(page, "Save");
  await walk.at(page, "plan.edit", "with errors");
  await page.getByRole("textbox", { name: /^Who does it/ }).fill("Me");
  await press(page, "Save");
  await press(page, /^Walk to the gate/);
  await press(page, "Write how it went");
  await press(page, "Save");
  await walk.at(page, "plan.note", "with errors");
  await page.getByRole("textbox", { name: /^How it went/ }).fill("Got there and sat down");
  await press(page, "Save");
  await press(page, "Change");
  await page.getByRole("textbox", { name: /^What is to be done/ }).fill("Walk to the gate and back");
  await press(page, "Save");
  await walk.at(page, "plan.one", "a step");
  await press(page, "Make it something to follow");
  await press(page, "Change how it is followed");
  await walk.at(page, "track.own", "of a step");
  await press(page, "Back");
  await press(page, "History, or cross it out");
  await press(page, /^Corrected to/);
  await walk.at(page, "entry.compare");
  await plan();
  await press(page, "Add: Reviews");
  await walk.at(page, "plan.list", "empty");
  await plan();
  await press(page, "Add: Agreements");
  await press(page, "Write down an agreement");
  await page.getByRole("textbox", { name: "Who agreed for the person" }).fill("Rosa Lind");
  await page.getByRole("textbox", { name: "Who agreed for the other side" }).fill("Amina Khan, practice nurse");
  for (const group of [/^When they agreed/, /^When the other side agreed/]) {
    for (const [part, value] of [["Day", "1"], ["Month", "6"], ["Year", "2026"]] as const) {
      await page.getByRole("group", { name: group }).getByLabel(part, { exact: true }).fill(value);
    }
  }
  await press(page, "Save");
  await press(page, /^Rosa Lind and Amina Khan/);
  await press(page, "The plan as it was then");
  await walk.at(page, "plan.then");
  await plan();
  await press(page, "What is still missing");
  await walk.at(page, "plan.missing");
  await plan();
  await press(page, "A page to print");
  await walk.at(page, "plan.sheet");
  await plan();
  await press(page, "Who decides for me");
  await walk.at(page, "plan.proxies", "nobody");
  await plan();
  await walk.at(page, "plan");

  // Something tried out, from the chart on.
  await tab(page, "Track").click();
  await press(page, /^Blood glucose/);
  await press(page, "Try something out");
  await press(page, "Save");
  await walk.at(page, "experiments.edit", "with errors");
  await page.getByRole("textbox", { name: /want to know/ }).fill("Does an early supper help me?");
  await page.getByRole("textbox", { name: /do differently/ }).fill("Supper at six");
  await press(page, "Save");
  await walk.at(page, "experiments.one");
  await press(page, "What I think of it");
  await walk.at(page, "experiments.think");
  await press(page, "Save");
  await tab(page, "More").click();
  await press(page, /^Home experiments/);
  await walk.at(page, "experiments");

  // A page for an appointment.
  await tab(page, "More").click();
  await press(page, /^Appointments/);
  await walk.at(page, "appointment", "empty");
  await press(page, "Get ready for an appointment");
  await press(page, "Save");
  await walk.at(page, "appointment.edit", "with errors");
  await page.getByRole("textbox", { name: /Who is it with/ }).fill("Dr Reid");
  await page.getByRole("checkbox", { name: "Readings" }).check();
  await page.getByRole("checkbox", { name: "Medicines and allergies" }).check();
  await press(page, "Save");
  await walk.at(page, "appointment.one");
  await press(page, "Questions to ask");
  await press(page, "Add");
  await walk.at(page, "appointment.questions", "with errors");
  await page.getByRole("checkbox", { name: "What else could we try?" }).check();
  await page.getByRole("textbox", { name: /question of your own/ }).fill("May I swim?");
  await press(page, "Add");
  await walk.at(page, "appointment.questions");
  await press(page, "Back");
  await press(page, /^Change the words of Medicines/);
  await walk.at(page, "appointment.part");
  await press(page, "Back");
  await press(page, "See, print or share the page");
  await walk.at(page, "appointment.sheet");
  await tab(page, "More").click();
  await press(page, /^Appointments/);
  await walk.at(page, "appointment");

  // What matters, and help.
  await tab(page, "Today").click();
  await press(page, /^Write it down/);
  await walk.at(page, "about_me.write");
  await press(page, "Save");
  await walk.at(page, "about_me.write", "with errors");
  await press(page, "Back");
  await press(page, /help/i);
  await walk.at(page, "help");

  // About me.
  await tab(page, "More").click();
  await press(page, /^About me/);
  await walk.at(page, "about_me", "empty");
  await press(page, "Please do");
  await page.getByRole("textbox", { name: "Please do" }).fill("Speak to me, and not only to my carer.");
  await press(page, "Save");
  await walk.at(page, "about_me");
  await press(page, "What I need");
  await press(page, "Save");
  await walk.at(page, "about_me.needs", "with errors");
  await page.getByRole("checkbox", { name: "in large print" }).check();
  await page.getByRole("checkbox", { name: "by text message, not by telephone" }).check();
  await page.getByRole("textbox", { name: /Anything else I need/ }).fill("Call me in the afternoon, and let it ring. ".repeat(6));
  await press(page, "Save");
  await walk.at(page, "about_me", "with needs");
  await press(page, "Add a picture, sound or film");
  await press(page, "Save");
  await walk.at(page, "about_me.media", "with errors");
  await page.locator("input[type=file]").setInputFiles(gate);
  await page.getByRole("textbox", { name: /The same in words/ }).fill("The gate of my allotment, where I like to sit");
  await page.getByRole("radio", { name: "Please do", exact: true }).check();
  await press(page, "Save");
  await walk.at(page, "about_me", "with a picture");
  await press(page, /Change the words, or cross it out/);
  await press(page, "Correct");
  await walk.at(page, "about_me.words");
  await tab(page, "Today").click();
  await press(page, "Show “About me” to whoever helps");
  await walk.at(page, "about_me.sheet");

  // If something happens, and wishes for later.
  await tab(page, "More").click();
  await press(page, /^If something happens/);
  await walk.at(page, "contingency", "empty");
  await press(page, "Add a plan");
  await press(page, "Save");
  await walk.at(page, "contingency.write", "with errors");
  await page.getByRole("textbox", { name: /What may happen/ }).fill("A cold\nA hot day");
  await press(page, "Save");
  await press(page, "Call");
  await page.getByRole("textbox", { name: /Whom to call first/ }).fill("Ada");
  await page.getByRole("textbox", { name: /Their phone number/ }).first().fill("01632 960002");
  await press(page, "Save");
  await walk.at(page, "contingency.one");
  await press(page, "A page to print");
  await walk.at(page, "contingency.sheet");
  await tab(page, "More").click();
  await press(page, /^If something happens/);
  await walk.at(page, "contingency");
  await press(page, "Wishes for later, and where papers are");
  await walk.at(page, "advance_care");
  await press(page, "Open it");
  await walk.at(page, "advance_care.all", "empty");
  await press(page, "What I would like");
  await page.getByRole("textbox", { name: /cared for/ }).fill("At home, with the window open.");
  await walk.at(page, "advance_care.write");
  await press(page, "Save");
  await press(page, "Write down where a paper is");
  await press(page, "Save");
  await walk.at(page, "advance_care.paper", "with errors");
  await page.getByRole("radio", { name: "ReSPECT form" }).check();
  await page.getByRole("textbox", { name: /Where is it kept/ }).fill("Red folder, kitchen drawer");
  await press(page, "Save");
  await walk.at(page, "advance_care.all");
  await press(page, "A page to print");
  await walk.at(page, "advance_care.sheet");
  await tab(page, "Today").click();
  await press(page, /help/i);
  await walk.at(page, "help", "with one’s own plans");

  // A file of one's own.
  await tab(page, "More").click();
  await press(page, /^Bring in a diary/);
  await walk.at(page, "bring_in");
  await page.locator('input[type="file"]').setInputFiles(file("photo.csv", "\u0000\u0001not a diary"));
  await press(page, "Look at the file");
  await walk.at(page, "bring_in", "not a diary");
  await page.locator('input[type="file"]').setInputFiles(file("table.csv", TABLE));
  await press(page, "Look at the file");
  await walk.at(page, "bring_in.thing");
  await page.getByRole("radio", { name: /A tracker of your own/ }).check();
  await press(page, "Continue");
  await walk.at(page, "bring_in.preview");
  await press(page, "Change the columns");
  await walk.at(page, "bring_in.columns");
  await press(page, "Back");
  await press(page, /^Show all .* lines/);
  await walk.at(page, "bring_in.refused");
  await press(page, "Back");
  await press(page, /^Bring in \d/);
  await walk.at(page, "bring_in.done");
  await press(page, "Bring in another file");
  const readOn = await holdReading(page);
  await page.locator('input[type="file"]').setInputFiles(file("export.xml", HEALTH));
  await press(page, "Look at the file");
  await walk.at(page, "bring_in.reading");
  await readOn();
  await walk.at(page, "bring_in.health");
  await diary(page);
  await press(page, "Show older entries");
  await walk.at(page, "diary.older");

  // Settings, one's data, and the end of it.
  await tab(page, "More").click();
  await press(page, /^Who can see what/);
  await walk.at(page, "sharing", "alone");
  await tab(page, "More").click();
  await press(page, /^Settings/);
  await walk.at(page, "settings", "alone");
  await press(page, "Largest");
  await expect(page.locator("html[data-text=largest]")).toBeVisible();
  await walk.at(page, "settings", "largest");
  await press(page, "Normal");
  await expect(page.locator("html[data-text=normal]")).toBeVisible();
  await press(page, "Set quiet hours");
  await walk.at(page, "outside.quiet");
  await press(page, "Save");
  await walk.at(page, "outside.quiet", "with errors");
  await press(page, "Back");
  await press(page, "Change when your day begins");
  await walk.at(page, "settings.day");
  await page.getByLabel("When does your day begin?").fill("13:00");
  await press(page, "Save");
  await walk.at(page, "settings.day", "with errors");
  await press(page, "Back");
  await press(page, /^About What Matters/);
  await walk.at(page, "settings.about");
  await tab(page, "More").click();
  await press(page, /^Your data/);
  await walk.at(page, "your_data");
  await press(page, "Remove everything");
  await walk.at(page, "your_data.erase");
  await press(page, "Remove everything");
  await walk.at(page, "your_data.erase", "with errors");
  await page.getByRole("textbox", { name: "Type: remove" }).fill("remove");
  await press(page, "Remove everything");
  await walk.at(page, "welcome", "after removing");
}

test("every page of the app is without barriers, reached by keyboard and fits", async ({ browser, page }, info) => {
  const walk = new Walk();
  await personAlone(page, walk);

  // A nurse.
  const mark = `${info.project.name}-${Date.now()}`;
  const team = `Riverside ${mark}`;
  operate("team", "--name", team);
  const [, nurse] = await device(browser);
  await press(nurse, "I have an invitation");
  const staffCode = operate("invite-staff", "--team", team, "--name", "Amina Khan", "--job", "practice nurse");
  await enterCode(nurse, staffCode);
  await walk.at(nurse, "welcome.invited", "staff");
  await press(nurse, "Accept and create an account");
  await createAccount(nurse, "Amina Khan", `amina-${mark}`);
  await walk.at(nurse, "staff", "empty");
  await press(nurse, "Invite a person");
  await press(nurse, "Make the invitation");
  await walk.at(nurse, "staff.invite", "with errors");
  await nurse.getByRole("textbox", { name: "Their name" }).fill("Sam Okafor");
  await press(nurse, "Make the invitation");
  await walk.at(nurse, "staff.code");
  const code = await codeOn(nurse);

  // A person who joins the team, and invites a carer.
  const [, sam] = await device(browser);
  await press(sam, "I have an invitation");
  await enterCode(sam, code);
  await walk.at(sam, "welcome.invited");
  await press(sam, "Accept and create an account");
  await createAccount(sam, "Sam Okafor", `sam-${mark}`);
  await walk.at(sam, "today", "just joined");
  await tab(sam, "Messages").click();
  await sam.getByRole("textbox", { name: /^Write to/ }).fill("Can I move my review?");
  await press(sam, /^Send to/);
  await walk.at(sam, "messages");
  await tab(sam, "More").click();
  await press(sam, /^Settings/);
  await walk.at(sam, "settings");
  await press(sam, "Change your password");
  await walk.at(sam, "settings.password");
  await press(sam, "Change the password");
  await walk.at(sam, "settings.password", "with errors");
  await press(sam, "Cancel");
  await tab(sam, "More").click();
  await press(sam, /^Who can see what/);
  await press(sam, "Invite someone");
  await press(sam, "Make the invitation");
  await walk.at(sam, "sharing.invite", "with errors");
  await sam.getByRole("textbox", { name: "Their name" }).fill("Ruth Okafor");
  await sam.getByRole("group", { name: /add/ }).getByRole("checkbox", { name: "Diary" }).check();
  await press(sam, "Make the invitation");
  await walk.at(sam, "sharing.code");
  const carerCode = await codeOn(sam);
  await press(sam, "Done");
  await walk.at(sam, "sharing");
  await press(sam, /^Change/);
  await walk.at(sam, "sharing.change");
  await press(sam, "Back");
  await press(sam, /^Stop sharing/);
  await walk.at(sam, "sharing.stop");
  await press(sam, "Cancel");

  // A carer, who has a record of their own as well.
  const [, ruth] = await device(browser);
  await alone(ruth);
  await tab(ruth, "More").click();
  await press(ruth, /^Create an account/);
  await createAccount(ruth, "Ruth Okafor", `ruth-${mark}`);
  await expect(ruth.getByText("Saved and sent")).toBeVisible({ timeout: 30_000 });
  await tab(ruth, "More").click();
  await press(ruth, /^I have an invitation/);
  await enterCode(ruth, carerCode);
  await press(ruth, /^Accept/);
  await walk.at(ruth, "today", "carer");
  for (const name of ["Plan", "Track", "Messages", "More"]) {
    await tab(ruth, name).click();
    await walk.at(ruth, name.toLowerCase(), "carer");
  }
  await press(ruth, /^Who can see what/);
  await walk.at(ruth, "sharing", "carer");

  // Sam lets her know of bad days, and today is one.
  await tab(sam, "More").click();
  await press(sam, /^Reminders/);
  await press(sam, "Let somebody know");
  await walk.at(sam, "tell");
  await press(sam, "Choose somebody");
  await walk.at(sam, "tell.new");
  await press(sam, "Save");
  await walk.at(sam, "tell.new", "with errors");
  await sam.getByRole("radio", { name: "A bad day" }).check();
  await sam.getByRole("radio", { name: "Ruth Okafor" }).check();
  await press(sam, "Save");
  await walk.at(sam, "tell", "of bad days");
  await tab(sam, "Today").click();
  await press(sam, "Today is a bad day");
  await walk.at(sam, "today", "a bad day that somebody hears of");
  await tab(ruth, "Today").click();
  await expect(ruth.getByRole("main")).toContainText("Sam Okafor wanted you to know", { timeout: 90_000 });
  await walk.at(ruth, "today", "told");
  await press(sam, "Back to my usual day");
  await tab(sam, "More").click();
  await press(sam, /^Reminders/);
  await press(sam, "Let somebody know");
  await expect(sam.getByRole("main")).toContainText("Ruth Okafor was told", { timeout: 60_000 });
  await walk.at(sam, "tell", "somebody was told");

  // She writes with no network; meanwhile it is no longer shared with her.
  await ruth.context().setOffline(true);
  await diary(ruth);
  await press(ruth, "Write a note");
  await ruth.getByRole("textbox", { name: /remember/ }).fill("He ate well at lunch");
  await press(ruth, "Save");
  await tab(sam, "More").click();
  await press(sam, /^Who can see what/);
  await press(sam, "Stop sharing with Ruth Okafor");
  await press(sam, "Stop sharing with Ruth Okafor");
  await expect(sam.getByRole("main")).toContainText("You have stopped sharing");
  await expect(sam.getByText("Saved and sent")).toBeVisible({ timeout: 30_000 });
  await ruth.context().setOffline(false);
  await tab(ruth, "More").click();
  // Sam has what she wrote, to decide about; and sees that it is off her device.
  await expect(async () => {
    await sam.reload();
    await tab(sam, "More").click();
    await press(sam, /^Your data/);
    await sam.getByRole("button", { name: "Read it and decide" }).click({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await walk.at(sam, "your_data.aside");
  await expect(sam.getByRole("main")).toContainText("He ate well at lunch");
  await press(sam, "Add it to my record");
  await diary(sam);
  await expect(sam.getByRole("main")).toContainText("He ate well at lunch");
  await tab(sam, "More").click();
  await press(sam, /^Who can see what/);
  await expect(sam.getByRole("main")).toContainText("removed from their device", { timeout: 30_000 });

  // The carer's own settings.
  await tab(ruth, "More").click();
  await press(ruth, /^Settings/);
  await press(ruth, /^Change whose record/);
  await walk.at(ruth, "welcome.whose");

  // Sam begins a plan, and lets the team propose changes to it.
  await tab(sam, "Plan").click();
  await press(sam, "Add a need or concern");
  await sam.getByRole("textbox", { name: /^Need or concern/ }).fill("The stairs");
  await press(sam, "Save");
  await tab(sam, "More").click();
  await press(sam, /^Who can see what/);
  await press(sam, /^Change/);
  for (const group of [/see/, /add/]) {
    await sam.getByRole("group", { name: group }).getByRole("checkbox", { name: "Care plan" }).check();
  }
  await press(sam, "Save");
  await expect(sam.getByText("Saved and sent")).toBeVisible({ timeout: 30_000 });

  // The nurse, with somebody who waits.
  await tab(nurse, "People").click();
  await expect(nurse.getByRole("main")).toContainText("Message not answered", { timeout: 30_000 });
  await walk.at(nurse, "staff");
  await press(nurse, /Sam Okafor/);
  await press(nurse, "Open the record");
  await walk.at(nurse, "staff.ask", "with errors");
  await nurse.getByRole("radio", { name: "To answer a message" }).check();
  await press(nurse, "Open the record");
  await walk.at(nurse, "staff.person");
  await press(nurse, /^Care and support plan/);
  await walk.at(nurse, "plan", "staff");
  await press(nurse, /^The stairs/);
  await press(nurse, "Propose to take it out");
  await press(nurse, "Propose this");
  await walk.at(nurse, "plan.take-out", "with errors");
  await press(nurse, "Back");
  await press(nurse, "Back");
  await press(nurse, "If something happens");
  await press(nurse, "Propose a plan");
  await press(nurse, "Propose this");
  await walk.at(nurse, "contingency.propose", "with errors");
  await press(nurse, "Back");
  await press(nurse, "Back");
  await press(nurse, "Add a need or concern");
  await walk.at(nurse, "plan.edit", "proposing");
  await nurse.getByRole("textbox", { name: /^Need or concern/ }).fill("Getting out of the bath");
  await press(nurse, "Propose this");
  await press(nurse, /^Getting out of the bath/);
  await walk.at(nurse, "plan.proposal", "waiting");
  await expect(nurse.getByText("All is sent").first()).toBeVisible({ timeout: 30_000 });
  await tab(sam, "Today").click();
  await expect(sam.getByRole("main")).toContainText("A proposal to look at", { timeout: 60_000 });
  await walk.at(sam, "today", "with a proposal");
  await press(sam, /^A proposal to look at/);
  await walk.at(sam, "plan.proposal");
  await press(sam, "No, not this");
  await press(sam, "No, not this");
  await walk.at(sam, "plan.decline", "with errors");
  await sam.getByRole("textbox", { name: "Why not?" }).fill("I have a rail");
  await press(sam, "No, not this");
  await expect(sam.getByRole("main")).toContainText("The plan stays as it is");
  await tab(nurse, "Sam").click();
  await press(nurse, /^Messages/);
  await walk.at(nurse, "messages", "staff");
  await nurse.context().setOffline(true);
  await nurse.getByRole("textbox", { name: /^Write to/ }).fill("Of course.");
  await press(nurse, /^Send to/);
  await press(nurse, "Back");
  await press(nurse, /^Close/);
  await walk.at(nurse, "staff.unsent");
  await nurse.context().setOffline(false);
  await press(nurse, "Cancel");
  await tab(nurse, "More").click();
  await walk.at(nurse, "staff.more");
  await press(nurse, /^Sign out/);
  await walk.at(nurse, "staff.sign-out");

  // The person sees who has looked, and signs out.
  await tab(sam, "More").click();
  await press(sam, /^Who can see what/);
  await expect(sam.getByRole("main")).toContainText("Amina Khan", { timeout: 30_000 });
  await press(sam, "Show all");
  await walk.at(sam, "sharing.looks");
  await tab(sam, "More").click();
  await press(sam, /^Settings/);
  await press(sam, "Sign out");
  await walk.at(sam, "settings.sign-out");

  // A browser has neither a lock of the device nor a store of measurements to ask.
  const elsewhere = ["locked", "measured"];
  expect(PAGES.filter((name) => !walk.names().has(name)), "pages that nobody looked at").toEqual(elsewhere);
  expect(walk.faults()).toEqual([]);
  info.annotations.push({ type: "pages", description: `${walk.seen.size} states of ${walk.names().size} pages` });
});

