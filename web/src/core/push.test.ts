import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Telling } from "../generated/types";
import { OUTSIDE, bytes, dueAt, keepArmed, lastSaid, noteSaid, push, read } from "./push";
import { someCaches } from "./testing";

const telling = (at: number, expires = at + 6 * 3600) => ({ at, expires }) as Telling;

describe("what a push stands for", () => {
  const noon = 1_800_000_000;
  const all = [noon - 3600, noon - 840, noon, noon + 60, noon + 600].map((at) => telling(at));
  it("is what has just become due, by a clock that may be a little behind", () => {
    expect(dueAt(all, noon * 1000).map(({ at }) => at - noon)).toEqual([-840, 0, 60]);
  });
  it("is not what can no longer be done, for the next one has come", () => {
    // At 8:00 and at 8:10, and the sign comes at 8:12.
    const two = [telling(noon - 720, noon - 120), telling(noon - 120)];
    expect(dueAt(two, noon * 1000).map(({ at }) => at - noon)).toEqual([-120]);
    expect(dueAt(two, (noon - 121) * 1000).map(({ at }) => at - noon)).toEqual([-720, -120]);
    expect(dueAt([telling(noon - 60, noon)], noon * 1000)).toEqual([]);
  });
  it("is nothing where nothing is", () => {
    expect(dueAt(all, (noon - 7200) * 1000)).toEqual([]);
  });
});

describe("the server's key", () => {
  it("is read from base64 for addresses, with no padding", () => {
    expect([...bytes("-__-")]).toEqual([0xfb, 0xff, 0xfe]);
    expect([...bytes("Zm8")]).toEqual([0x66, 0x6f]);
  });
});

/** A browser's push service: by which key somebody is subscribed at which address. */
function pushService() {
  let held: { key: Uint8Array; endpoint: string } | null = null;
  let count = 0;
  const unsubscribed: string[] = [];
  const subscription = ({ key, endpoint }: { key: Uint8Array; endpoint: string }) => ({
    endpoint,
    options: { applicationServerKey: key.buffer },
    unsubscribe: async () => {
      held = null;
      unsubscribed.push(endpoint);
      return true;
    },
  });
  const pushManager = {
    getSubscription: async () => held && subscription(held),
    subscribe: async (asked: { userVisibleOnly: boolean; applicationServerKey: Uint8Array }) => {
      if (!asked.userVisibleOnly) throw new Error("no browser lets this be silent");
      const key = asked.applicationServerKey;
      // As browsers do: not by another key while there is one.
      if (held && String(held.key) !== String(key)) throw new Error("InvalidStateError");
      held ??= { key, endpoint: `https://push.example/${(count += 1)}` };
      return subscription(held);
    },
  };
  return { pushManager, unsubscribed };
}

describe("being woken", () => {
  const asks = (key: string) => ({ Subscribe: { key, title: "What Matters", text: "Open the app" } });
  let service: ReturnType<typeof pushService>;
  beforeEach(() => {
    service = pushService();
    const registration = { pushManager: service.pushManager };
    const serviceWorker = { ready: Promise.resolve(registration), getRegistration: async () => registration };
    vi.stubGlobal("navigator", { serviceWorker });
    vi.stubGlobal("caches", someCaches());
    vi.stubGlobal("window", globalThis);
  });
  afterEach(() => vi.unstubAllGlobals());

  it("has one address, the same again by the same key", async () => {
    expect(await push(asks("-__-"))).toEqual({ Here: "https://push.example/1" });
    expect(await push(asks("-__-"))).toEqual({ Here: "https://push.example/1" });
    expect(service.unsubscribed).toEqual([]);
    expect(await read()).toEqual({ title: "What Matters", text: "Open the app", tellings: [] });
  });
  it("is asked for anew where the server has another key, for to the old one nothing comes", async () => {
    await push(asks("-__-"));
    expect(await push(asks("Zm8_"))).toEqual({ Here: "https://push.example/2" });
    expect(service.unsubscribed).toEqual(["https://push.example/1"]);
  });
  it("ends with everything that was kept for it", async () => {
    await push(asks("-__-"));
    await keepArmed([telling(1)]);
    await noteSaid(5);
    expect((await read())?.tellings).toHaveLength(1);
    expect(await push("Leave")).toBe("Nowhere");
    expect(service.unsubscribed).toEqual(["https://push.example/1"]);
    expect(await caches.has(OUTSIDE)).toBe(false);
    expect([await read(), await lastSaid()]).toEqual([null, null]);
  });
  it("keeps nothing of what is armed for who did not ask to be woken", async () => {
    await noteSaid(5);
    await keepArmed([telling(1)]);
    expect([await read(), await lastSaid()]).toEqual([null, 5]);
  });
  it("is nowhere in a browser without a push service, or with one that refuses", async () => {
    service.pushManager.subscribe = async () => {
      throw new Error("NotAllowedError");
    };
    expect(await push(asks("-__-"))).toBe("Nowhere");
    expect(await read()).toBeNull();
    vi.stubGlobal("navigator", { serviceWorker: { ready: Promise.resolve({}) } });
    expect(await push(asks("-__-"))).toBe("Nowhere");
  });
});
