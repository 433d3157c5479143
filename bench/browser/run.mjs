//! Measures the core in Chromium, and the size of what a browser loads. Needs
//! the built web app (`make web`) and the browser tests' packages. With `--try` all of
//! it once with a few days, without marks: so that what measures works when it is wanted.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const { chromium } = createRequire(path.join(root, "tests/browser/package.json"))("@playwright/test");

const trying = process.argv.includes("--try");
const DAYS = trying ? 20 : 3650;
const TIMES = trying ? 1 : 15;
const A_DAY = 20;
const PLAN = trying ? { goals: 2, steps: 1, changes: 2 } : { goals: 40, steps: 4, changes: 9 };
const PLAN_PAGES = ["open", "a goal", "its history", "compare two versions"];
const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };
const files = {
  "/": () => "<!doctype html><title>bench</title>",
  "/worker.js": () => readFileSync(path.join(import.meta.dirname, "worker.js")),
  "/wasm/core.js": () => readFileSync(path.join(root, "web/wasm/core.js")),
  "/export.zip": () => readFileSync(made),
  "/wasm/core_bg.wasm": () => readFileSync(path.join(root, "web/wasm/core_bg.wasm")),
  "/wasm/rest.wasm": () => readFileSync(path.join(root, "web/wasm/rest.wasm")),
};

/** The export that is brought in. */
let made;

/** The web app's own files. */
function dist(url) {
  const file = path.join(root, "web/dist", path.normalize(url));
  return existsSync(file) && statSync(file).isFile() ? () => readFileSync(file) : undefined;
}

let missed = 0;
const rows = [];

function row(what, value, unit, most) {
  const figures = value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
  const over = !trying && most !== undefined && value > most;
  if (over) missed++;
  const mark = most === undefined ? "" : `≤ ${most} ${unit}${over ? ", MISSED" : ""}`;
  rows.push([what, `${figures} ${unit}`, mark]);
}

/** The one that a quarter is faster than. */
const usual = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 4)];

