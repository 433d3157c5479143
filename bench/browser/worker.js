//! One start of the core in a dedicated worker, as the web app starts it: the
//! module is compiled before the clock starts.

import init, { WebCore } from "/wasm/core.js";

let core;
let page;
let waiting;
/** What the person picked, read part by part; and the module's memory. */
let picked;
let memory;

function show(json) {
  page = JSON.parse(json);
  waiting?.();
}

/** Waits until the page is as wanted. */
async function until(is) {
  while (!(page && !page.busy && is(page))) {
    await new Promise((resolve) => {
      waiting = resolve;
    });
  }
}

/** Every press on the page with its words, wherever it stands. */
function* presses(thing) {
  if (Array.isArray(thing)) {
    for (const one of thing) yield* presses(one);
  } else if (thing && typeof thing === "object") {
    const token = thing.action?.token ?? thing.target?.Press?.token;
    const words = thing.label ?? thing.title;
    if (token !== undefined && words !== undefined) yield [words, token];
    for (const value of Object.values(thing)) yield* presses(value);
  }
}

/** Gives the parts of the file that are asked for. */
async function answer({ id, effect }) {
  const part = effect.Platform?.ReadFile;
  if (!part) return;
  const bytes = await picked.slice(part.offset, part.offset + part.length).arrayBuffer();
  core.resolve(id, JSON.stringify({ ReadFile: { Part: [] } }), new Uint8Array(bytes));
}

/** The key that the web app made in this browser: sealed, beside what opens it. */
async function appsKey() {
  const asked = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await asked(indexedDB.open("what-matters-key", 1));
  const { wrapper, nonce, sealed } = await asked(database.transaction("keys").objectStore("keys").get("sealing"));
  database.close();
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, wrapper, sealed));
}

function tell(event) {
  core.update(JSON.stringify(event));
}

/** Presses what has these words, and waits for its page. */
async function press(wanted) {
  const found = [...presses(page)].find(([words]) =>
    typeof wanted === "string" ? words === wanted : wanted.test(words),
  );
  if (!found) throw new Error(`there is no ${wanted} on “${page.title}”`);
  page = undefined;
  tell({ Press: { token: found[1] } });
  await until(() => true);
}

/** The questions of the form on the page. */
function form() {
  return page.blocks.find((block) => block.Form).Form;
}

/** Fills in what is asked by these words. */
function fill(asked, value) {
  const { id, fields } = form();
  const field = fields
    .map((field) => Object.values(field)[0])
    .find(({ question }) => asked.test(question.label));
  if (!field) throw new Error(`nothing asks ${asked} on “${page.title}”`);
  const chosen = field.options?.find((option) => option.label === value)?.value;
  const input = chosen === undefined ? { Text: value } : { Chosen: [chosen] };
  tell({ Input: { form: id, field: field.question.id, value: input } });
}

