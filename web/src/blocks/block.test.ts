import { expect, test } from "vitest";

import type { Block } from "../generated/types";
import { levelsOf } from "./block";

test("headings that blocks bring are never deeper than one step", () => {
  const heading: Block = { Heading: { text: "A", level: 2 } };
  const empty: Block = { EmptyState: { icon: "Track", title: "", text: "", button: null } };
  expect(levelsOf([empty, heading, empty])).toEqual([2, 3, 3]);
});
