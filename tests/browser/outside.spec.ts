//! What reaches the app from outside, and what it says there: links,
//! notifications.

import { expect, type Page, test } from "@playwright/test";

import {
  alone, codeOn, createAccount, device, enterCode, heading, main, operate, press, tab,
} from "./support/people";

test.setTimeout(120_000);

/** As when another tab of the browser, or another app, is in front. */
const goBehind = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });

const comeBack = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });

/** What is in the browser's list of notifications. */
const notified = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const all = await registration.getNotifications();
    return all.map(({ title, body, tag }) => `${tag}: ${title}: ${body}`);
  });

test("an invitation's link fills in its code, and leaves nothing in the address", async ({ page }) => {
  await page.goto("/#invitation=ABCD-EFGH-JKLM");
  const code = page.getByRole("textbox", { name: "The code of your invitation" });
  await expect(code).toHaveValue("ABCD-EFGH-JKLM");
  expect(page.url()).toBe(new URL("/", page.url()).href);
});

test("a link in an app that is open goes there, and nonsense is answered", async ({ page }) => {
  await alone(page);
  await tab(page, "More").click();
  await page.evaluate(() => {
    location.hash = "open=diary";
  });
  await expect(heading(page)).toHaveText("Diary");
  expect(page.url()).toBe(new URL("/", page.url()).href);
  await page.evaluate(() => {
    location.hash = "open=%3Cscript%3E";
  });
  await expect(main(page)).toContainText("This link does not lead anywhere in the app");
});

test("a new message is told outside the app, without a word of it, and is gone once seen", async ({
  browser,
}, info) => {
  const mark = `${info.project.name}-${Date.now()}`;
  const team = `Riverside ${mark}`;
  operate("team", "--name", team);
  const staffCode = operate("invite-staff", "--team", team, "--name", "Amina Khan", "--job", "practice nurse");
  const [, nurse] = await device(browser);
  await press(nurse, "I have an invitation");
  await enterCode(nurse, staffCode);
  await press(nurse, "Accept and create an account");
  await createAccount(nurse, "Amina Khan", `amina-o-${mark}`);
  await press(nurse, "Invite a person");
  await nurse.getByRole("textbox", { name: "Their name" }).fill("Sam Okafor");
  await press(nurse, "Make the invitation");
  const code = await codeOn(nurse);

  const [context, sam] = await device(browser);
  await press(sam, "I have an invitation");
  await enterCode(sam, code);
  await press(sam, "Accept and create an account");
  await createAccount(sam, "Sam Okafor", `sam-o-${mark}`);
  await tab(sam, "Messages").click();
  await sam.getByRole("textbox", { name: /^Write to/ }).fill("Can I move my review?");
  await press(sam, /^Send to/);
  await tab(sam, "More").click();
  await press(sam, /^Settings/);
  // The browser says no: the page says what to do.
  await press(sam, "Tell me about new messages");
  await expect(main(sam)).toContainText("Notifications are turned off for this app");
  await context.grantPermissions(["notifications"]);
  await press(sam, "Tell me about new messages");
  await expect(main(sam)).toContainText("You will be told about new messages");
  await goBehind(sam);

  await tab(nurse, "People").click();
  await press(nurse, /Sam Okafor/);
  await nurse.getByRole("radio", { name: "To answer a message" }).check();
  await press(nurse, "Open the record");
  await press(nurse, /^Messages/);
  await nurse.getByRole("textbox", { name: /^Write to/ }).fill("Your potassium is a little high.");
  await press(nurse, /^Send to/);

  await expect.poll(() => notified(sam), { timeout: 30_000 }).toEqual([
    "messages: What Matters: You have a new message",
  ]);
  // Pressed: the service worker tells the tab what the notification carried.
  const [worker] = context.serviceWorkers();
  expect(worker).toBeDefined();
  await comeBack(sam);
  await worker?.evaluate(async () => {
    // A service worker's own global, of which a page's types know nothing.
    const here = self as unknown as {
      registration: ServiceWorkerRegistration;
      clients: { matchAll(of: { type: "window" }): Promise<{ postMessage(what: unknown): void }[]> };
    };
    const [told] = await here.registration.getNotifications();
    const [tab] = await here.clients.matchAll({ type: "window" });
    tab?.postMessage({ press: (told?.data as { open: unknown }).open });
  });
  await expect(main(sam)).toContainText("Your potassium is a little high.");
  await expect.poll(() => notified(sam)).toEqual([]);
});