/** Ten years of a coded diary: glucose and insulin, 20 lines a day. */
function diary() {
  const lines = [];
  const two = (n) => String(n).padStart(2, "0");
  for (let day = 0; day < DAYS; day++) {
    const date = new Date(Date.UTC(2016, 0, 1 + day));
    const written = `${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}-${date.getUTCFullYear()}`;
    for (let n = 0; n < A_DAY; n++) {
      const [code, value] = n % 4 === 3 ? [33, 4 + (n % 7)] : [58, 80 + ((day * 7 + n * 13) % 120)];
      lines.push(`${written}\t${7 + Math.floor(n / 2)}:${n % 2 ? "40" : "05"}\t${code}\t${value}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** One worker, as one opening of the app. */
async function worker(page) {
  await page.evaluate(() => {
    globalThis.worker = new Worker("/worker.js", { type: "module" });
  });
  const ask = (act, what) =>
    page.evaluate(
      ([act, what]) =>
        new Promise((resolve, reject) => {
          globalThis.worker.onmessage = ({ data }) =>
            data.fault ? reject(new Error(data.fault)) : resolve(data.done);
          globalThis.worker.onerror = (event) => reject(new Error(event.message));
          globalThis.worker.postMessage({ act, what });
        }),
      [act, what],
    );
  const end = async () => {
    await page.evaluate(() => globalThis.worker.terminate());
    // The browser lets go of the files a moment later.
    await new Promise((resolve) => setTimeout(resolve, 400));
  };
  return { ask, end };
}

async function starts(page, times) {
  const taken = [];
  for (let n = 0; n < times; n++) {
    const { ask, end } = await worker(page);
    const { took, name } = await ask("start");
    if (name === "broken") throw new Error("the store did not open");
    taken.push(took);
    await end();
  }
  return usual(taken);
}

async function measure(page) {
  row("in Chromium: start with nothing written", await starts(page, trying ? 1 : 7), "ms");
  const first = await worker(page);
  await first.ask("start");
  const said = await first.ask("bringIn", diary());
  await first.end();
  console.log(`Brought in: ${said}\n`);
  row("in Chromium: cold start with ten years", await starts(page, trying ? 1 : 9), "ms", 150);
  const { ask, end } = await worker(page);
  await ask("start");
  await ask("medicines", ["Metformin", "Ramipril", "Atorvastatin", "Aspirin"]);
  const patterns = "By time of day and day of the week";
  const labels = ["Track", "Blood glucose", "Year", patterns, "Messages", "More", "Diary", "Today"];
  for (const [label, taken] of Object.entries(await ask("presses", { labels, times: TIMES }))) {
    row(`in Chromium: pressing “${label}”, to its page`, usual(taken), "ms", 16);
  }
  const goal = await ask("plan", PLAN);
  const names = ["Plan", goal, "History, or cross it out"];
  await ask("presses", { labels: ["More", ...names], times: 1 });
  const version = await ask("beginning", "Corrected");
  const path = { labels: ["More", ...names, version], times: TIMES };
  const taken = Object.values(await ask("presses", path)).map(usual);
  PLAN_PAGES.forEach((what, n) => {
    row(`in Chromium: a plan of 200 entries, 2,000 versions: ${what}`, taken[n + 1], "ms", 16);
  });
  await end();
}

/** What has these words in the web app, to press. */
const pressable = (page, name) =>
  page.getByRole("button", { name }).or(page.getByRole("link", { name })).first();

/** The web app itself: from a press until its page stands in the document, laid out; the
 * milliseconds of each. */
async function pressed(page, path) {
  const press = (label) =>
    page.evaluate(
      (label) =>
        new Promise((resolve, reject) => {
          const pressed = [...document.querySelectorAll("button, a")].find(
            (at) => at.textContent.trim().startsWith(label) && at.checkVisibility(),
          );
          if (!pressed) return reject(new Error(`there is no ${label} on “${document.title}”`));
          const asked = performance.now();
          const observer = new MutationObserver(() => {
            void document.body.offsetHeight;
            last = performance.now();
          });
          let last = asked;
          observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
          pressed.click();
          // What comes later than this is not this press's.
          setTimeout(() => {
            observer.disconnect();
            resolve(last - asked);
          }, 400);
        }),
      label,
    );
  const taken = path.map(() => []);
  for (let n = 0; n < TIMES; n++) {
    for (const [at, label] of path.entries()) taken[at].push(await press(label));
  }
  return taken.map(usual);
}

/** A year of ten, drawn. */
async function drawn(page) {
  page.setDefaultTimeout(120_000);
  await page.goto(`${page.url()}index.html`);
  await pressable(page, "Use it on this device").click();
  await pressable(page, /^Bring in a diary/).click();
  const diaryFile = { name: "diary.txt", mimeType: "text/plain", buffer: Buffer.from(diary()) };
  await page.locator("input[type=file]").setInputFiles(diaryFile);
  await pressable(page, "Look at the file").click();
  await pressable(page, /^Bring in \d/).click();
  await page.getByText(/^Brought in/).waitFor();
  const path = ["Track", "Blood glucose", "Year", "More", "Today"];
  const taken = await pressed(page, path);
  path.forEach((label, n) => row(`in Chromium: “${label}”, drawn by the web app`, taken[n], "ms", 16));
}

/** A plan, drawn: written by the core in what the web app keeps, which has made its
 * key there (web/src/worker/key.ts). */
async function planDrawn(page) {
  page.setDefaultTimeout(120_000);
  const origin = page.url();
  await page.goto(`${origin}index.html`);
  await pressable(page, "Use it on this device").click();
  await pressable(page, /^More/).waitFor();
  await page.goto(origin);
  const { ask, end } = await worker(page);
  await ask("start", { shared: true });
  const goal = await ask("plan", PLAN);
  await ask("presses", { labels: [goal, "History, or cross it out"], times: 1 });
  const version = await ask("beginning", "Corrected");
  await end();
  await page.goto(`${origin}index.html`);
  await pressable(page, /^More/).waitFor();
  const path = ["More", "Plan", goal, "History, or cross it out", version];
  const taken = await pressed(page, path);
  PLAN_PAGES.forEach((what, n) => {
    row(`in Chromium: a plan of 200 entries, 2,000 versions: ${what}, drawn by the web app`, taken[n + 1], "ms", 16);
  });
}

/** An export of 300 MB, on a device with nothing on it. */
async function exported(page) {
  const { ask, end } = await worker(page);
  await ask("start");
  const { said, read, kept, megabytes } = await ask("bringInExport");
  console.log(`An export: ${said}\n`);
  row("in Chromium: an export of 300 MB, read", read, "s");
  row("… what was chosen, kept", kept, "s");
  row("… both", read + kept, "s", 60);
  row("… the module’s memory", megabytes, "MB");
  row("… the most of the tab’s process", mostOfTab(), "MB", 300);
  await end();
}

/** An export to try it with: not packed. */
function small() {
  const record = '<Record type="HKQuantityTypeIdentifierBodyMass" unit="kg" startDate="2026-11-02 07:00:00 +0000" value="71"/>';
  return `<HealthData>${record}</HealthData>`;
}

/** The most that a tab's process of this browser has held, MB. */
function mostOfTab() {
  const read = (pid, file) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, "utf8");
    } catch {
      return "";
    }
  };
  const parent = (pid) => Number(/PPid:\s*(\d+)/.exec(read(pid, "status"))?.[1] ?? 0);
  const ours = (pid) => pid > 1 && (pid === process.pid || ours(parent(pid)));
  const tabs = readdirSync("/proc").filter(
    (pid) => /^\d+$/.test(pid) && read(pid, "cmdline").includes("--type=renderer") && ours(Number(pid)),
  );
  const most = tabs.map((pid) => Number(/VmHWM:\s*(\d+)/.exec(read(pid, "status"))?.[1] ?? 0));
  return (Math.max(0, ...most) * 1024) / 1e6;
}

/** By gzip itself, whose work the server's is within a third of a percent of; Node's is larger. */
const compressed = (file) => execFileSync("gzip", ["-9", "-c", file], { maxBuffer: 1 << 25 }).length;

/** What is sent, compressed as any server can. */
function sizes() {
  const assets = path.join(root, "web/dist/assets");
  const kilobytes = (ends) =>
    readdirSync(assets)
      .filter((name) => ends.some((end) => name.endsWith(end)))
      .reduce((sum, name) => sum + compressed(path.join(assets, name)), 0) / 1000;
  const first = compressed(path.join(root, "web/wasm/core_bg.wasm")) / 1000;
  row("core and SQLite before the first page, gzip", first, "KB", 900);
  row("… with the rest of the core, which comes behind it", kilobytes([".wasm"]), "KB");
  row("the web app's own script and style, gzip", kilobytes([".js", ".css"]), "KB", 200);
}

const server = createServer((request, response) => {
  const file = files[request.url] ?? dist(request.url);
  const type = types[path.extname(request.url)] ?? "text/html";
  if (file) response.writeHead(200, { "content-type": type }).end(file());
  else response.writeHead(404).end();
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
/** Does it in a browser of its own, with a profile on the disk: in a private window
 * every read of a file goes through another process. */
async function inBrowser(work) {
  const profile = mkdtempSync(path.join(tmpdir(), "bench-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await work(page);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
try {
  await inBrowser(measure);
  await inBrowser(drawn);
  await inBrowser(planDrawn);
  made = path.join(folder, "export.zip");
  // By the generator that the native bench has too.
  if (trying) writeFileSync(made, small());
  else execFileSync(path.join(root, "target/release/bench"), ["export", made]);
  await inBrowser(exported);
  sizes();
} finally {
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
const width = (column) => Math.max(...rows.map((cells) => cells[column].length));
for (const [what, value, mark] of rows) {
  console.log(`| ${what.padEnd(width(0))} | ${value.padStart(width(1))} | ${mark.padEnd(width(2))} |`);
}
process.exitCode = missed === 0 ? 0 : 1;
