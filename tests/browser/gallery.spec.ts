//! Every block and field that a page can hold, drawn from the core's own
//! gallery: seen by everybody, reached by everybody.

import { expect, type Page, test } from "@playwright/test";

import { expectNoBarriers, expectNoSideways } from "./support/axe";

async function open(page: Page): Promise<void> {
  await page.goto("/?gallery");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Every part of a page");
  await page.evaluate(() => document.fonts.ready);
}

test("draws every block and every field", async ({ page }) => {
  await open(page);
  const main = page.getByRole("main");
  for (const part of [
    ".heading", ".text", ".quote", ".nhsuk-inset-text", ".care--calm", ".care--urgent",
    ".care--emergency", ".nhsuk-do-dont-list", ".nhsuk-summary-list", ".tasks", ".card--now",
    ".cards--grid", ".blocks > .table-panel .table", ".table--wide", ".chart .plot", ".meter", ".timeline", ".thread",
    ".options", ".form", ".row", ".nhsuk-details", ".picture", ".empty", ".notice",
  ]) {
    await expect(main.locator(part).first(), part).toBeVisible();
  }
  await expect(main.getByLabel("What should we call you?")).toHaveValue("Joyce");
  await expect(main.getByLabel("Choose a password")).toHaveAttribute("type", "password");
  await expect(main.getByLabel("A note (if you like)")).toHaveValue("Slept well.");
  await expect(main.getByLabel("What was it?")).toHaveValue("6.8");
  await expect(main.getByLabel("What does it cost?")).toHaveValue("48.00");
  await expect(main.getByRole("group", { name: "Which day was it?" }).getByLabel("Month")).toHaveValue("11");
  await expect(main.getByLabel("At what time?")).toHaveValue("07:42");
  await expect(main.getByRole("group", { name: "When was this?" }).getByLabel("Before a meal")).toBeChecked();
  await expect(main.getByRole("group", { name: "Which of these" }).getByLabel("At night")).toBeChecked();
  await expect(main.getByRole("button", { name: "Metformin" })).toHaveAttribute("aria-pressed", "true");
  await expect(main.getByRole("group", { name: "How bad is the pain?" }).getByLabel("3")).toBeChecked();
  await expect(main.getByLabel("Your diary", { exact: true })).toHaveAttribute("type", "file");
  await expect(main.getByRole("group", { name: "Who is this for?" }).getByLabel("Amina")).toBeChecked();
});

test("draws the words of what it does not know", async ({ page }) => {
  // As an app would say it that knows headings and paragraphs alone.
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { launch?: { vocabulary: object } }) {
      if (message.launch) message.launch.vocabulary = { blocks: 2, fields: 0 };
      post.call(this, message);
    };
  });
  await open(page);
  const main = page.getByRole("main");
  await expect(main.getByText("Metformin 500 mg").first()).toBeVisible();
  await expect(main.getByText("Update the app to answer this question.").first()).toBeVisible();
  await expect(main.locator(".card--now, .table, .form, .chart")).toHaveCount(0);
});

test("says what is wrong at the top and at each question", async ({ page }) => {
  await open(page);
  const summary = page.locator(".nhsuk-error-summary");
  await expect(summary.getByRole("heading")).toHaveText("There is something to put right");
  await summary.getByRole("button", { name: "A weight is between 20 and 400 kg" }).click();
  const weight = page.getByLabel("Your weight");
  await expect(weight).toBeFocused();
  await expect(weight).toHaveAttribute("aria-invalid", "true");
  await expect(weight).toHaveAccessibleDescription(/A weight is between 20 and 400 kg/);
});

