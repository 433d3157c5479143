//! Notifications, as far as a browser has them: through the service worker while
//! the app is open in some tab. What is said later is said by this tab.

import type { Notification as Said, Notifications, Notified, Telling } from "../generated/types";
import { keepArmed, lastSaid } from "./push";
import { showBy } from "./show";

/** Whether this browser can notify at all. */
export const canNotify = (): boolean => "Notification" in window && "serviceWorker" in navigator;

/** What waits to be said; replaced as a whole. */
let armed: Telling[] = [];

/** What was said, and is to be taken away when it expires. */
let said: Telling[] = [];

/** When to look next. */
let timer: ReturnType<typeof setTimeout> | undefined;

/** Among the tabs: whichever arms last has all of it, and the others let go. */
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("what-matters-armed") : null;
if (tabs) tabs.onmessage = () => replace([]);

/** As long as a browser's timer can wait: some 24 days. */
const LONGEST_MS = 2 ** 31 - 1;

export async function notify(what: Notifications): Promise<Notified> {
  try {
    if (what === "Ask") {
      await Notification.requestPermission();
    } else if (what === "AskExact") {
      // No browser has such a permission.
    } else if ("Show" in what) {
      await show(what.Show);
    } else if ("Clear" in what) {
      await clear(what.Clear);
    } else {
      replace(what.Arm);
      tabs?.postMessage(null);
      await keepArmed(what.Arm);
    }
  } catch {
    // A browser that forbids it says so below.
  }
  const last_said = await lastSaid().catch(() => null);
  return { allowed: allowed(), exact: false, battery: "Unknown", last_said };
}

function allowed(): Notified["allowed"] {
  if (!canNotify()) return "Unavailable";
  const { permission } = Notification;
  return permission === "granted" ? "Allowed" : permission === "denied" ? "Denied" : "NotAsked";
}

async function show(what: Said): Promise<void> {
  if (allowed() !== "Allowed") return;
  await showBy(await navigator.serviceWorker.ready, what);
}

async function clear(ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const registration = await navigator.serviceWorker.ready;
  for (const tag of ids) {
    for (const shown of await registration.getNotifications({ tag })) shown.close();
  }
}

/** What is due of the list before is said, and another takes its place. */
function replace(list: Telling[]): void {
  look();
  armed = list;
  look();
}

/**
 * Says what is due and can still be done, takes away what no longer can, and looks
 * again at the next moment. A computer that slept looks when it wakes.
 */
function look(): void {
  clearTimeout(timer);
  const now = Date.now() / 1000;
  const open = ({ expires }: Telling) => expires > now;
  const due = armed.filter(({ at }) => at <= now);
  armed = armed.filter(({ at }) => at > now);
  const over = said.filter((one) => !open(one)).map(({ notification }) => notification.id);
  said = [...said, ...due].filter(open);
  void clear(over).catch(() => {});
  // What was asked several times meanwhile is asked once: they open the same.
  const once = new Map(due.filter(open).map((one) => [one.notification.open.token, one]));
  for (const { notification } of once.values()) void show(notification).catch(() => {});
  const next = Math.min(...armed.map(({ at }) => at), ...said.map(({ expires }) => expires));
  if (next < Infinity) timer = setTimeout(look, Math.min(next * 1000 - Date.now(), LONGEST_MS));
}
