#!/usr/bin/env node
// Writes the app's icon for the phones from the web's, web/public/icons/mark.svg:
// a ground, lines and dots, all that it is made of. Android's as vectors, Apple's as
// the one picture that Xcode makes all sizes from.
//
//   node scripts/mark.mjs          writes them
//   node scripts/mark.mjs --check  fails where they are not what it would write
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync, inflateSync } from "node:zlib";

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const svg = readFileSync(here("web/public/icons/mark.svg"), "utf8");
const attributes = (tag) =>
  Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
const tags = [...svg.matchAll(/<(\w+)([^>]*)\/>/g)].map(([, name, rest]) => ({ name, ...attributes(rest) }));
const [ground, line, dot, ...more] = tags;
if (more.length || `${ground.name} ${line.name} ${dot.name}` !== "rect path circle") {
  throw new Error("mark.svg is not a ground, a line and a dot any more: teach scripts/mark.mjs to draw it");
}
const side = Number(ground.width);

// The line's corners: one absolute move, then relative ones.
const [first, ...steps] = line.d.match(/^M(\d+ \d+)l(.+)$/).slice(1).join(" ").match(/-?\d+ ?-?\d+/g);
const numbers = (pair) => pair.match(/-?\d+/g).map(Number);
const corners = steps.reduce(
  (found, step) => [...found, found.at(-1).map((at, axis) => at + numbers(step)[axis])],
  [numbers(first)],
);

// -- Android: within the middle 66 of 108 that every launcher shows -------------
const scale = 0.14;
const shift = 54 - (side / 2) * scale;
const around = ({ cx, cy, r }) => `M${cx - r},${cy}a${r},${r} 0,1 1,${2 * r} 0a${r},${r} 0,1 1,${-2 * r} 0`;
const round = around({ cx: Number(dot.cx), cy: Number(dot.cy), r: Number(dot.r) });
const vector = (size, group, ink, point, why) => `<?xml version="1.0" encoding="utf-8"?>
<!-- ${why} Written by scripts/mark.mjs. -->
<vector xmlns:android="http://schemas.android.com/apk/res/android"
    android:width="${size}dp"
    android:height="${size}dp"
    android:viewportWidth="${size}"
    android:viewportHeight="${size}">
    <group ${group}>
        <path
            android:pathData="${line.d}"
            android:strokeColor="${ink}"
            android:strokeLineCap="${line["stroke-linecap"]}"
            android:strokeLineJoin="${line["stroke-linejoin"]}"
            android:strokeWidth="${line["stroke-width"]}" />
        <path
            android:fillColor="${point}"
            android:pathData="${round}" />
    </group>
</vector>
`;
const grouped = (by, to) =>
  `android:scaleX="${by}" android:scaleY="${by}" android:translateX="${to.toFixed(2)}" android:translateY="${to.toFixed(2)}"`;
const upper = (colour) => colour.toUpperCase();
const launcher = vector(
  108, grouped(scale, shift), upper(line.stroke), upper(dot.fill),
  "The mark, on the ground that launcher.xml gives it.",
);
const small = 24 / 400;
const notification = vector(
  24, grouped(small, 12 - (side / 2) * small), "#FFFFFF", "#FFFFFF",
  "The mark alone: Android takes its shape and gives it a colour.",
);

// -- Apple: 1024 pixels, no corners, no transparency ----------------------------
const pixels = 1024;
const rgb = (colour) => colour.match(/[0-9a-f]{2}/gi).map((pair) => Number.parseInt(pair, 16));
const away = ([x, y], [[ax, ay], [bx, by]]) => {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - at * (bx - ax), y - ay - at * (by - ay));
};
const pieces = corners.slice(1).map((corner, at) => [corners[at], corner]);
const shapes = [
  [rgb(line.stroke), (at) => Math.min(...pieces.map((piece) => away(at, piece))) - line["stroke-width"] / 2],
  [rgb(dot.fill), ([x, y]) => Math.hypot(x - dot.cx, y - dot.cy) - dot.r],
];
function drawn() {
  const rows = Buffer.alloc(pixels * (1 + pixels * 3));
  for (let y = 0; y < pixels; y += 1) {
    for (let x = 0; x < pixels; x += 1) {
      const at = [x, y].map((axis) => ((axis + 0.5) * side) / pixels);
      let colour = rgb(ground.fill);
      for (const [ink, distance] of shapes) {
        // How much of the pixel it covers: edges are soft over one pixel.
        const part = Math.min(1, Math.max(0, 0.5 - (distance(at) * pixels) / side));
        colour = colour.map((under, channel) => under + (ink[channel] - under) * part);
      }
      rows.set(colour.map(Math.round), y * (1 + pixels * 3) + 1 + x * 3);
    }
  }
  return rows;
}
function chunk(name, body) {
  const named = Buffer.concat([Buffer.from(name, "latin1"), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
function png(rows) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(pixels, 0);
  head.writeUInt32BE(pixels, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const body = chunk("IDAT", deflateSync(rows, { level: 9 }));
  return Buffer.concat([signature, chunk("IHDR", head), body, chunk("IEND", Buffer.alloc(0))]);
}
/** What a picture of ours shows: another zlib may pack the same otherwise. */
function shown(file) {
  const start = file.indexOf("IDAT") + 4;
  return inflateSync(file.subarray(start, start + file.readUInt32BE(start - 8)));
}

const set = "ios/App/Assets.xcassets";
const about = { info: { author: "xcode", version: 1 } };
const images = [{ filename: "icon.png", idiom: "universal", platform: "ios", size: "1024x1024" }];
const written = new Map([
  ["android/app/src/main/res/drawable/launcher_mark.xml", launcher],
  ["android/app/src/main/res/drawable/notification.xml", notification],
  [`${set}/Contents.json`, `${JSON.stringify(about, null, 2)}\n`],
  [`${set}/AppIcon.appiconset/Contents.json`, `${JSON.stringify({ images, ...about }, null, 2)}\n`],
]);
const picture = `${set}/AppIcon.appiconset/icon.png`;
const rows = drawn();

// Android's ground is the theme's own colour.
const theme = readFileSync(here("android/app/src/main/res/values/theme.xml"), "utf8");
if (!theme.includes(`<color name="brand">${upper(ground.fill)}</color>`)) {
  throw new Error(`the ground of mark.svg, ${ground.fill}, is not Android's colour "brand"`);
}

if (process.argv.includes("--check")) {
  const stale = [...written].filter(([path, text]) => readFileSync(here(path), "utf8") !== text).map(([path]) => path);
  if (!shown(readFileSync(here(picture))).equals(rows)) stale.push(picture);
  if (stale.length) {
    console.error(`not of the mark that is drawn now: ${stale.join(", ")}. Run: node scripts/mark.mjs`);
    process.exit(1);
  }
} else {
  mkdirSync(dirname(here(picture)), { recursive: true });
  for (const [path, text] of written) writeFileSync(here(path), text);
  writeFileSync(here(picture), png(rows));
}
