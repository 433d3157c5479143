#!/usr/bin/env node
// Writes the palette as Kotlin, from the one list of the product's colours:
// web/src/style/_tokens.scss.
//
//   node android/scripts/colours.mjs          writes the file
//   node android/scripts/colours.mjs --check  fails where the file is not what it would write
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const tokens = readFileSync(here("../../web/src/style/_tokens.scss"), "utf8");
const target = here("../ui/src/main/kotlin/app/whatmatters/ui/theme/Colours.kt");

function colours(name) {
  const block = tokens.slice(tokens.indexOf(`@mixin ${name} {`));
  const lines = block.slice(0, block.indexOf("}")).matchAll(/--([\w-]+): #([0-9a-f]{6});/g);
  return [...lines].map(([, token, hex]) => ({
    name: token.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()),
    value: `Color(0xFF${hex.toUpperCase()})`,
  }));
}

const light = colours("light");
const dark = colours("dark");
const palette = (name, list, isDark) => `internal val ${name} = Colours(
    isDark = ${isDark},
${list.map(({ name, value }) => `    ${name} = ${value},`).join("\n")}
)`;

const kotlin = `// Written by android/scripts/colours.mjs from the web's tokens. Not to be edited.
package app.whatmatters.ui

import androidx.compose.runtime.Immutable
import androidx.compose.ui.graphics.Color

/** Text has 7:1 on every ground it is used on, edges of controls 3:1. */
@Immutable
class Colours(
    val isDark: Boolean,
${light.map(({ name }) => `    val ${name}: Color,`).join("\n")}
)

${palette("LightColours", light, false)}

${palette("DarkColours", dark, true)}
`;

if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== kotlin) {
    console.error("Colours.kt is not what colours.mjs writes: run it again");
    process.exit(1);
  }
} else {
  writeFileSync(target, kotlin);
}
