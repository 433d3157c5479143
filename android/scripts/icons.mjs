#!/usr/bin/env node
// Writes the strokes of the icons as Kotlin, from the same Tabler outlines that
// the web shell draws: web/src/parts/strokes.ts is the one list of which is which.
//
//   node android/scripts/icons.mjs          writes the file
//   node android/scripts/icons.mjs --check  fails where the file is not what it would write
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const list = readFileSync(here("../../web/src/parts/strokes.ts"), "utf8");
const target = here("../ui/src/main/kotlin/app/whatmatters/ui/parts/Strokes.kt");

const files = new Map(
  [...list.matchAll(/import (\w+) from "@tabler\/icons\/outline\/([\w-]+)\.svg\?icon"/g)].map(
    ([, name, file]) => [name, file],
  ),
);
const chrome = new Set(
  list.match(/type ChromeIcon = ([^;]+);/)[1].match(/\w+/g),
);

function strokes(file) {
  const svg = readFileSync(here(`../../web/node_modules/@tabler/icons/icons/outline/${file}.svg`), "utf8");
  const drawn = svg.replace(/<path stroke="none"[^>]*>/, "");
  if (/<(?!path|svg|\/svg)\w+/.test(drawn)) throw new Error(`${file} is not made of paths alone`);
  const paths = [...drawn.matchAll(/<path d="([^"]+)"/g)].map(([, path]) => path);
  // They become one path, in which only the first may begin relative to nothing.
  if (paths.some((path) => path.startsWith("m"))) throw new Error(`${file} begins with a relative move`);
  return paths.join(" ");
}

const lines = [...list.matchAll(/^ {2}(\w+): (\w+),$/gm)].map(([, icon, name]) => ({
  icon,
  path: strokes(files.get(name)),
}));
const page = lines.filter(({ icon }) => !chrome.has(icon));
const own = lines.filter(({ icon }) => chrome.has(icon));
// nhsuk-frontend draws the web's cross of "don't".
own.push({ icon: "Cross", path: strokes("x") });

const kotlin = `// Written by android/scripts/icons.mjs from Tabler's outlines (MIT). Not to be edited.
package app.whatmatters.ui

import app.whatmatters.types.Icon

/** The strokes of a page's icon. Without \`else\`: an icon that has none does not compile. */
internal fun strokesOf(icon: Icon): String = when (icon) {
${page.map(({ icon, path }) => `    Icon.${icon.toUpperCase()} -> "${path}"`).join("\n")}
}

/** What the chrome draws besides the icons of a page. */
internal enum class Glyph(val strokes: String) {
${own.map(({ icon, path }) => `    ${icon.toUpperCase()}("${path}"),`).join("\n")}
}
`;

if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== kotlin) {
    console.error("Strokes.kt is not what icons.mjs writes: run it again");
    process.exit(1);
  }
} else {
  writeFileSync(target, kotlin);
}
