//! What may go wrong on a device: a full disk, an import that dies, a file that
//! is no diary or far too large, a database from a newer version. Nothing is
//! lost, and a clear sentence stands at the place it concerns.

import { writeFileSync } from "node:fs";

import { expect, type Page, test } from "@playwright/test";

import { alone, main, press, tab } from "./support/people";

/** So much room has the browser for this origin; none: as much as there is. */
async function quota(page: Page, bytes: number | undefined): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await session.send("Storage.overrideQuotaForOrigin", { origin, ...(bytes === undefined ? {} : { quotaSize: bytes }) });
}

test("a full disk is said plainly, nothing is lost, and the form stays filled in", async ({ page }) => {
  await alone(page);
  await tab(page, "Diary").click();
  await press(page, "Write a note");
  await quota(page, 1);
  // More than the room that the file has already taken.
  const words = "A long evening. ".repeat(1_200).trim();
  const note = page.getByRole("textbox", { name: /remember/ });
  await note.fill(words);
  await press(page, "Save");
  await expect(main(page)).toContainText("There is no room left on this device");
  await expect(main(page)).toContainText("Nothing was lost, but this was not saved");
  await expect(note).toHaveValue(words);
  await quota(page, undefined);
  await press(page, "Save");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Diary");
  await page.reload();
  await tab(page, "Diary").click();
  await expect(main(page)).toContainText("A long evening.");
});

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

test("a database from a newer version is left alone, and the page says so", async ({ page }) => {
  await alone(page);
  // A page of this origin on which no core runs.
  await page.goto("/manifest.webmanifest");
  const marked = await page.evaluate(async () => {
    let count = 0;
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const entry of (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values()) {
        if (entry.kind === "directory") await walk(entry as FileSystemDirectoryHandle);
        else {
          const handle = entry as FileSystemFileHandle;
          const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
          const magic = new TextEncoder().encode("SQLite format 3");
          const at = [0, 4096].find((start) => magic.every((byte, n) => bytes[start + n] === byte));
          if (at === undefined) continue;
          const file = await handle.createWritable({ keepExistingData: true });
          // SQLite keeps the user's version in bytes 60 to 63 of its header.
          await file.write({ type: "write", position: at + 60, data: new Uint8Array([0, 0, 0, 99]) });
          await file.close();
          count += 1;
        }
      }
    };
    await walk(await navigator.storage.getDirectory());
    return count;
  });
  expect(marked).toBe(1);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This needs a newer version of What Matters");
  await expect(main(page)).toContainText("It is safe and has not been changed");
});
