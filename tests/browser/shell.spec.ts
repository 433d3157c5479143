//! The shell around the core: tabs of a browser that share one core, a worker
//! that dies, focus, and the browser's Back.

import { expect, type Page, test } from "@playwright/test";

import { expectNoBarriers } from "./support/axe";
import { diary, killWorker } from "./support/people";

async function begin(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "on this device" }).first().click();
  await expect(tab(page, "Today")).toHaveAttribute("aria-current", "page");
}

const tab = (page: Page, name: string) =>
  page.getByRole("navigation").getByRole("button", { name, exact: true });

test("the first page is without barriers", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoBarriers(page);
});

test.describe("the core in two parts", () => {
  // A service worker would fetch them past the routes of the test.
  test.use({ serviceWorkers: "block" });

  test("the first page of a first visit waits for half of it, and a press for the rest", async ({ page }) => {
    let workers = 0;
    page.on("worker", () => (workers += 1));
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let asked = 0;
    await page.route("**/rest-*.wasm", async (route) => {
      asked += 1;
      // A line that breaks off, and is tried again.
      if (asked === 1) return route.abort();
      await held;
      return route.continue();
    });
    await page.goto("/");
    const begin = page.getByRole("button", { name: "on this device" }).first();
    await expect(begin).toBeVisible();
    await expect.poll(() => asked).toBe(2);
    await begin.click();
    await page.waitForTimeout(500);
    await expect(begin).toBeVisible();
    release();
    await expect(tab(page, "Today")).toHaveAttribute("aria-current", "page");
    // Nothing of the rest was run before it was there: that ends a worker.
    expect(workers).toBe(1);
  });

  test("a visit that goes on waits for both, and says so where one cannot be had", async ({ page }) => {
    await begin(page);
    await page.route("**/rest-*.wasm", (route) => route.fulfill({ status: 404 }));
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What Matters could not start");
    await page.unroute("**/rest-*.wasm");
    await page.reload();
    await expect(tab(page, "Today")).toHaveAttribute("aria-current", "page");
  });
});

test("a new page takes the focus to its title", async ({ page }) => {
  await begin(page);
  await tab(page, "More").click();
  await expect(tab(page, "More")).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  expect(page.url()).toBe(new URL("/", page.url()).href);
});

test("a second browser tab shows the same, and takes over when the first goes", async ({ page, context }) => {
  await begin(page);
  const second = await context.newPage();
  await second.goto("/");
  await expect(tab(second, "Today")).toHaveAttribute("aria-current", "page");
  // What one does, both show.
  await tab(second, "More").click();
  await expect(tab(page, "More")).toHaveAttribute("aria-current", "page");
  await diary(second);
  await second.getByRole("button", { name: "Write a note" }).click();
  const note = second.getByRole("textbox", { name: /remember/ });
  await note.pressSequentially("Slept badly, but");
  await page.close();
  await note.pressSequentially(" the garden helped");
  // The new owner of the core goes on from there, with all that was typed.
  await second.waitForTimeout(1_000);
  await expect(note).toHaveValue("Slept badly, but the garden helped");
  await expect(note).toBeFocused();
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await expect(second.getByRole("main")).toContainText("Slept badly, but the garden helped");
});

test("a worker that dies is started again with what was saved", async ({ page }) => {
  await begin(page);
  await killWorker(page);
  // Not the welcome: the core remembers that it has begun.
  await expect(tab(page, "Today")).toHaveAttribute("aria-current", "page");
});

test("a worker that dies takes nothing of what was typed, nor the place, nor the focus", async ({ page }) => {
  await begin(page);
  await diary(page);
  await page.getByRole("button", { name: "Write a note" }).click();
  const note = page.getByRole("textbox", { name: /remember/ });
  await note.pressSequentially("Ruth came", { delay: 5 });
  await killWorker(page);
  await note.pressSequentially(" and we planted beans", { delay: 5 });
  await page.getByRole("radio", { name: "Good", exact: true }).check();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Write a note");
  await expect(note).toHaveValue("Ruth came and we planted beans");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("Ruth came and we planted beans");
  await expect(page.getByRole("main")).toContainText("Felt good");
});

test("a password that is being typed outlives the worker too, and a reload keeps the place", async ({ page }) => {
  await begin(page);
  await tab(page, "More").click();
  await page.getByRole("button", { name: /^Sign in|^I have an account/ }).first().click();
  await page.getByRole("textbox", { name: "Username" }).fill("nobody");
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("not this one either");
  await killWorker(page);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("The username or the password is not right");
  await expect(password).toHaveValue("not this one either");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await expect(password).toHaveValue("");
});

test("what was begun is there after the browser was closed and opened with no network", async ({ page, context }) => {
  await begin(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await expect(tab(page, "Today")).toBeVisible();
  await context.setOffline(true);
  await page.close();
  const later = await context.newPage();
  await later.goto("/");
  await expect(tab(later, "Today")).toHaveAttribute("aria-current", "page");
});

test("a reading is typed, saved, kept through a dead worker, and Back leads back", async ({ page }) => {
  await begin(page);
  await tab(page, "Track").click();
  await page.getByRole("button", { name: "Choose what to follow" }).click();
  await page.getByRole("checkbox", { name: "Blood glucose in mmol/L" }).check();
  await page.getByRole("button", { name: "Follow these" }).click();
  await page.getByRole("button", { name: "Blood glucose" }).first().click();
  await page.getByRole("button", { name: "Add a reading" }).click();
  const value = page.getByRole("textbox", { name: "Reading" });
  // Faster than any page comes back: nothing of it may be lost or undone.
  await value.pressSequentially("6.85", { delay: 5 });
  await value.press("Backspace");
  await expect(value).toHaveValue("6.8");
  await expectNoBarriers(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("6.8");

  await killWorker(page);
  await tab(page, "Track").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Track");
  await page.getByRole("button", { name: "Blood glucose" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Blood glucose");
  await expect(page.getByRole("main")).toContainText("6.8");
  await expectNoBarriers(page);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Track");
});

test("what is wrong stays while it is put right, and the button stays under the finger", async ({ page }) => {
  await begin(page);
  await diary(page);
  await page.getByRole("button", { name: "Write a note" }).first().click();
  const save = page.getByRole("button", { name: "Save", exact: true });
  await save.click();
  const problem = page.getByText("There is a problem");
  await expect(problem).toBeVisible();
  const before = await save.boundingBox();
  await page.getByRole("textbox").first().fill("Slept well");
  // Longer than the core takes to hear of it and to draw.
  await page.waitForTimeout(500);
  await expect(problem).toBeVisible();
  expect(await save.boundingBox()).toEqual(before);
  await save.click();
  await expect(problem).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("Slept well");
});
