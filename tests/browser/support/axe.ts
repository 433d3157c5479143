//! What axe has to find nothing of.

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Every rule that axe has but the experimental ones, and 7:1 contrast. What it
 * finds is said by rule and place.
 */
export async function expectNoBarriers(page: Page): Promise<void> {
  // As tall as the page: what lies under the tabs at the foot only until it is
  // scrolled is no barrier.
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size) await page.setViewportSize({ width: size.width, height: Math.max(height + 200, size.height) });
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: {
        type: "tag",
        values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      },
      rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
    })
    .analyze();
  if (size) await page.setViewportSize(size);
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  );
  expect(found).toEqual([]);
}

/** The page does not scroll sideways. */
export async function expectNoSideways(page: Page): Promise<void> {
  const over = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    // Say what is too wide, not only that something is.
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .map((element) => `${element.tagName} ${element.getAttribute("class") ?? ""}`)
      .slice(0, 10);
  });
  expect(over).toEqual([]);
}
