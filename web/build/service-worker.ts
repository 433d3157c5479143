//! Tells the service worker what the build made: its files, and a version that
//! changes with any of them.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Plugin } from "vite";

/** Where `src/sw/sw.ts` expects the list. */
const PLACE = "__WHAT_MATTERS_BUILD__";

export function serviceWorker(): Plugin {
  let publicDir = "";
  return {
    name: "what-matters:service-worker",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle(_options, bundle) {
      const worker = bundle["sw.js"];
      if (worker?.type !== "chunk") throw new Error("sw.js was not built");
      const hash = createHash("sha256");
      const files: string[] = [];
      for (const name of Object.keys(bundle).sort()) {
        const file = bundle[name];
        if (!file || name === "sw.js" || name.endsWith(".map")) continue;
        hash.update(name).update(file.type === "chunk" ? file.code : file.source);
        files.push(name === "index.html" ? "/" : `/${name}`);
      }
      for (const name of listed(publicDir)) {
        hash.update(name).update(readFileSync(join(publicDir, name)));
        files.push(`/${name}`);
      }
      hash.update(worker.code);
      const build = JSON.stringify({ version: hash.digest("hex").slice(0, 16), files });
      if (!worker.code.includes(PLACE)) throw new Error(`${PLACE} is not in sw.js`);
      worker.code = worker.code.replace(PLACE, build);
    },
  };
}

function listed(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
