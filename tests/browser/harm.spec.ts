//! What may go wrong on a device: an import that dies, a file that is no diary or
//! far too large. Nothing is lost, and a clear sentence stands at the place it
//! concerns.

import { writeFileSync } from "node:fs";

import { expect, type Page, test } from "@playwright/test";

import { alone, main, press, tab } from "./support/people";

const ROWS = 900;
const diary = {
  name: "diary.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    ["date,time,what,value,unit", ...Array.from({ length: ROWS }, (_, n) => {
      const day = new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10);
      return `${day},08:00,weight,${80 + (n % 7)},kg`;
    })].join("\n"),
  ),
};

async function pick(page: Page): Promise<void> {
  await tab(page, "More").click();
  await press(page, /^Bring in a diary/);
  await page.locator('input[type="file"]').setInputFiles(diary);
  await press(page, "Look at the file");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check before you bring it in");
}

/** How many entries there are here, as "your data" says. */
async function entries(page: Page): Promise<string> {
  await tab(page, "More").click();
  await press(page, /^Your data/);
  return main(page).innerText();
}

for (const after of [0, 4, 30]) {
  test(`an import that dies ${after} milliseconds after the press is there whole or not at all`, async ({ page }) => {
    await alone(page);
    await pick(page);
    const [worker] = page.workers();
    const again = page.waitForEvent("worker");
    await main(page).getByRole("button", { name: /^Bring in \d/ }).click();
    await page.waitForTimeout(after);
    await worker?.evaluate(() => self.close()).catch(() => undefined);
    await again;
    await page.reload();
    const there = (await entries(page)).includes("900");
    if (!there) {
      await tab(page, "Track").click();
      await expect(main(page)).toContainText("Nothing is followed yet");
      await pick(page);
      await press(page, /^Bring in \d/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Diary brought in");
      expect(await entries(page)).toContain("900");
    }
    // The same file again adds nothing.
    await pick(page);
    await expect(main(page)).not.toContainText(/Bring in \d/);
  });
}

test("a diary of 50 MB is refused with its size and what to do", async ({ page }, info) => {
  const path = info.outputPath("large.csv");
  writeFileSync(path, Buffer.alloc(50 * 1024 * 1024, "2026-01-01,08:00,weight,80,kg\n"));
  await alone(page);
  await tab(page, "More").click();
  await press(page, /^Bring in a diary/);
  await page.locator('input[type="file"]').setInputFiles(path);
  await press(page, "Look at the file");
  await expect(main(page)).toContainText(/This file has 5\d MB. The largest that can be read is 10 MB/);
});

test("a file that is no diary is refused at the field", async ({ page }) => {
  await alone(page);
  await tab(page, "More").click();
  await press(page, /^Bring in a diary/);
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xfe, 0, 0]);
  await page.locator('input[type="file"]').setInputFiles({ name: "photo.csv", mimeType: "text/csv", buffer: png });
  await press(page, "Look at the file");
  await expect(page.locator("main .nhsuk-error-message, main [aria-invalid=true]").first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bring in a diary");
});
