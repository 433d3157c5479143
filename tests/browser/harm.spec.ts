//! What may go wrong on a device: an import that dies, a file that is no diary or
//! far too large. Nothing is lost, and a clear sentence stands at the place it
//! concerns.

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";

import { chromium, expect, type Page, test } from "@playwright/test";

import { alone, diary, main, press, tab } from "./support/people";

/** A diary of so many entries, three a day. */
const diaryOf = (entries: number) => ({
  name: "diary.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    ["date,time,what,value,unit", ...Array.from({ length: entries }, (_, n) => {
      const day = new Date(Date.UTC(1970, 0, 20_400 - Math.floor(n / 3))).toISOString().slice(0, 10);
      return `${day},0${6 + (n % 3)}:00,weight,${80 + (n % 7)},kg`;
    })].join("\n"),
  ),
});

async function pick(page: Page, diary = diaryOf(900)): Promise<void> {
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
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your data on this device");
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

test("a full disk says so, keeps what there is, and takes it once there is room", async ({ viewport }, info) => {
  test.setTimeout(120_000);
  test.skip(process.getuid?.() !== 0, "only root can mount a small disk");
  const disk = info.outputPath("disk");
  mkdirSync(disk, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=256m", "tmpfs", disk]);
  try {
    // A profile on that disk: a private window keeps its files in memory.
    const context = await chromium.launchPersistentContext(`${disk}/profile`, { ...info.project.use, viewport });
    const [page = await context.newPage()] = context.pages();
    await alone(page);
    await diary(page);
    await press(page, "Write a note");
    await page.getByRole("textbox", { name: /remember/ }).fill("Before the disk was full");
    await press(page, "Save");
    await expect(main(page)).toContainText("Before the disk was full");

    const ballast = `${disk}/ballast`;
    await pick(page, diaryOf(60_000));
    expect(() => writeFileSync(ballast, Buffer.alloc(256 * 1024 * 1024))).toThrow(/ENOSPC/);
    await press(page, /^Bring in \d/);
    await expect(main(page)).toContainText("There is no room left on this device", { timeout: 30_000 });
    await expect(main(page)).toContainText("Nothing was lost, but this was not saved");
    // What is shown is what is kept, also for a core that starts again.
    await page.reload();
    await diary(page);
    await expect(main(page)).toContainText("Before the disk was full");
    expect(await entries(page)).not.toMatch(/60,?000/);

    rmSync(ballast);
    await pick(page, diaryOf(60_000));
    await press(page, /^Bring in \d/);
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toHaveText("Diary brought in", { timeout: 30_000 });
    await context.close();
  } finally {
    execFileSync("umount", ["--lazy", disk]);
  }
});

/**
 * Gives the database another version, as a newer app would. A page of the same
 * place without the app in it lets go of the files. Answers how many first pages
 * there were: in the file, and in SQLite's log, whose checksums are made anew.
 */
async function setVersion(page: Page, version: number): Promise<number> {
  await page.goto("/manifest.webmanifest");
  return page.evaluate(async (version) => {
    /** The pool puts a page of its own before each file. */
    const POOL = 4096;
    const VERSION = 60;

    function inLog(log: DataView): number {
      let [changed, one, two] = [0, log.getUint32(24), log.getUint32(28)];
      const sum = (from: number, to: number) => {
        for (let at = from; at < to; at += 8) {
          one = (one + log.getUint32(at, true) + two) >>> 0;
          two = (two + log.getUint32(at + 4, true) + one) >>> 0;
        }
      };
      const size = log.getUint32(8);
      for (let frame = 32; frame + 24 + size <= log.byteLength; frame += 24 + size) {
        // What is left of an earlier round does not count.
        if (log.getUint32(frame + 8) !== log.getUint32(16)) break;
        if (log.getUint32(frame) === 1) {
          log.setUint32(frame + 24 + VERSION, version);
          changed += 1;
        }
        sum(frame, frame + 8);
        sum(frame + 24, frame + 24 + size);
        log.setUint32(frame + 16, one);
        log.setUint32(frame + 20, two);
      }
      return changed;
    }

    let changed = 0;
    const visit = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [, entry] of folder as unknown as AsyncIterable<[string, FileSystemHandle]>) {
        if (entry.kind === "directory") {
          await visit(entry as FileSystemDirectoryHandle);
          continue;
        }
        const handle = entry as FileSystemFileHandle;
        const bytes = await (await handle.getFile()).arrayBuffer();
        if (bytes.byteLength <= POOL) continue;
        const content = new DataView(bytes, POOL);
        if (content.getUint32(0) === 0x377f0682) changed += inLog(content);
        else if (content.getUint32(0) === 0x53514c69) {
          content.setUint32(VERSION, version);
          changed += 1;
        } else continue;
        const writable = await handle.createWritable({ keepExistingData: true });
        await writable.write({ type: "write", position: 0, data: bytes });
        await writable.close();
      }
    };
    await visit(await navigator.storage.getDirectory());
    return changed;
  }, version);
}

test("a database of a newer version is left as it is, and the page says what to do", async ({ page }) => {
  await alone(page);
  await diary(page);
  await press(page, "Write a note");
  await page.getByRole("textbox", { name: /remember/ }).fill("From before");
  await press(page, "Save");
  await expect(main(page)).toContainText("From before");
  const title = page.getByRole("heading", { level: 1 });
  // The app lets go of its files a moment after its page has gone.
  await expect(async () => expect(await setVersion(page, 99)).toBeGreaterThan(0)).toPass();
  await page.goto("/");
  await expect(title).toHaveText("This needs a newer version of What Matters");
  await expect(main(page)).toContainText("It is safe and has not been changed. Update the app");
  // The app that knows it finds everything.
  await expect(async () => expect(await setVersion(page, 1)).toBeGreaterThan(0)).toPass();
  await page.goto("/");
  await diary(page);
  await expect(main(page)).toContainText("From before");
});
