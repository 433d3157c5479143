import { expect, test } from "vitest";

import type { Zone } from "../generated/types";
import { along, placeName, placeZones } from "./zones";

const y = (value: number) => 100 - value * 10;
const up = { from: 0, to: 10, ticks: [] };
const green: Zone = { from: 4, to: 9, name: "green", tone: "Green" };

test("an open zone ends at the edge of the picture", () => {
  const [below] = placeZones([{ ...green, from: null, to: 4 }], up, y);
  expect(below).toMatchObject({ top: 60, bottom: 100 });
});

test("a zone outside the picture is not drawn", () => {
  expect(placeZones([{ ...green, from: 11, to: 12 }], up, y)).toEqual([]);
});

test("a name keeps clear of the line", () => {
  const placed = { zone: green, top: 10, bottom: 60 };
  expect(placeName(placed, 0, 300, [])).toMatchObject({ x: 8, y: 52, anchor: "start" });
  const low = Array.from({ length: 10 }, (_, at) => ({ x: at * 5, y: 50 }));
  expect(placeName(placed, 0, 300, low)).toMatchObject({ y: 52, anchor: "end" });
});

test("a name without room is left out", () => {
  expect(placeName({ zone: green, top: 10, bottom: 30 }, 0, 300, [])).toBeNull();
  expect(placeName({ zone: green, top: 10, bottom: 60 }, 0, 40, [])).toBeNull();
});

test("a line is followed between its points", () => {
  const point = (x: number, at: number) => ({ x, y: at, label: "", tone: "Green" }) as const;
  const places = along([{ name: "", points: [point(0, 0), point(8, 8)] }], (x) => x, (v) => v);
  expect(places).toContainEqual({ x: 4, y: 4 });
});
