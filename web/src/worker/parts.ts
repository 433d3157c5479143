//! The two parts of the core: what the first page of a first visit needs, and the
//! rest, which works on the memory of the first (`scripts/split.mjs`).

import init from "../../wasm/core.js";
import first from "../../wasm/core_bg.wasm?url";
import rest from "../../wasm/rest.wasm?url";

/** Milliseconds until what could not be fetched is tried again: this, then twice, to the most. */
const AGAIN = 500;
const AGAIN_AT_MOST = 8000;

/** Both. */
export async function both(): Promise<void> {
  const [exports, module] = await Promise.all([init({ module_or_path: first }), compiled()]);
  await WebAssembly.instantiate(module, { first: exports as unknown as WebAssembly.Exports });
}

/** The first part; the rest is tried until it is there. `gone`: it never will be. */
export async function firstOf(gone: (fault: unknown) => void): Promise<{ rest: Promise<void> }> {
  const exports = (await init({ module_or_path: first })) as unknown as WebAssembly.Exports;
  const later = async () => {
    const module = await fetched();
    await WebAssembly.instantiate(module, { first: exports });
  };
  const rest = later();
  rest.catch(gone);
  return { rest };
}

async function fetched(): Promise<WebAssembly.Module> {
  for (let wait = AGAIN; ; wait = Math.min(wait * 2, AGAIN_AT_MOST)) {
    try {
      return await compiled();
    } catch (fault) {
      // What no network gives is a TypeError; anything else is not for waiting.
      if (!(fault instanceof TypeError)) throw fault;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

async function compiled(): Promise<WebAssembly.Module> {
  const response = await fetch(rest);
  if (!response.ok) throw new Error(`the core's other part: ${response.status}`);
  return WebAssembly.compileStreaming(response);
}