for (const look of [
  { name: "light", media: { colorScheme: "light" } },
  { name: "dark", media: { colorScheme: "dark" } },
  { name: "forced colours", media: { forcedColors: "active" } },
] as const) {
  test(`axe finds nothing: ${look.name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce", ...look.media });
    await open(page);
    await expectNoBarriers(page);
  });
}

test("fits a screen 320 pixels wide", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await expectNoSideways(page);
});

test("fits at 400 % zoom, and nothing stands in the way of the page", async ({ page }) => {
  // 1280 by 1024 at 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page);
  await expectNoSideways(page);
  const position = await page.getByRole("navigation").evaluate((nav) => getComputedStyle(nav).position);
  expect(position).toBe("static");
});

test("fits with the spacing that some readers need", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await page.evaluate(() => {
    // Through a sheet of its own: the policy forbids inline styles.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
    );
    document.adoptedStyleSheets = [sheet];
  });
  await expectNoSideways(page);
});

test("every control is reached by Tab, is seen when it is, and is large enough", async ({ page }) => {
  await open(page);
  const all = await page.evaluate(() => {
    const groups = new Set<string>();
    return [...document.querySelectorAll<HTMLElement>("a[href], button, input, textarea, summary")]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        // Tab goes to one radio of a group.
        if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
        if (groups.has(element.name)) return false;
        groups.add(element.name);
        return true;
      }).length;
  });
  const reached = new Set<string>();
  for (let press = 0; press < all + 30; press += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const shown = [element, element.nextElementSibling, element.parentElement, element.parentElement?.parentElement];
      const seen = shown.some((each) => {
        if (!each) return false;
        return [null, "::after"].some((part) => {
          const style = getComputedStyle(each, part);
          return style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 3;
        });
      });
      const picture = element.parentElement?.querySelector(".plot__picture");
      const ringed = picture ? parseFloat(getComputedStyle(picture).outlineWidth) >= 3 : false;
      const box = element.getBoundingClientRect();
      const covered = document
        .elementsFromPoint(box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1))
        .some((each) => each.closest(".tabs") !== null && element.closest(".tabs") === null);
      return {
        key: `${element.tagName} ${element.id} ${[...document.querySelectorAll("*")].indexOf(element)}`,
        name: element.getAttribute("aria-label") ?? element.textContent?.slice(0, 40) ?? "",
        seen: seen || ringed,
        inside: box.bottom > 0 && box.top < innerHeight,
        covered,
      };
    });
    if (at === null) continue;
    expect(at, `focus on ${at.key} ${at.name}`).toMatchObject({ seen: true, inside: true, covered: false });
    reached.add(at.key);
  }
  expect(reached.size).toBeGreaterThanOrEqual(all);
});

test("pressed things are at least 44 pixels high, the main ones 48", async ({ page }) => {
  await open(page);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".button, .chip, .tab, .card--open, .nhsuk-input, .nhsuk-radios__item, .nhsuk-checkboxes__item, .scale__item, .search__one, .back, summary")]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ name: element.className + element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 48)
      .map(({ name, box }) => `${name} ${box.height}`),
  );
  expect(small).toEqual([]);
});

test("the points of a chart are read out one by one", async ({ page }) => {
  await open(page);
  const slider = page.getByRole("slider", { name: /Glucose/ });
  await slider.focus();
  await expect(slider).toHaveAttribute("aria-valuetext", "6.8 mmol/L, 22 November, 7:42");
  await page.keyboard.press("Home");
  await expect(slider).toHaveAttribute("aria-valuetext", "6.1 mmol/L, 9 November, 7:42");
  await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", "7.2 mmol/L, 10 November, 7:42");
  await expect(page.locator(".cursor")).toHaveCount(1);
});

test("the skip link leads to the page", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the page" });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  expect(new URL(page.url()).hash).toBe("");
});

test("breaks no rule of the content security policy", async ({ page }) => {
  const broken: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") broken.push(message.text());
  });
  await open(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  expect(broken).toEqual([]);
});

test("opens with no network at the second visit", async ({ page, context }) => {
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await context.setOffline(true);
  await open(page);
  await expect(page.getByLabel("What was it?")).toHaveValue("6.8");
});
