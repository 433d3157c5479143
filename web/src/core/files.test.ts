import { expect, test } from "vitest";

import { readPicked } from "./files";

test("a file that fits is read", async () => {
  const picked = await readPicked(new File(["abc"], "a.csv"), 3);
  expect(picked).toEqual({ name: "a.csv", size: 3, content: new Uint8Array([97, 98, 99]) });
});

test("a file that is too large is not read", async () => {
  const picked = await readPicked(new File(["abcd"], "a.csv"), 3);
  expect(picked).toEqual({ name: "a.csv", size: 4, content: null });
});
