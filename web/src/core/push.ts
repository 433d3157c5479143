//! Being woken while the app is closed: a subscription at the browser's push service,
//! and what the service worker then shows, kept where it can read it.

import type { Push, Subscribed, Telling } from "../generated/types";

/** What is kept for the service worker. Nothing that a locked screen would not show. */
export type Kept = {
  /** For a push that stands for nothing that was armed. */
  title: string;
  text: string;
  tellings: Telling[];
};

/** The cache that holds it, and its place there; no cache of the app's own files. */
export const OUTSIDE = "outside";
export const PLACE = "/outside.json";

/** Beside it: when something was last shown. */
const SAID = "/said.json";

export async function push(what: Push): Promise<Subscribed> {
  try {
    if (what === "Leave") {
      const registration = await navigator.serviceWorker.getRegistration();
      await (await registration?.pushManager?.getSubscription())?.unsubscribe();
      await caches.delete(OUTSIDE);
      return "Nowhere";
    }
    const { key, title, text } = what.Subscribe;
    const { pushManager } = await navigator.serviceWorker.ready;
    if (!pushManager) return "Nowhere";
    const applicationServerKey = bytes(key);
    const before = await pushManager.getSubscription();
    // One by another server's key would never be sent to.
    if (before && !same(before.options.applicationServerKey, applicationServerKey)) {
      await before.unsubscribe();
    }
    const { endpoint } = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
    await keep({ title, text, tellings: [] });
    return { Here: endpoint };
  } catch {
    return "Nowhere";
  }
}

/** What is armed, where this browser is woken at all. */
export async function keepArmed(tellings: Telling[]): Promise<void> {
  if (!("caches" in window)) return;
  const kept = await read();
  if (kept) await keep({ ...kept, tellings });
}

/** Keeps it for the service worker. */
export async function keep(kept: Kept): Promise<void> {
  await (await caches.open(OUTSIDE)).put(PLACE, new Response(JSON.stringify(kept)));
}

/** What was kept last, if anything. */
export async function read(): Promise<Kept | null> {
  const kept = await (await caches.open(OUTSIDE)).match(PLACE);
  return kept ? ((await kept.json()) as Kept) : null;
}

/** Remembers that something was shown now, by a page or by the service worker. */
export async function noteSaid(now: number): Promise<void> {
  await (await caches.open(OUTSIDE)).put(SAID, new Response(String(now)));
}

/** When something was last shown, if that is known. */
export async function lastSaid(): Promise<number | null> {
  const said = await (await caches.open(OUTSIDE)).match(SAID);
  return said ? Number(await said.text()) : null;
}

/**
 * What of it a push at this moment stands for: the server is a little late, never early.
 * What can no longer be done is not asked for.
 */
export function dueAt(tellings: Telling[], now: number): Telling[] {
  const due = ({ at, expires }: Telling) =>
    at * 1000 <= now + EARLY_MS && at * 1000 > now - LATE_MS && expires * 1000 > now;
  return tellings.filter(due);
}

/** A device's clock may be so far behind the server's. */
const EARLY_MS = 90_000;
/** As long as a push service may keep a sign. */
const LATE_MS = 15 * 60_000;

/** Bytes from base64 for addresses. */
export function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const plain = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function same(one: ArrayBuffer | null, other: Uint8Array): boolean {
  const known = new Uint8Array(one ?? []);
  return known.length === other.length && known.every((byte, at) => byte === other[at]);
}
