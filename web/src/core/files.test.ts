import { expect, test } from "vitest";

import { readPart, readPicked, remember } from "./files";

test("a file that fits is read", async () => {
  const picked = await readPicked(new File(["abc"], "a.csv"), 3);
  expect(picked).toEqual({ name: "a.csv", size: 3, content: new Uint8Array([97, 98, 99]) });
});

test("a file that is too large is not read", async () => {
  const picked = await readPicked(new File(["abcd"], "a.csv"), 3);
  expect(picked).toEqual({ name: "a.csv", size: 4, content: null });
});

test("parts of the last file are read, and of no other", async () => {
  const part = { form: "f", field: "file", size: 6, offset: 2, length: 3 };
  expect(await readPart(part)).toBe("Gone");
  remember("f", "file", new File(["abcdef"], "a.zip"));
  expect(await readPart(part)).toEqual(new Uint8Array([99, 100, 101]));
  expect(await readPart({ ...part, size: 7 })).toBe("Changed");
  remember("g", "file", new File(["abcdef"], "b.zip"));
  expect(await readPart(part)).toBe("Gone");
});
