import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { icons } from "./build/icons.ts";
import { serviceWorker } from "./build/service-worker.ts";

export default defineConfig({
  plugins: [react(), icons(), serviceWorker()],
  // The server decides every header; nothing is inlined, so that its policy can
  // forbid inline scripts and styles.
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: "index.html", sw: "src/sw/sw.ts" },
      output: {
        entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  worker: { format: "es" },
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx"] },
});
