//! `name.svg?icon` gives the strokes of a Tabler outline, without the frame
//! that `parts/icon.tsx` draws around every one of them.

import { readFile } from "node:fs/promises";

import type { Plugin } from "vite";

const QUERY = "?icon";

export function icons(): Plugin {
  return {
    name: "what-matters:icons",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(QUERY)) return null;
      const svg = await readFile(id.slice(0, -QUERY.length), "utf8");
      const strokes = svg
        .slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"))
        .replace(/<path stroke="none"[^>]*>/, "")
        .replace(/\s+/g, " ")
        .trim();
      return `export default ${JSON.stringify(strokes)};`;
    },
  };
}