test("a reminder comes when it is due, once although two tabs are open, and is gone once answered", async ({
  page, context,
}, info) => {
  // It waits for the clock on the wall, up to a minute and a quarter.
  test.setTimeout(180_000);
  test.skip(info.project.name !== "phone", "the same on every screen");
  await context.grantPermissions(["notifications"]);
  await alone(page);
  await tab(page, "More").click();
  await press(page, /^Reminders/);
  await press(page, "Make a reminder");
  await page.getByRole("radio", { name: "Something else" }).check();
  await page.getByRole("textbox", { name: /own words/ }).fill("Chemotherapy tablets");
  const soon = await page.evaluate(() => new Date(Date.now() + 75_000).toTimeString().slice(0, 5));
  await page.getByLabel("At which time?").fill(soon);
  await press(page, "Save");
  await expect(main(page)).toContainText("Every day at");
  // Another tab arms something else: the first one lets go of what it had.
  const second = await context.newPage();
  await second.goto("/");
  await tab(second, "More").click();
  await press(second, /^Reminders/);
  await press(second, /^Stop the reminder/);
  await expect(main(second)).toContainText("Stopped");
  await press(second, /^Start the reminder/);
  await expect(main(second)).not.toContainText("Stopped");
  await expect.poll(async () => (await notified(page)).length, { timeout: 90_000 }).toBe(1);
  expect((await notified(page))[0]).toContain("It is time for something you wanted to do");
  expect(await notified(page)).not.toContain("Chemotherapy");
  await tab(second, "Today").click();
  await press(second, /Chemotherapy tablets/);
  await press(second, "Done");
  await expect.poll(() => notified(page)).toEqual([]);
});

test("a push without a word is said in the device's own words, and once", async ({ browser }) => {
  const [context, page] = await device(browser);
  await alone(page);
  await context.grantPermissions(["notifications"]);
  // As it stands where this browser was subscribed: no push service can be reached here.
  await page.evaluate(async () => {
    const open = { token: '{"Tab":{"Today":"Day"}}' };
    const said = (id: string, text: string) => ({
      id, purpose: "Reminders", title: "What Matters", text, open, actions: [],
    });
    const now = Math.round(Date.now() / 1000);
    const telling = (id: string, text: string, after: number, expires = after + 3600) => ({
      notification: said(id, text), date: "", time: "", zone: "Europe/London", exact: false,
      at: now + after, expires: now + expires,
    });
    const kept = {
      title: "What Matters",
      text: "Something is waiting for you in the app",
      tellings: [
        telling("over", "Too late", -600, -60), telling("now", "It is time", 0), telling("later", "Not yet", 3600),
      ],
    };
    const cache = await caches.open("outside");
    await cache.put("/outside.json", new Response(JSON.stringify(kept)));
    await navigator.serviceWorker.ready;
  });
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      if (registrations[0]) resolve(registrations[0].registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");
  const registrationId = await registered;
  const { origin } = new URL(page.url());
  const push = () => devtools.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data: "" });
  await push();
  await expect.poll(() => notified(page)).toEqual(["now: What Matters: It is time"]);
  // Put away, it is not said again; a page in front needs no words that say nothing.
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    for (const shown of await registration.getNotifications()) shown.close();
  });
  await push();
  await page.waitForTimeout(500);
  expect(await notified(page)).toEqual([]);
});

test("a time that is filled in by half is not taken for none", async ({ page }) => {
  await alone(page);
  await tab(page, "More").click();
  await press(page, /^Reminders/);
  await press(page, "Make a reminder");
  await page.getByRole("radio", { name: "Something else" }).check();
  await page.getByRole("textbox", { name: /own words/ }).fill("Stretch");
  await page.getByLabel("At which time?").fill("08:00");
  // The hour alone, as where AM or PM is still to be chosen: the browser calls it empty.
  const second = page.getByLabel("Time 2").first();
  await second.focus();
  await page.keyboard.type("09");
  await expect(main(page)).toContainText("Fill in the hour and the minutes");
  await press(page, "Save");
  await expect(main(page)).toContainText("Enter a time, such as 7:42");
  await second.fill("09:30");
  await press(page, "Save");
  await expect(main(page)).toContainText("Every day at 8:00 and 9:30");
});
