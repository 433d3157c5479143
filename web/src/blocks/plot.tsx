//! The picture of a chart. Zones have patterns and points have shapes, so that
//! nothing hangs on colour. A slider that only shows when it has the focus
//! moves a cursor from point to point, and over the marks of the lanes below, and
//! reads each of them out; a finger or a mouse moves the same cursor.

import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useId, useState } from "react";

import type { Bar, Chart, Lane, Point, Series, Tick } from "../generated/types";
import { SHAPES, toneName } from "../parts/tag";
import { words } from "../words";
import { useWidth } from "../parts/use-width";
import { Patterns, patternOf } from "./patterns";
import { along, type Place, placeName, placeZones, type PlacedZone } from "./zones";

const HEIGHT = 260;
/** Of a lane: its name above its marks. */
const LANE = 50;
const EDGE = { top: 14, right: 16, bottom: 34 };
/** Room for the marks at the left: about so many pixels a character. */
const CHARACTER = 11;
const LINES = ["", "7 5", "2 5"];
/** More points than this are drawn without shapes, unless they mean something. */
const MANY = 60;

type Scale = (value: number) => number;

/** What the cursor can be on: a point or a mark, in pixels, with its words. */
type Stop = Place & { label: string; point: boolean };

export function Plot({ chart }: { chart: Chart }) {
  const [frame, width] = useWidth<HTMLDivElement>(320);
  const id = useId();
  const [cursor, setCursor] = useState<number | null>(null);

  const left = 10 + CHARACTER * Math.max(...chart.up.ticks.map((tick) => tick.label.length), 1);
  const x = scaleLinear([chart.across.from, chart.across.to], [left, width - EDGE.right]);
  const y = scaleLinear([chart.up.from, chart.up.to], [HEIGHT - EDGE.bottom, EDGE.top]);
  const zones = placeZones(chart.zones, chart.up, y);
  const taken = along(chart.series, x, y);
  const height = HEIGHT + LANE * chart.lanes.length;
  const stops = inOrder(chart, x, y);
  // Where nothing is chosen, the newest reading is said.
  const newest = stops.findLastIndex((stop) => stop.point);
  const at = cursor === null ? undefined : stops[Math.min(cursor, stops.length - 1)];
  const said = at ?? stops[newest];

  function follow(event: React.PointerEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    setCursor(nearest(stops, event.clientX - box.left, event.clientY - box.top));
  }

  return (
    <div className="plot" ref={frame}>
      <input
        type="range"
        className="plot__slider"
        aria-label={`${chart.title}: ${words.chartPoints}`}
        aria-valuetext={said?.label}
        min={0}
        max={stops.length - 1}
        step={1}
        value={cursor ?? newest}
        onChange={(event) => setCursor(Number(event.target.value))}
        onFocus={() => setCursor((now) => now ?? newest)}
        onBlur={() => setCursor(null)}
      />
      <svg
        className="plot__picture"
        width={width}
        height={height}
        aria-hidden="true"
        onPointerDown={follow}
        onPointerMove={follow}
        onPointerLeave={() => setCursor(null)}
      >
        <Patterns id={id} />
        <Zones chart={chart} zones={zones} id={id} x={x} />
        <Axes chart={chart} left={left} width={width} x={x} y={y} />
        <Bars bars={chart.bars} x={x} y={y} />
        {chart.series.map((series, which) => (
          <Line
            key={which}
            series={series}
            which={which}
            named={chart.series.length > 1}
            end={width}
            x={x}
            y={y}
          />
        ))}
        <ZoneNames zones={zones} from={left} to={width - EDGE.right} taken={taken} />
        <Lanes lanes={chart.lanes} left={left} right={width - EDGE.right} x={x} />
        {at && <Cursor at={at} height={height} />}
      </svg>
      {/* The slider says it; the table has all of them. */}
      <p className={at ? "plot__reading plot__reading--now" : "plot__reading"} aria-hidden="true">
        {said?.label}
      </p>
    </div>
  );
}

type Scales = { x: Scale; y: Scale };

type ZonesProps = { chart: Chart; zones: PlacedZone[]; id: string; x: Scale };

function Zones({ chart, zones, id, x }: ZonesProps) {
  const from = x(chart.across.from);
  const to = x(chart.across.to);
  return zones.map(({ zone, top, bottom }, at) => (
    <g key={at} className={`zone zone--${toneName(zone.tone)}`}>
      <rect className="zone__ground" x={from} y={top} width={to - from} height={bottom - top} />
      <rect x={from} y={top} width={to - from} height={bottom - top} fill={patternOf(id, zone.tone)} />
      {zone.to !== null && zone.to < chart.up.to && (
        <line className="zone__edge" x1={from} x2={to} y1={top} y2={top} />
      )}
      {zone.from !== null && zone.from > chart.up.from && (
        <line className="zone__edge" x1={from} x2={to} y1={bottom} y2={bottom} />
      )}
    </g>
  ));
}

type NamesProps = { zones: PlacedZone[]; from: number; to: number; taken: Place[] };

/** Above the lines, and where they are not. */
function ZoneNames({ zones, from, to, taken }: NamesProps) {
  return zones.map((placed, at) => {
    const place = placeName(placed, from, to, taken);
    return (
      place && (
        <text
          key={at}
          className={`zone__name zone--${toneName(placed.zone.tone)}`}
          x={place.x}
          y={place.y}
          textAnchor={place.anchor}
        >
          {placed.zone.name}
        </text>
      )
    );
  });
}