const acts = {
  /** From a compiled module to the first page that can be used; milliseconds. With
   * `shared` of what the web app keeps here. */
  async start({ shared = false } = {}) {
    const compiled = (file) => WebAssembly.compileStreaming(fetch(`/wasm/${file}`));
    const [module, rest] = await Promise.all([compiled("core_bg.wasm"), compiled("rest.wasm")]);
    const begun = performance.now();
    const first = await init({ module_or_path: module });
    await WebAssembly.instantiate(rest, { first });
    memory = first.memory;
    core = await WebCore.create({
      name: shared ? "what-matters" : "bench",
      key: shared ? await appsKey() : new Uint8Array(32).fill(7),
      server: null,
      onPage: show,
      onEffect: (request) => void answer(JSON.parse(request)),
    });
    // As web/src/main.tsx says it, and in its order: so the core reads it.
    tell({
      Start: {
        languages: ["en-GB"],
        platform: "Web",
        link: null,
        abilities: {
          unlock: false,
          notifications: false,
          widget: false,
          health: false,
          exact: false,
          aside: false,
        },
        background: false,
        place: null,
        gallery: false,
        vocabulary: { blocks: 255, fields: 255 },
      },
    });
    await until((page) => page.name !== "opening");
    return { took: performance.now() - begun, name: page.name };
  },

  /** Brings in a diary, as a person does. */
  async bringIn(diary) {
    if (page.name !== "today") await press("Use it on this device");
    await press(/^Bring in a diary/);
    const form = page.blocks.find((block) => block.Form)?.Form;
    const file = form.fields.find((field) => field.File).File;
    const content = new TextEncoder().encode(diary);
    page = undefined;
    core.inputFile(form.id, file.question.id, "diary.txt", content.length, content);
    await until(() => true);
    await press("Look at the file");
    await press(/^Bring in \d/);
    return page.notices.map((notice) => notice.title).join(" ") || page.title;
  },

  /** Medicines, each once a day. */
  async medicines(names) {
    for (const name of names) {
      await press("More");
      await press(/^Medicines/);
      await press("Add a medicine");
      fill(/called/, name);
      fill(/as a number/, "1");
      await press("Save and set its times");
      fill(/First time/, "08:00");
      await press("Save");
      if (page.title !== "Medicines") throw new Error(`${name}: ${JSON.stringify(page)}`);
    }
    await press("Today");
    return page.title;
  },

  /** Writes a plan: goals with four steps each, every one of them changed so often. */
  async plan({ goals, steps, changes }) {
    if (page.name === "welcome") await press("Use it on this device");
    const words = (name, version) =>
      `${name}, ${Array.from({ length: 40 }, (_, n) => ["slowly", "with Ada", "before noon", "and back"][(n + version) % 4]).join(" ")}`;
    const change = async (question, name) => {
      for (let version = 1; version <= changes; version++) {
        await press("Change");
        fill(question, words(name, version));
        await press("Save");
      }
    };
    for (let goal = 0; goal < goals; goal++) {
      await press("Plan");
      await press("Add a goal or hope");
      fill(/^Goal or hope/, words(`Goal ${goal}`, 0));
      await press("Save");
      await change(/^Goal or hope/, `Goal ${goal}`);
      for (let step = 0; step < steps; step++) {
        await press("Add a step");
        fill(/^What is to be done/, words(`Step ${goal}.${step}`, 0));
        fill(/^Who does it/, "Me");
        await press("Save");
        await press(words(`Step ${goal}.${step}`, 0));
        await change(/^What is to be done/, `Step ${goal}.${step}`);
        await press("Back");
      }
    }
    await press("Plan");
    return words("Goal 0", changes);
  },

  /** The words of the first press that begins so. */
  async beginning(words) {
    return [...presses(page)].map(([label]) => label).find((label) => label.startsWith(words));
  },

  /** Brings in an export of Apple Health; seconds, and what the module holds in MB. */
  async bringInExport() {
    picked = await (await fetch("/export.zip")).blob();
    if (page.name !== "today") await press("Use it on this device");
    await press(/^Bring in a diary/);
    const form = page.blocks.find((block) => block.Form)?.Form;
    const file = form.fields.find((field) => field.File).File;
    page = undefined;
    core.inputFile(form.id, file.question.id, "export.zip", picked.size, undefined);
    await until(() => true);
    const begun = performance.now();
    await press("Look at the file");
    await until((page) => page.name === "bring_in.health");
    const read = performance.now();
    await press("Bring them in");
    await until((page) => page.name === "bring_in.done");
    const kept = performance.now();
    const said = page.notices.map((notice) => notice.title).join(" ");
    const megabytes = memory.buffer.byteLength / 1e6;
    return { said, read: (read - begun) / 1000, kept: (kept - read) / 1000, megabytes };
  },

  /** Presses these one after the other, so many times; milliseconds of each. */
  async presses({ labels, times }) {
    const taken = Object.fromEntries(labels.map((label) => [label, []]));
    for (let n = 0; n < times; n++) {
      for (const label of labels) {
        const begun = performance.now();
        await press(label);
        taken[label].push(performance.now() - begun);
      }
    }
    return taken;
  },
};

self.onmessage = async ({ data: { act, what } }) => {
  try {
    self.postMessage({ done: await acts[act](what) });
  } catch (fault) {
    self.postMessage({ fault: `${fault}` });
  }
};
