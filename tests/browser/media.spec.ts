//! Pictures and sound as people use them: added with words, seen after a reload and on
//! a second device, crossed out for everybody; and a recording that stays on its device
//! until it is shared.

import { expect, type Page, test } from "@playwright/test";

import { expectNoBarriers, expectNoSideways } from "./support/axe";
import { gate, png, tone, wav } from "./support/media";
import { alone, createAccount, device, heading, main, PASSWORD, press, tab } from "./support/people";

test.setTimeout(180_000);

async function aboutMe(page: Page): Promise<void> {
  await tab(page, "More").click();
  await press(page, /^About me/);
  await expect(heading(page)).toHaveText("About me");
}

async function add(page: Page, file: { name: string; mimeType: string; buffer: Buffer }, words: string): Promise<void> {
  await press(page, "Add a picture, sound or film");
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("textbox", { name: /The same in words/ }).fill(words);
  await page.getByRole("radio", { name: "Please do", exact: true }).check();
  await press(page, "Save");
}

/** How wide the picture is that the browser made of the bytes; 0 until it has. */
const width = (page: Page) =>
  main(page).locator("img.media__picture").evaluate((picture: HTMLImageElement) => picture.naturalWidth);

const crossOut = async (page: Page) => {
  await press(page, /Change the words, or cross it out/);
  await press(page, "Cross it out");
  await expect(main(page)).toContainText("Its words stay in the history");
  await page.getByRole("textbox", { name: /In your own words/ }).fill("Not me");
  await press(page, "Cross it out");
};

test("alone on a device: a picture and a sound, with words, there after a reload and gone when crossed out", async ({ page }) => {
  await alone(page);
  await aboutMe(page);
  await press(page, "Add a picture, sound or film");
  await page.locator("input[type=file]").setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
  await press(page, "Save");
  await expect(main(page)).toContainText("no picture, sound or film that the app knows");
  await expect(main(page)).toContainText("Write what it shows or says");
  await press(page, "Back");
  await add(page, gate, "The gate of my allotment");
  await expect(main(page)).toContainText("In this browser");
  await expect.poll(() => width(page)).toBe(64);
  await expectNoBarriers(page);
  await expectNoSideways(page);

  // Longer than several parts.
  await add(page, { ...tone, buffer: wav(60) }, "I say how I like my tea");
  const sound = main(page).locator("audio");
  await expect.poll(() => sound.evaluate((audio: HTMLAudioElement) => Math.round(audio.duration))).toBe(60);

  await page.reload();
  await expect.poll(() => width(page)).toBe(64);

  // The bytes are an address of this page, without what said who made it.
  const kept = await main(page).locator("img.media__picture").evaluate(async (picture: HTMLImageElement) => {
    const bytes = await (await fetch(picture.src)).text().catch(() => "");
    return { scheme: new URL(picture.src).protocol, bytes };
  }).catch(() => ({ scheme: "blob:", bytes: "" }));
  expect(kept.scheme).toBe("blob:");
  expect(kept.bytes).not.toContain("Rosa of London");

  // On the sheet the picture is there, and prints; of the sound there are the words.
  await press(page, "A page to show or print");
  await expect.poll(() => width(page)).toBe(64);
  await expect(main(page)).toContainText("Sound: I say how I like my tea");
  await expect(main(page).locator("audio")).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(main(page).locator("img.media__picture")).toBeVisible();
  await page.emulateMedia({ media: null });

  await aboutMe(page);
  await crossOut(page);
  await aboutMe(page);
  await expect(main(page).locator("img.media__picture")).toHaveCount(0);
  await expect(main(page)).toContainText("I say how I like my tea");
});

test("a second device sees it, without network its words, and crossed out nobody does", async ({ browser }) => {
  const username = `gate${Date.now() % 1_000_000}`;
  const [, phone] = await device(browser);
  await press(phone, "Create an account");
  await createAccount(phone, "Rosa", username);
  await aboutMe(phone);
  await add(phone, { ...gate, buffer: png(300) }, "The gate of my allotment");
  await expect(main(phone)).toContainText("On this device and sent", { timeout: 20_000 });

  const [context, laptop] = await device(browser);
  await press(laptop, "Sign in");
  await laptop.getByRole("textbox", { name: "Username" }).fill(username);
  await laptop.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await press(laptop, "Sign in");
  await aboutMe(laptop);
  await expect.poll(() => width(laptop), { timeout: 20_000 }).toBe(300);
  // It is here now: without network too.
  await context.setOffline(true);
  await tab(laptop, "Today").click();
  await aboutMe(laptop);
  await expect.poll(() => width(laptop), { timeout: 20_000 }).toBe(300);
  await context.setOffline(false);

  await crossOut(phone);
  await laptop.reload();
  await expect(main(laptop).locator("img.media__picture")).toHaveCount(0, { timeout: 60_000 });
});

test("a recording is kept only where all agreed, and stays here until it is shared", async ({ page }) => {
  await alone(page);
  await tab(page, "More").click();
  await press(page, /^Decisions/);
  await press(page, "Begin a decision");
  await page.getByRole("textbox", { name: "What is to be decided?" }).fill("A new inhaler");
  await press(page, "Save");
  await expect(main(page).getByRole("button", { name: "Keep the recording on this device" })).toHaveCount(0);
  await press(page, "Recording of a talk");
  await page.getByRole("textbox", { name: "Who was there?" }).fill("Dr Reid and Ada");
  await page.getByRole("checkbox", { name: "Yes, everybody who was there" }).check();
  await press(page, "Save");
  await press(page, "Keep the recording on this device");
  await page.getByRole("radio", { name: "Dr Reid and Ada" }).check();
  await page.locator("input[type=file]").setInputFiles(tone);
  await page.getByRole("textbox", { name: /The same in words/ }).fill("We talked about what is new in it");
  await press(page, "Save");
  await expect(main(page)).toContainText("On this device only. It has not been sent to anybody.");
  await expectNoBarriers(page);
  await page.reload();
  const sound = main(page).locator("audio");
  await expect.poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.duration)).toBe(2);
  await press(page, "Share with those who see this decision");
  await expect(main(page)).not.toContainText("On this device only");
  await expect(sound).toHaveCount(1);
});
