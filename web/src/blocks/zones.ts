//! Where the zones of a chart go, and where their names stand clear of the lines.

import type { Axis, Series, Zone } from "../generated/types";

/** A place in the picture, pixels from its left and top. */
export type Place = { x: number; y: number };

/** A zone in pixels from the top. */
export type PlacedZone = { zone: Zone; top: number; bottom: number };

export type PlacedName = Place & { anchor: "start" | "end" };

/** A name needs this much height, and about so much width a character. */
const ROOM = 24;
const CHARACTER = 9;
const INSET = 8;
/** Places looked at along each stretch of a line. */
const STEPS = 8;

export function placeZones(zones: Zone[], up: Axis, y: (value: number) => number): PlacedZone[] {
  return zones.flatMap((zone) => {
    const low = Math.max(zone.from ?? up.from, up.from);
    const high = Math.min(zone.to ?? up.to, up.to);
    return high > low ? [{ zone, top: y(high), bottom: y(low) }] : [];
  });
}

/** Places all along the lines. */
export function along(
  series: Series[],
  x: (value: number) => number,
  y: (value: number) => number,
): Place[] {
  return series.flatMap(({ points }) =>
    points.flatMap((point, at) => {
      const next = points[at + 1] ?? point;
      return Array.from({ length: STEPS }, (_, step) => {
        const part = step / STEPS;
        return {
          x: x(point.x + (next.x - point.x) * part),
          y: y(point.y + (next.y - point.y) * part),
        };
      });
    }),
  );
}

/** The corner of a zone where its name hides least; none where it has no room. */
export function placeName(
  { zone, top, bottom }: PlacedZone,
  from: number,
  to: number,
  taken: Place[],
): PlacedName | null {
  const width = zone.name.length * CHARACTER;
  if (bottom - top < ROOM || to - from < width + 2 * INSET) return null;
  const corners: PlacedName[] = [bottom - INSET, top + ROOM - INSET + 2].flatMap((y) => [
    { x: from + INSET, y, anchor: "start" as const },
    { x: to - INSET, y, anchor: "end" as const },
  ]);
  const hidden = corners.map((corner) => {
    const left = corner.anchor === "start" ? corner.x : corner.x - width;
    return taken.filter(
      (place) =>
        place.x > left - 6 &&
        place.x < left + width + 6 &&
        place.y > corner.y - ROOM &&
        place.y < corner.y + INSET,
    ).length;
  });
  return corners[hidden.indexOf(Math.min(...hidden))] ?? null;
}
