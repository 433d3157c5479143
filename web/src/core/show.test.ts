import { afterEach, describe, expect, it, vi } from "vitest";

import type { Notification as Said } from "../generated/types";
import { lastSaid } from "./push";
import { pressOf, showBy } from "./show";
import { someCaches } from "./testing";

const said: Said = {
  id: "reminder.1.a",
  purpose: "Reminders",
  title: "What Matters",
  text: "It is time",
  open: { token: "open" },
  actions: [
    { label: "Done", action: { token: "done" }, opens: false },
    { label: "Not taken", action: { token: "why" }, opens: true },
  ],
};

/** As the service worker gets it back: what was shown, and what it carries. */
async function shown() {
  const showNotification = vi.fn(async (_title: string, _options: NotificationOptions) => {});
  await showBy({ showNotification } as unknown as ServiceWorkerRegistration, said);
  const [title, options] = showNotification.mock.calls[0]!;
  return { title, options: options as NotificationOptions & { actions: { action: string; title: string }[] } };
}

afterEach(() => vi.unstubAllGlobals());

describe("a notification that was shown", () => {
  it("brings back what each of its buttons does, and what opens it", async () => {
    vi.stubGlobal("caches", someCaches());
    const { title, options } = await shown();
    expect([title, options.body, options.tag]).toEqual(["What Matters", "It is time", said.id]);
    const by = Object.fromEntries(options.actions.map((one) => [one.title, pressOf(options.data, one.action)]));
    expect(by).toEqual({ Done: { token: "done" }, "Not taken": { token: "why" } });
    expect(pressOf(options.data, "")).toEqual({ token: "open" });
  });
  it("opens where a browser says a button that it never had", async () => {
    vi.stubGlobal("caches", someCaches());
    const { options } = await shown();
    expect(pressOf(options.data, "7")).toEqual({ token: "open" });
    expect(pressOf(options.data, "settings")).toEqual({ token: "open" });
  });
  it("presses nothing where it stood for nothing", () => {
    expect(pressOf({ open: null, actions: [] }, "")).toBeNull();
    expect(pressOf({ open: null, actions: [] }, "0")).toBeNull();
  });
  it("is remembered with its moment, and shown all the same where nothing can be kept", async () => {
    vi.stubGlobal("caches", someCaches());
    expect(await lastSaid()).toBeNull();
    const before = Date.now();
    await shown();
    expect(await lastSaid()).toBeGreaterThanOrEqual(before);
    vi.stubGlobal("caches", undefined);
    expect((await shown()).title).toBe("What Matters");
  });
});
