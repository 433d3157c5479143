import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Telling } from "../generated/types";
import { someCaches, someWorker } from "./testing";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Saturday 28 November 2026, 8:00 in London. */
const NOW = Date.UTC(2026, 10, 28, 8) / 1000;

function telling(id: string, after: number, expires = after + 6 * HOUR, opens = id): Telling {
  const open = { token: `open ${opens}` };
  const notification = { id, purpose: "Reminders" as const, title: id, text: "", open, actions: [] };
  const at = NOW + after;
  return { notification, date: "", time: "", zone: "Europe/London", at, expires: NOW + expires, exact: false };
}

let worker: ReturnType<typeof someWorker>;
let notify: typeof import("./notifications").notify;

const shown = () => [...worker.shown.keys()];
const passes = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

/** The computer sleeps: its clock goes on, and no timer comes until it wakes. */
async function sleeps(seconds: number) {
  vi.setSystemTime(Date.now() + seconds * 1000);
  await vi.runOnlyPendingTimersAsync();
}

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW * 1000 });
  vi.resetModules();
  worker = someWorker();
  vi.stubGlobal("window", { Notification: {} });
  vi.stubGlobal("Notification", { permission: "granted" });
  vi.stubGlobal("navigator", { serviceWorker: { ready: Promise.resolve(worker.worker) } });
  vi.stubGlobal("caches", someCaches());
  ({ notify } = await import("./notifications"));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("what is said later, by a tab that stays open", () => {
  it("comes days later too, though nobody arms it again", async () => {
    await notify({ Arm: [telling("monday", 3 * DAY)] });
    await passes(3 * DAY - 1);
    expect(shown()).toEqual([]);
    await passes(1);
    expect(shown()).toEqual(["monday"]);
  });
  it("comes after more than a browser's timer can wait, and not at once", async () => {
    await notify({ Arm: [telling("yearly", 60 * DAY)] });
    await passes(60 * DAY - 1);
    expect(shown()).toEqual([]);
    await passes(1);
    expect(shown()).toEqual(["yearly"]);
  });
  it("is not shown once it has expired while the computer slept", async () => {
    await notify({ Arm: [telling("8:05", 5 * MINUTE), telling("20:00", 12 * HOUR)] });
    await sleeps(12 * HOUR);
    expect(shown()).toEqual(["20:00"]);
  });
  it("is shown late where it can still be done", async () => {
    await notify({ Arm: [telling("8:05", 5 * MINUTE)] });
    await sleeps(2 * HOUR);
    expect(shown()).toEqual(["8:05"]);
  });
  it("of two within the hour is the one that has not been overtaken", async () => {
    await notify({ Arm: [telling("8:05", 5 * MINUTE, 30 * MINUTE), telling("8:30", 30 * MINUTE)] });
    await sleeps(40 * MINUTE);
    expect(shown()).toEqual(["8:30"]);
  });
  it("is shown late also where the core arms anew before the timer comes", async () => {
    await notify({ Arm: [telling("8:05", 5 * MINUTE)] });
    vi.setSystemTime((NOW + HOUR) * 1000);
    await notify({ Arm: [telling("tomorrow", DAY)] });
    expect(shown()).toEqual(["8:05"]);
  });
  it("is asked once, though it would have been asked several times meanwhile", async () => {
    const times = [0, 1, 2].map((time) => telling(`pill.again${time}`, (5 + 10 * time) * MINUTE, 6 * HOUR, "pill"));
    await notify({ Arm: times });
    await sleeps(HOUR);
    expect(shown()).toEqual(["pill.again2"]);
  });
  it("is taken away once it can no longer be done", async () => {
    await notify({ Arm: [telling("8:05", 5 * MINUTE, HOUR)] });
    await passes(5 * MINUTE);
    expect(shown()).toEqual(["8:05"]);
    await passes(55 * MINUTE);
    expect([shown(), worker.taken]).toEqual([[], ["8:05"]]);
  });
  it("is what was armed last, and nothing of what was armed before", async () => {
    await notify({ Arm: [telling("old", HOUR)] });
    await notify({ Arm: [telling("new", 2 * HOUR)] });
    await passes(DAY);
    expect(worker.worker.showNotification.mock.calls.map(([title]) => title)).toEqual(["new"]);
  });
  it("is nothing where the person has not allowed it", async () => {
    vi.stubGlobal("Notification", { permission: "default" });
    const stands = await notify({ Arm: [telling("8:05", 5 * MINUTE)] });
    await passes(HOUR);
    expect([stands.allowed, shown()]).toEqual(["NotAsked", []]);
  });
});

describe("how it stands", () => {
  it("says when something was last shown", async () => {
    expect(await notify({ Clear: [] })).toEqual({
      allowed: "Allowed",
      exact: false,
      battery: "Unknown",
      last_said: null,
    });
    await notify({ Arm: [telling("8:05", 5 * MINUTE)] });
    await passes(HOUR);
    expect((await notify({ Clear: [] })).last_said).toBe((NOW + 5 * MINUTE) * 1000);
  });
});
