import { describe, expect, it } from "vitest";

import type { Telling } from "../generated/types";
import { bytes, dueAt } from "./push";

const telling = (at: number) => ({ at }) as Telling;

describe("what a push stands for", () => {
  const noon = 1_800_000_000;
  const all = [noon - 3600, noon - 840, noon, noon + 60, noon + 600].map(telling);
  it("is what has just become due, by a clock that may be a little behind", () => {
    expect(dueAt(all, noon * 1000).map(({ at }) => at - noon)).toEqual([-840, 0, 60]);
  });
  it("is nothing where nothing is", () => {
    expect(dueAt(all, (noon - 7200) * 1000)).toEqual([]);
  });
});

describe("the server's key", () => {
  it("is read from base64 for addresses, with no padding", () => {
    expect([...bytes("-__-")]).toEqual([0xfb, 0xff, 0xfe]);
    expect([...bytes("Zm8")]).toEqual([0x66, 0x6f]);
  });
});
