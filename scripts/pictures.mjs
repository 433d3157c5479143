// The pictures of Easy Read: chosen from OpenMoji (`npm pack openmoji@17.0.0`, unpacked),
// under names of our own, without what is not drawn.
//
//     node scripts/pictures.mjs FOLDER-OF-THE-PACKAGE

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const CHOSEN = {
  add: "2795", again: "1F504", ambulance: "1F691", back: "2B05", bad: "1F641",
  balance: "2696", bed: "1F6CF", bell: "1F514", book: "1F4D6", braille: "1F446",
  building: "1F3DB", bus: "1F68C", care: "1F917", changed: "1F500", chart: "1F4C8",
  choose: "1F449", clock: "1F552", computer: "1F4BB", day: "1F4C5", doctor: "1F9D1-200D-2695-FE0F",
  dog: "1F9AE", dove: "1F54A", ear: "1F442", email: "1F4E7", eye: "1F441", family: "1F46A",
  flower: "1F33B", folder: "1F4C1", goal: "1F3AF", good: "1F642", hands: "1F91F",
  headphones: "1F3A7", heart: "2764", help: "1F91D", home: "1F3E0", hospital: "1F3E5", idea: "1F4A1",
  ill: "1F912", key: "1F511", language: "1F310", large: "1F520", law: "1F9D1-200D-2696-FE0F",
  letter: "2709", link: "1F517", lock: "1F512", map: "1F5FA", me: "1F64B", microphone: "1F399",
  minus: "2796", mobile: "1F4F1", money: "1F4B7", no: "274C", numbers: "1F522", paper: "1F4C4",
  people: "1F465", person: "1F9D1", phone: "1F4DE", pill: "1F48A", plan: "1F4CB", pray: "1F64F",
  print: "1F5A8", question: "2753", quiet: "1F92B", save: "1F4BE", search: "1F50D", settings: "2699",
  sign: "270D", sos: "1F198", star: "2B50", steps: "1F463", stop: "1F6D1", strong: "1F4AA",
  sun: "1F31E", talk: "1F4AC", think: "1F4AD", thumb: "1F44D", tick: "2705", undo: "21A9",
  wait: "23F3", walk: "1F6B6", warning: "26A0", wheelchair: "1F9D1-200D-1F9BD", worry: "1F61F",
  write: "1F4DD",
};

const [from] = process.argv.slice(2);
const to = join(import.meta.dirname, "../web/public/pictures");
mkdirSync(to, { recursive: true });
for (const [name, code] of Object.entries(CHOSEN)) {
  const svg = readFileSync(join(from, "color/svg", `${code}.svg`), "utf8")
    .replace(/<!--.*?-->|<\?xml.*?\?>/gs, "")
    .replace(/<[a-z]+(?: [a-z0-9-]+="[^"]*")* fill="none" stroke="none"\/>/g, "")
    .replace(/<g id="[^"]*"\/>/g, "")
    .replace(/ id="[^"]*"/g, "")
    .replace(/(-?\d*\.\d{2})\d+/g, "$1")
    .replace(/#000000/g, "#000")
    .replace(/\s+/g, " ")
    .replace(/> </g, "><")
    .trim();
  writeFileSync(join(to, `${name}.svg`), `${svg}\n`);
}
writeFileSync(
  join(to, "LICENCE.txt"),
  `OpenMoji 17.0.0, the open-source emoji and icon project, https://openmoji.org
CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
Changed: other names, and without what is not drawn (scripts/pictures.mjs).
`,
);
