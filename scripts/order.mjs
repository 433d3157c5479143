// The order in which the functions of a module compress best.
//
//   node scripts/order.mjs IN OUT
//
// A compressor of the web's sees the last 32 KB, and generic code is many
// functions that are nearly alike. So each function is followed by the one of
// which most has just been seen. OUT is IN with names that say the places, for
// `wasm-opt --reorder-functions-by-name`.
import { readFileSync, writeFileSync } from "node:fs";

/** What is compared: so many bytes in a row. */
const RUN = 6;
/** What counts as just seen. Less than the 32 KB, which fill with other things. */
const WINDOW = 24_000;
/** A run that so many functions have says nothing of which of them are alike. */
const COMMON = 400;
/** Long functions have more of any run; by how much that counts was measured. */
const weight = (length) => (length + 8) ** -0.75;

const [input, output] = process.argv.slice(2);
const module = readFileSync(input);
writeFileSync(output, Buffer.concat([module, names(order(functions(module)), imported(module))]));

/** A number and where it ends. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

function written(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return [...bytes, value];
}

/** The sections of a number, each from its first byte. */
function* sections(module, wanted) {
  for (let at = 8; at < module.length; ) {
    const id = module[at];
    const [length, start] = number(module, at + 1);
    at = start + length;
    if (id === wanted) yield module.subarray(start, at);
  }
}

/** The functions' bodies. */
function functions(module) {
  const bodies = [];
  for (const section of sections(module, 10)) {
    let [count, at] = number(section, 0);
    for (; count > 0; count--) {
      const [length, start] = number(section, at);
      at = start + length;
      bodies.push(section.subarray(start, at));
    }
  }
  return bodies;
}

/** How many functions are imported: numbered before the module's own. */
function imported(module) {
  let functions = 0;
  for (const section of sections(module, 2)) {
    let [count, at] = number(section, 0);
    const skip = () => ([, at] = number(section, at));
    const text = () => {
      const [length, start] = number(section, at);
      at = start + length;
    };
    const limits = () => {
      const most = section[at++] & 1;
      skip();
      if (most) skip();
    };
    for (; count > 0; count--) {
      text();
      text();
      const kind = section[at++];
      if (kind === 0) {
        functions += 1;
        skip();
      } else if (kind === 1) {
        at += 1;
        limits();
      } else if (kind === 2) {
        limits();
      } else if (kind === 3) {
        at += 2;
      } else {
        throw new Error(`an import of kind ${kind} is not one that the core has`);
      }
    }
  }
  return functions;
}

/** The functions' numbers, in the order that is best for them. */
function order(bodies) {
  const runs = shared(bodies);
  const having = [];
  runs.forEach((list, body) => list.forEach((run) => (having[run] ??= []).push(body)));
  const weights = bodies.map((body) => weight(body.length));
  const common = new Float64Array(bodies.length);
  const seen = new Uint32Array(having.length);
  const come = (body) => {
    for (const run of runs[body]) {
      if (seen[run]++ === 0) for (const other of having[run]) common[other] += 1;
    }
  };
  const go = (body) => {
    for (const run of runs[body]) {
      if (--seen[run] === 0) for (const other of having[run]) common[other] -= 1;
    }
  };
  const left = new Set(bodies.keys());
  const placed = [];
  let gone = 0;
  let size = 0;
  while (left.size > 0) {
    let next;
    let most = -1;
    for (const body of left) {
      const alike = common[body] * weights[body];
      if (alike > most) [next, most] = [body, alike];
    }
    left.delete(next);
    placed.push(next);
    come(next);
    size += bodies[next].length;
    while (size > WINDOW && gone < placed.length - 1) {
      size -= bodies[placed[gone]].length;
      go(placed[gone++]);
    }
  }
  return placed;
}

/** For each function the runs that others have too, by numbers. */
function shared(bodies) {
  const numbers = new Map();
  const count = [];
  const all = bodies.map((body) => {
    const runs = new Set();
    for (let at = 0; at + RUN <= body.length; at++) {
      const run = body.readUIntBE(at, RUN);
      let known = numbers.get(run);
      if (known === undefined) {
        known = numbers.size;
        numbers.set(run, known);
        count.push(0);
      }
      runs.add(known);
    }
    for (const run of runs) count[run] += 1;
    return runs;
  });
  return all.map((runs) => [...runs].filter((run) => count[run] > 1 && count[run] <= COMMON));
}

/** A section that names each function after its place. */
function names(placed, first) {
  const place = new Array(placed.length);
  placed.forEach((body, at) => (place[body] = at));
  const entries = place.flatMap((at, body) => [
    ...written(first + body),
    6,
    ...Buffer.from(String(at).padStart(6, "0")),
  ]);
  const list = [...written(placed.length), ...entries];
  const content = [4, ...Buffer.from("name"), 1, ...written(list.length), ...list];
  return Buffer.from([0, ...written(content.length), ...content]);
}
