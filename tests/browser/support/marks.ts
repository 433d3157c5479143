//! What is entered in a form, whatever it asks for, and the words by which it is found
//! again.

import { expect, type Locator, type Page } from "@playwright/test";

import { main, press } from "./people";

/** Without what a line's end, a hyphen of its own or a place to break puts in. */
export const plain = (text: string) => text.replace(/[\s\u200b\u00ad]+/g, "");

/** A day, so many from today. */
function day(from: number): Date {
  const date = new Date();
  date.setDate(date.getDate() + from);
  return date;
}

/** Everything that was entered, as it is to be found. */
export class Marks {
  readonly #all = new Map<string, string[]>();

  get count(): number {
    return this.#all.size;
  }

  /** Marked words, each of its own. */
  next(of: string): string {
    return this.add(`${of} pond${this.count + 1}x`);
  }

  /** What is to be found, in one way or another. */
  add(said: string, ...or: string[]): string {
    this.#all.set(said, [said, ...or]);
    return said;
  }

  /** A day, as the app writes it and as its tables do. */
  day(date: Date): void {
    const full = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
    const two = (n: number) => String(n).padStart(2, "0");
    this.add(full.format(date), `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`);
  }

  /** Those that are not among these words. */
  missing(words: string): string[] {
    const lacks = (ways: string[]) => !ways.some((said) => words.includes(plain(said)));
    return [...this.#all.values()].filter(lacks).map(([said]) => said ?? "");
  }
}

/** How a form is filled in where it cannot be filled in anyhow. */
export type Ways = {
  /** Days lie in the past, a later one later: of what was done, and not of what is to come
   * or to be looked at again. */
  past?: boolean;
  /** Days by the beginning of their question, so many from today. */
  days?: Record<string, number>;
  /** The choice that is made, by its question; the last one otherwise. */
  choose?: Record<string, string | RegExp>;
  /** Answers without which nothing is kept: that it is there says them. */
  implied?: string[];
};

const asked = (group: Locator) =>
  group.evaluate((element) => element.querySelector("legend")?.innerText ?? "");

/** Fills in all that the form on show asks: words, numbers, days, scales and choices. */
export async function fill(page: Page, marks: Marks, ways: Ways = {}): Promise<void> {
  const form = main(page).locator("form, .form").first();
  await expect(form).toBeVisible();
  for (const group of await form.locator("fieldset").all()) {
    const question = await asked(group);
    const parts = group.locator(".nhsuk-date-input input");
    if ((await parts.count()) === 3) {
      const given = Object.entries(ways.days ?? {}).find(([begins]) => question.trim().startsWith(begins))?.[1];
      const past = ways.past && !/again/.test(question);
      const date = day(given ?? (past ? marks.count - 300 : marks.count + 1));
      const values = [date.getDate(), date.getMonth() + 1, date.getFullYear()];
      for (const [at, value] of values.entries()) await parts.nth(at).fill(String(value));
      marks.day(date);
      continue;
    }
    const scale = group.locator(".scale__input");
    if ((await scale.count()) > 0) {
      await scale.nth(7).check({ force: true });
      marks.add(`${await scale.nth(7).inputValue()} out of 10`);
      continue;
    }
    const radios = group.getByRole("radio");
    if ((await radios.count()) > 0) {
      const wanted = Object.entries(ways.choose ?? {}).find(([begins]) => question.trim().startsWith(begins))?.[1];
      const radio = wanted ? group.getByRole("radio", { name: wanted }).first() : radios.last();
      await radio.check();
      marks.add(await radio.evaluate((input: HTMLInputElement) => input.labels?.[0]?.innerText ?? ""));
      continue;
    }
    for (const box of await group.getByRole("checkbox").all()) {
      await box.check();
      const label = await box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.innerText ?? "");
      if (!ways.implied?.includes(label)) marks.add(label);
    }
  }
  for (const box of await form.getByRole("textbox").all()) {
    const label = await box.evaluate((element: HTMLInputElement) =>
      element.closest(".nhsuk-date-input") ? "" : (element.labels?.[0]?.innerText ?? ""),
    );
    if (label === "") continue;
    const kind = await box.evaluate((element: HTMLInputElement) => `${element.inputMode} ${element.type}`);
    if (/phone number/i.test(label)) {
      await box.fill(marks.add(`01632 96${String(1000 + marks.count)}`));
    } else if (kind.startsWith("numeric") || kind.startsWith("decimal")) {
      // "To how many?", and "Of how many?".
      const of = /^of/i.test(label);
      await box.fill(of ? "100" : "37");
      if (of) marks.add("37 in 100");
    } else {
      await box.fill(marks.next(label.split(/\W+/)[0] || "Word"));
    }
  }
}

/** Fills in the form on show, and keeps it. */
export async function keep(page: Page, marks: Marks, ways: Ways = {}): Promise<void> {
  await fill(page, marks, ways);
  const before = await main(page).getAttribute("data-page");
  await press(page, "Save");
  await expect(main(page)).not.toHaveAttribute("data-page", before ?? "");
}
