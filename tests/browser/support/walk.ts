//! What has to be true of every page, on every screen, in every look.

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Every rule that axe has but most of the experimental ones, and 7:1 contrast. */
const RULES = {
  runOnly: {
    type: "tag" as const,
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  },
  rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true }, "label-content-name-mismatch": { enabled: true } },
};

/** The name of the page on show, without what some names carry. */
export async function nameOf(page: Page): Promise<string> {
  const name = (await page.locator("main[data-page]").getAttribute("data-page")) ?? "";
  return name.replace(/^(bring_in\.refused|bring_in\.thing|diary\.older)\..*$/, "$1");
}

/** A folder for a picture of every page, to be looked at by eye; nothing is then checked. */
const PICTURES = process.env["PICTURES"];

/** What a look can change. */
const COLOURS = { runOnly: { type: "rule" as const, values: ["color-contrast", "color-contrast-enhanced"] } };

async function barriers(page: Page, look: string, rules: typeof RULES | typeof COLOURS): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options(rules).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${look}: ${id}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  );
}

/** What scrolls sideways, or is cut off, at the width there is. */
function overflows(page: Page, look: string): Promise<string[]> {
  return page.evaluate((look) => {
    const root = document.documentElement;
    const name = (element: Element) =>
      `${look}: ${element.tagName} .${element.getAttribute("class") ?? ""} “${(element.textContent ?? "").slice(0, 40)}”`;
    const wide = root.scrollWidth <= root.clientWidth
      ? []
      : [...document.querySelectorAll("body *")].filter(
          (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
        );
    // Words that a box hides: nobody can scroll to them.
    const cut = [...document.querySelectorAll("main *")].filter((element) => {
      const style = getComputedStyle(element);
      return (
        element.checkVisibility() && style.overflowX === "hidden" && style.position !== "absolute" &&
        element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1
      );
    });
    return [...wide.map((e) => `too wide: ${name(e)}`), ...cut.map((e) => `cut: ${name(e)}`)].slice(0, 8);
  }, look);
}

/** What a control was like when it got the focus. */
interface Focus {
  place: number;
  name: string;
  seen: boolean;
  inside: boolean;
}

/** Presses Tab through the page: everything is reached, in order, seen, and left again. */
async function keyboard(page: Page): Promise<string[]> {
  const [wanted, presses] = await page.evaluate(() => {
    window.scrollTo(0, 0);
    (document.activeElement as HTMLElement | null)?.blur();
    const everything = [...document.querySelectorAll("*")];
    const reached: Focus[] = [];
    // Each as it gets the focus: asking after every press would take twice as long.
    const note = ({ target }: FocusEvent) => {
      const element = target as Element;
      const shown = [element, element.nextElementSibling, element.parentElement, element.parentElement?.parentElement, element.parentElement?.querySelector(".plot__picture")];
      const seen = shown.some((each) =>
        each ? [null, "::after"].some((part) => {
          const style = getComputedStyle(each, part);
          return style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 3;
        }) : false,
      );
      const box = element.getBoundingClientRect();
      const name = `${element.tagName} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").slice(0, 30)}”`;
      reached.push({ place: everything.indexOf(element), name, seen, inside: box.bottom > 0 && box.top < innerHeight });
    };
    document.addEventListener("focusin", note);
    Object.assign(window, {
      focused: (end: boolean) => {
        if (end) document.removeEventListener("focusin", note);
        return reached;
      },
    });
    const groups = new Set<string>();
    const controls = [...document.querySelectorAll<HTMLElement>("a[href], button, input, textarea, select, summary")].filter(
      (element) => {
        if (!element.checkVisibility() || element.matches(":disabled, [tabindex='-1']")) return false;
        // Tab goes to one radio of a group.
        if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
        if (groups.has(element.name)) return false;
        groups.add(element.name);
        return true;
      },
    );
    // Day, month, year and the calendar are stops within one control; to play, where one
    // is, how loud and more within a player.
    const parts = controls.filter((element) => element.matches("[type^=date], [type=time]")).length;
    const within = (parts + document.querySelectorAll("audio, video").length) * 5;
    return [controls.length, controls.length + within + 3] as const;
  });
  // Through the page and round again to where it began.
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press("Tab");
  }
  const all = await page.evaluate(() => (window as unknown as { focused(end: boolean): Focus[] }).focused(true));
  const again = all.findIndex(({ place }, n) => all.findIndex((other) => other.place === place) < n);
  const reached = again < 0 ? all : all.slice(0, again);
  const faults = reached.flatMap(({ name, seen, inside }) => [
    ...(seen ? [] : [`keyboard: the focus on ${name} cannot be seen`]),
    ...(inside ? [] : [`keyboard: ${name} has the focus out of sight`]),
  ]);
  if (reached.length < wanted) faults.push(`keyboard: ${reached.length} of ${wanted} controls are reached`);
  // It begins after what had the focus last, and comes round to the top once.
  if (reached.filter(({ place }, n) => place < (reached[n - 1]?.place ?? 0)).length > 1) {
    faults.push("keyboard: the focus goes back and forth");
  }
  return faults;
}

/** Waits until what was changed has been drawn, and what follows from its width too. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

/** Everything at once; answers what is wrong. */
export async function look(page: Page): Promise<string[]> {
  const size = page.viewportSize();
  if (!size) return ["no screen"];
  const faults: string[] = [];
  // As tall as the page: what lies under the tabs at the foot only until it is
  // scrolled is no barrier.
  const tall = async (width: number) => {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(height + 200, size.height) });
  };
  await tall(size.width);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await drawn(page);
  faults.push(...(await barriers(page, "dark", COLOURS)));
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await drawn(page);
  faults.push(...(await barriers(page, "light", RULES)));
  faults.push(...(await overflows(page, `${size.width}`)));
  // 320 pixels, and 1280 by 1024 at 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  // A picture that follows its width is drawn again when the browser gets to it.
  let narrow = await overflows(page, "320");
  for (let tries = 0; narrow.length > 0 && tries < 10; tries += 1) {
    await page.waitForTimeout(100);
    narrow = await overflows(page, "320");
  }
  faults.push(...narrow);
  await page.setViewportSize(size);
  await drawn(page);
  faults.push(...(await keyboard(page)));
  return faults;
}

/** Looks at a page once, whoever comes to it; keeps what is wrong by page. */
export class Walk {
  readonly seen = new Map<string, string[]>();

  /** Waits until the page of this name is on show, and looks at it once. `as` tells states of one page apart. */
  async at(page: Page, name: string, as = ""): Promise<void> {
    await expect.poll(() => nameOf(page), { message: `the page ${name}` }).toBe(name);
    await expect(page.locator("main .busy")).toHaveCount(0);
    const key = as ? `${name} (${as})` : name;
    if (this.seen.has(key)) return;
    if (PICTURES) {
      const path = `${PICTURES}/${page.viewportSize()?.width}-${this.seen.size}-${key.replace(/[^a-z_.]+/g, "-")}.png`;
      await page.screenshot({ path, fullPage: true, animations: "disabled" });
    }
    this.seen.set(key, PICTURES ? [] : await look(page));
  }

  /** The names of the pages looked at. */
  names(): Set<string> {
    return new Set([...this.seen.keys()].map((key) => key.replace(/ \(.*$/, "")));
  }

  faults(): string[] {
    return [...this.seen].flatMap(([page, faults]) => faults.map((fault) => `${page}: ${fault}`));
  }
}
