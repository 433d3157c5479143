//! Chromium on the screens people have, against a real server whose address is
//! in WHAT_MATTERS_SERVER (`scripts/with-server` starts one).

import { defineConfig } from "@playwright/test";

const server = process.env["WHAT_MATTERS_SERVER"];
if (!server) throw new Error("WHAT_MATTERS_SERVER is not set: run this through scripts/with-server");

/** Debian's Chromium, as root and with no way out of the machine. */
const launchOptions = {
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export default defineConfig({
  testDir: ".",
  outputDir: "../../target/browser/results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Two cores: while one waits for its page, the other goes on.
  workers: 2,
  forbidOnly: true,
  reporter: [["list"]],
  // A control that is not there fails the test at once, not when its time is up.
  use: { baseURL: server, actionTimeout: 15_000, locale: "en-GB", timezoneId: "Europe/London", launchOptions },
  projects: [
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
    { name: "desktop", use: { viewport: { width: 1280, height: 900 } } },
  ],
});
