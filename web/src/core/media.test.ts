import { expect, test } from "vitest";

import { awaitMedia, takeMedia } from "./media";

const chunk = (offset: number, bytes: number, id = "a") => ({
  id,
  media_type: "image/png",
  bytes,
  offset,
  content: [],
});
const bytes = (...all: number[]) => new Uint8Array(all);

test("what nobody waits for is not wanted", () => {
  expect(takeMedia(chunk(0, 1), bytes(1))).toBe("Unwanted");
});

test("parts become one, in their order", async () => {
  const shown: Blob[] = [];
  awaitMedia("a", (blob) => shown.push(blob));
  expect(takeMedia(chunk(0, 3), bytes(1, 2))).toBe("Taken");
  expect(shown).toHaveLength(0);
  // Out of turn, and once more from the beginning.
  expect(takeMedia(chunk(7, 3), bytes(9))).toBe("Unwanted");
  expect(takeMedia(chunk(0, 3), bytes(1, 2))).toBe("Taken");
  expect(takeMedia(chunk(2, 3), bytes(3))).toBe("Taken");
  expect(new Uint8Array(await shown[0]!.arrayBuffer())).toEqual(bytes(1, 2, 3));
  expect(shown[0]!.type).toBe("image/png");
  expect(takeMedia(chunk(0, 3), bytes(1, 2))).toBe("Unwanted");
});

test("who left the page gets nothing more", () => {
  const stop = awaitMedia("b", () => expect.unreachable());
  expect(takeMedia(chunk(0, 2, "b"), bytes(1))).toBe("Taken");
  stop();
  expect(takeMedia(chunk(1, 2, "b"), bytes(2))).toBe("Unwanted");
});
