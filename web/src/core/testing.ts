//! What a browser has and a test's own machine has not.

import { vi } from "vitest";

/** A browser's caches, kept in memory. */
export function someCaches(): Pick<CacheStorage, "open" | "has" | "delete"> {
  const all = new Map<string, Map<string, string>>();
  const open = async (name: string) => {
    const kept = all.get(name) ?? new Map<string, string>();
    all.set(name, kept);
    return {
      put: async (at: string, what: Response) => void kept.set(at, await what.text()),
      match: async (at: string) => (kept.has(at) ? new Response(kept.get(at)) : undefined),
    } as unknown as Cache;
  };
  return { open, has: async (name) => all.has(name), delete: async (name) => all.delete(name) };
}

/** A service worker's side: what is shown in it, and a push service that subscribes. */
export function someWorker() {
  const shown = new Map<string, string>();
  const taken: string[] = [];
  const worker = {
    showNotification: vi.fn(async (title: string, { tag = "" }: NotificationOptions) => {
      shown.set(tag, title);
    }),
    getNotifications: async ({ tag }: { tag: string }) =>
      shown.has(tag) ? [{ close: () => (shown.delete(tag), taken.push(tag)) }] : [],
  };
  return { worker, shown, taken };
}
