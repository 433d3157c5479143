import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { Heading } from "../blocks/heading";
import { PicturesContext } from "../core/context";
import { Button } from "./button";
import { best } from "./read-aloud";

const beside = new Map([["My goals", "goal"]]);

function drawn(what: React.ReactNode): string {
  return renderToStaticMarkup(<PicturesContext value={beside}>{what}</PicturesContext>);
}

test("words that have a picture stand to the right of it, and say nothing of it", () => {
  const heading = drawn(<Heading heading={{ text: "My goals", level: 2 }} />);
  expect(heading.indexOf("/pictures/goal.svg")).toBeGreaterThan(-1);
  expect(heading.indexOf("/pictures/goal.svg")).toBeLessThan(heading.indexOf("My goals"));
  expect(heading).toContain('alt=""');
});

test("words that have none stand alone", () => {
  const heading = drawn(<Heading heading={{ text: "Goals and hopes", level: 2 }} />);
  expect(heading).toBe('<h2 class="heading">Goals and hopes</h2>');
});

test("a button’s picture takes the place of its icon", () => {
  const target = { Press: { token: "" } };
  const button = { label: "My goals", spoken: null, icon: "Plus", style: "Secondary", target, chosen: null } as const;
  expect(drawn(<Button button={button} />)).not.toContain("<svg");
  expect(drawn(<Button button={{ ...button, label: "Other" }} />)).toContain("<svg");
});

test("Easy Read is read in a voice of its language, which is on the device", () => {
  const voice = (lang: string, localService = true) => ({ lang, localService });
  const [us, gb, cloud] = [voice("en-US"), voice("en_GB"), voice("en-GB", false)];
  expect(best([us, cloud, gb], "en-GB-x-easyread")).toBe(gb);
  expect(best([us, cloud, gb], "en-GB")).toBe(gb);
  expect(best([cloud, us], "en-GB-x-easyread")).toBe(us);
  expect(best([cloud], "en-GB-x-easyread")).toBeNull();
});