function Axes({ chart, left, width, x, y }: { chart: Chart; left: number; width: number } & Scales) {
  return (
    <g className="axes">
      {chart.up.ticks.map((tick) => (
        <g key={tick.at}>
          <line className="axes__line" x1={left} x2={width - EDGE.right} y1={y(tick.at)} y2={y(tick.at)} />
          <text x={left - 8} y={y(tick.at)} dy="0.35em" textAnchor="end">
            {tick.label}
          </text>
        </g>
      ))}
      {apart(chart.across.ticks, x, left, width - EDGE.right).map(({ tick, place }) => (
        <text key={tick.at} x={x(tick.at)} y={HEIGHT - 10} textAnchor={place}>
          {tick.label}
        </text>
      ))}
    </g>
  );
}

/** The marks that do not touch each other, the newest first. */
function apart(ticks: Tick[], x: Scale, left: number, right: number) {
  let free = Infinity;
  return ticks.toReversed().flatMap((tick) => {
    const place = anchor(x(tick.at), left, right);
    const long = CHARACTER * tick.label.length;
    const start = x(tick.at) - { start: 0, middle: long / 2, end: long }[place];
    if (start + long > free) return [];
    free = start;
    return [{ tick, place }];
  });
}

/** Marks at the ends stay inside the picture. */
function anchor(at: number, left: number, right: number): "start" | "middle" | "end" {
  if (at - left < 24) return "start";
  return right - at < 24 ? "end" : "middle";
}

/** One stroke for all: the two numbers of a reading, or lowest to highest. */
function Bars({ bars, x, y }: { bars: Bar[] } & Scales) {
  const strokes = bars.map((bar) => `M${x(bar.x)} ${y(bar.from)}V${y(bar.to)}`);
  return strokes.length > 0 && <path className="bars" d={strokes.join("")} />;
}

type LanesProps = { lanes: Lane[]; left: number; right: number; x: Scale };

/** What happened beside, a row each below the picture. */
function Lanes({ lanes, left, right, x }: LanesProps) {
  return lanes.map((lane, at) => (
    <g key={at} className="lane">
      <text x={left} y={laneY(at) - 14}>
        {lane.name}
      </text>
      <path className="axes__line" d={`M${left} ${laneY(at)}H${right}`} />
      <path className="lane__marks" d={lane.marks.map((mark) => `M${x(mark.x)} ${laneY(at) - 6}v12`).join("")} />
    </g>
  ));
}

function laneY(at: number): number {
  return HEIGHT + LANE * at + LANE - 10;
}

type LineProps = { series: Series; which: number; named: boolean; end: number } & Scales;

function Line({ series, which, named, end, x, y }: LineProps) {
  const path = line<Point>()
    .x((point) => x(point.x))
    .y((point) => y(point.y))(series.points);
  const many = series.points.length > MANY;
  const last = series.points.at(-1);
  return (
    <g className="line">
      {path && <path className="line__path" d={path} strokeDasharray={LINES[which % LINES.length]} />}
      {series.points
        .filter((point) => !many || point.tone === "Red" || point.tone === "Amber")
        .map((point, at) => (
          <Mark key={at} point={point} x={x} y={y} />
        ))}
      {named && last && (
        <LineName name={series.name} x={x(last.x)} y={y(last.y)} room={end - x(last.x)} />
      )}
    </g>
  );
}

type NameProps = { name: string; x: number; y: number; room: number };

/** After the last point where there is room, above it where there is none. */
function LineName({ name, x, y, room }: NameProps) {
  const beside = room > 20 + name.length * CHARACTER;
  return (
    <text
      className="line__name"
      x={beside ? x + 14 : x}
      y={beside ? y : y - 14}
      dy={beside ? "0.35em" : undefined}
      textAnchor={beside ? "start" : "end"}
    >
      {name}
    </text>
  );
}

function Mark({ point, x, y }: { point: Point } & Scales) {
  return (
    <path
      className={`mark mark--${toneName(point.tone)}`}
      transform={`translate(${x(point.x)} ${y(point.y)})`}
      d={SHAPES[point.tone] ?? SHAPES.Green ?? ""}
    />
  );
}

function Cursor({ at, height }: { at: Place; height: number }) {
  return (
    <g className="cursor">
      <line x1={at.x} x2={at.x} y1={EDGE.top} y2={height - (height > HEIGHT ? 0 : EDGE.bottom)} />
      <circle cx={at.x} cy={at.y} r="11" />
    </g>
  );
}

/** All points and marks left to right, whichever line or lane they are of. */
function inOrder({ series, lanes }: Chart, x: Scale, y: Scale): Stop[] {
  const points = series.flatMap((each) => each.points);
  const stops = points.map(({ label, ...at }) => ({ x: x(at.x), y: y(at.y), label, point: true }));
  const marks = lanes.flatMap((lane, at) =>
    lane.marks.map(({ label, ...mark }) => ({ x: x(mark.x), y: laneY(at), label, point: false })),
  );
  return [...stops, ...marks].sort((a, b) => a.x - b.x);
}

/** The stop nearest to a place in the picture; sideways counts most. */
function nearest(stops: Stop[], px: number, py: number): number | null {
  let best: number | null = null;
  let least = Infinity;
  stops.forEach((stop, at) => {
    const away = Math.abs(stop.x - px) + Math.abs(stop.y - py) / 8;
    if (away < least) {
      least = away;
      best = at;
    }
  });
  return best;
}
