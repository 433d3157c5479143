// Splits the module in two: what the very first page needs, and the rest.
//
//   node scripts/split.mjs IN.wat FIRST.wat REST.wat
//
// IN is the module as text, with the names of its functions (wasm-dis). What belongs
// to the features named below goes to REST, and with it whatever only they use. REST
// works on the memory, the tables and the functions of FIRST, which it gets as imports
// from one another ("first"). Where FIRST calls a function of REST it calls through a
// table, `later`, which REST fills when it comes.
//
// A function of REST that is called before REST is there is a trap, which ends the
// core and starts it anew, with both (web/src/worker/owner.ts).
import { readFileSync, writeFileSync } from "node:fs";

/** The modules of `shared` that a page before anything is written does not need. */
const LATER = [
  "about_me",
  "action_plan",
  "advance_care",
  "appointment",
  "bring_in",
  "choice",
  "contingency",
  "deciding",
  "diary",
  "entry",
  "experiments",
  "forms::fields",
  "gallery",
  "items",
  "measured",
  "media",
  "medicines",
  "messages",
  "outcomes",
  "own",
  "plan",
  "questionnaires",
  "reminders",
  "rules",
  "sharing",
  "staff",
  "tell",
  "today",
  "track",
  "your_data",
  "zip",
];

/** What of them runs before anything is written all the same. */
const NOW = ["tell::due"];

const NAME = /\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+)/;
const NAMES = new RegExp(NAME, "g");
/** Functions of those folders; not what others have of their types (a list's end, say). */
const later = new RegExp(`^\\$"?<?shared::(?!${NOW.join("|")})(?:${LATER.join("|")})::`);

const [input, first, rest] = process.argv.slice(2);
const forms = read(readFileSync(input, "utf8"));
const of = (kind) => forms.filter((form) => form.kind === kind);
const functions = new Map(of("func").map((form) => [form.name, form]));
const moved = closed(
  new Set([...functions.keys()].filter((name) => later.test(name))),
  functions,
);
for (const folder of LATER) {
  if (![...moved].some((name) => name.includes(`shared::${folder}::`))) {
    throw new Error(`no function is in shared/src/${folder}: say its new name in scripts/split.mjs`);
  }
}
write();

/** The forms of a module: what each is, its name, its text. */
function read(text) {
  const forms = [];
  for (const part of text.slice(text.indexOf("\n")).split(/\n(?= \()/)) {
    const kind = part.match(/^ \((\w+)/)?.[1];
    if (!kind) continue;
    const inner = kind === "import" ? part.match(/\((func|global|memory|table) /)?.[1] : kind;
    // The last form has the module's own end behind it.
    forms.push({ kind, inner, name: part.match(NAME)?.[0], text: part.replace(/\n\)\s*$/, "") });
  }
  return forms;
}

/** With what is used by nothing but these. */
function closed(moved, functions) {
  const users = new Map([...functions.keys()].map((name) => [name, new Set()]));
  for (const form of forms) {
    if (form.kind !== "func") {
      // An export or a table may be used by anything.
      for (const name of form.text.match(NAMES) ?? []) users.get(name)?.add("");
      continue;
    }
    for (const name of used(form)) if (name !== form.name) users.get(name)?.add(form.name);
  }
  for (let more = true; more; ) {
    more = false;
    for (const [name, by] of users) {
      if (moved.has(name) || by.size === 0 || [...by].some((user) => !moved.has(user))) continue;
      moved.add(name);
      more = true;
    }
  }
  return moved;
}

/** The functions that a function calls. */
function used({ text }) {
  return [...text.matchAll(/\((?:call|ref\.func) (\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+))/g)].map(
    ([, name]) => name,
  );
}

/** The part of a function's text that says what it takes and gives. */
function signature({ text }) {
  const head = text.split("\n")[0];
  const parts = head.match(/\((?:param|result) [^)]*\)/g) ?? [];
  const types = (which) =>
    parts
      .filter((part) => part.startsWith(`(${which}`))
      .flatMap((part) => part.slice(which.length + 2, -1).split(" "))
      .filter((word) => !word.startsWith("$"));
  return { params: types("param"), results: types("result") };
}

function typed({ params, results }) {
  return params.map((type) => ` (param ${type})`).join("") +
    (results.length > 0 ? ` (result ${results.join(" ")})` : "");
}

function write() {
  const staying = of("func").filter(({ name }) => !moved.has(name));
  const going = of("func").filter(({ name }) => moved.has(name));

  // Which of REST's are called from FIRST, each at a place of the table.
  const places = new Map();
  for (const form of [...staying, ...of("elem"), ...of("export")]) {
    const names = form.kind === "func" ? used(form) : form.text.match(NAMES);
    for (const name of names) {
      if (moved.has(name) && !places.has(name)) places.set(name, places.size);
    }
  }
  const stubs = [...places].map(([name, place]) => {
    const { params, results } = signature(functions.get(name));
    const named = params.map((type, at) => ` (param $${at} ${type})`).join("");
    const given = params.map((_, at) => ` (local.get $${at})`).join("");
    const result = results.length > 0 ? ` (result ${results.join(" ")})` : "";
    return ` (func ${name}${named}${result}\n` +
      `  (call_indirect $later${typed({ params, results })}${given} (i32.const ${place})))`;
  });

  // What REST uses of FIRST.
  const needed = new Set();
  for (const form of going) {
    for (const name of form.text.match(NAMES)) if (!moved.has(name)) needed.add(name);
  }
  const exports = [];
  const imports = [];
  const share = (name, kind, type) => {
    const short = `_${exports.length.toString(36)}`;
    exports.push(` (export "${short}" (${kind} ${name}))`);
    imports.push(` (import "first" "${short}" (${kind} ${name} ${type}))`);
  };
  for (const form of [...of("memory"), ...of("table"), ...of("global")]) {
    if (!needed.has(form.name) && form.kind !== "memory") continue;
    const type = form.text.slice(form.text.indexOf(form.name) + form.name.length);
    // Of a global its type, without what it begins with.
    share(form.name, form.kind, type.replace(/\)\s*$/, "").match(/^ (\(mut \w+\)|[^()]+)/)[1]);
  }
  for (const form of [...of("import"), ...staying]) {
    if (!needed.has(form.name)) continue;
    if (form.kind === "import" && form.inner !== "func") throw new Error(`imported: ${form.text}`);
    share(form.name, "func", typed(signature(form)));
  }
  share("$later", "table", `${places.size} ${places.size} funcref`);

  const whole = (parts) => `(module\n${parts.join("\n")}\n)\n`;
  const texts = (list) => list.map(({ text }) => text);
  writeFileSync(first, whole([
    ...texts(forms.filter(({ kind }) => kind !== "func")),
    ` (table $later ${places.size} ${places.size} funcref)`,
    ...exports,
    ...stubs,
    ...texts(staying),
  ]));
  writeFileSync(rest, whole([
    ...texts(of("type")),
    ...imports,
    ` (elem (table $later) (i32.const 0) func ${[...places.keys()].join(" ")})`,
    ...texts(going),
  ]));
}
