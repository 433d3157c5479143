//! Easy Read: in one press, with what was typed; pictures that are there; nothing below
//! 16 pt; 320 pixels; on paper; and read aloud as it stands.

import { expect, type Page, test } from "@playwright/test";

import { expectNoBarriers, expectNoSideways } from "./support/axe";
import { alone, heading, main, press, tab } from "./support/people";

/** 16 pt in CSS pixels. */
const LEAST = 21.3;

/** Words on the page that are smaller, with their size. */
function small(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const found: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? "";
      if (!element || words === "" || element.closest(".hidden, .nhsuk-skip-link, .nhsuk-u-visually-hidden, noscript, script")) continue;
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (element.getClientRects().length > 0 && size < least) found.push(`${size}: ${words.slice(0, 40)}`);
    }
    return found;
  }, LEAST);
}

async function expectEasy(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", "en-GB-x-easyread");
  const pictures = main(page).locator("img.said__picture");
  expect(await pictures.count()).toBeGreaterThan(0);
  await expect
    .poll(() => pictures.evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth === 0).length))
    .toBe(0);
  expect(await small(page)).toEqual([]);
  await expectNoBarriers(page);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSideways(page);
  expect(await small(page)).toEqual([]);
  if (size) await page.setViewportSize(size);
}

test("one press changes the words and keeps the page, the focus and what was typed", async ({ page }) => {
  await alone(page);
  await tab(page, "More").click();
  await press(page, /^About me/);
  await press(page, "Please do");
  await page.getByRole("textbox", { name: "Please do" }).fill("Ask me first");
  const easy = page.getByRole("button", { name: "Easy Read", exact: true });
  await easy.focus();
  await page.keyboard.press("Enter");
  const standard = page.getByRole("button", { name: "Standard words", exact: true });
  await expect(standard).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "You now read in Easy Read." })).toBeAttached();
  await expect(page.getByRole("textbox", { name: "Please do this" })).toHaveValue("Ask me first");
  await expectEasy(page);
  // The next visit is in Easy Read too.
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Please do this" })).toHaveValue("Ask me first");
  await standard.click();
  await expect(page.getByRole("textbox", { name: "Please do" })).toHaveValue("Ask me first");
  await expect(page.locator("html")).toHaveAttribute("lang", "en-GB");
  await expect(main(page).locator("img.said__picture")).toHaveCount(0);
});

test("its pages have pictures, large words and no barriers, narrow and on paper", async ({ page }) => {
  await alone(page);
  await page.getByRole("button", { name: "Easy Read", exact: true }).click();
  await tab(page, "Plan").click();
  await expect(heading(page)).toHaveText("My care plan");
  await expectEasy(page);
  for (const name of ["About me", "Choices to make", "Your rights to choose", "If something happens"]) {
    await tab(page, "More").click();
    await expectEasy(page);
    await press(page, new RegExp(`^${name}`));
    await expect(heading(page)).toHaveText(name);
    await expectEasy(page);
  }
  await page.emulateMedia({ media: "print" });
  expect(await small(page)).toEqual([]);
  await expect(main(page).locator(".blocks img.said__picture").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Standard words", exact: true })).toBeHidden();
});

test("what is read aloud are the words of Easy Read", async ({ page }) => {
  await page.addInitScript(() => {
    const voice = { lang: "en-GB", localService: true, name: "Here", default: true, voiceURI: "here" };
    const said: string[] = [];
    Object.assign(window, { said });
    class Utterance extends EventTarget {
      voice: unknown = null;
      lang = "";
      constructor(public text: string) {
        super();
      }
    }
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
    Object.defineProperty(window, "speechSynthesis", {
      value: Object.assign(new EventTarget(), {
        getVoices: () => [voice],
        cancel: () => undefined,
        speak: (words: { text: string }) => said.push(words.text),
      }),
    });
  });
  await alone(page);
  await page.getByRole("button", { name: "Easy Read", exact: true }).click();
  await tab(page, "More").click();
  await press(page, /^About me/);
  await expect(heading(page)).toHaveText("About me");
  await main(page).getByRole("button", { name: "Read aloud" }).first().click();
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain("What should your helpers know?");
  expect(said[0]).not.toContain("Easy Read");
});
