//! Notifications, as far as a browser has them: through the service worker while
//! the app is open in some tab. What is said later is said by this tab.

import type { Notification as Said, Notifications, Notified, Telling } from "../generated/types";
import { keepArmed } from "./push";
import { showBy } from "./show";

/** Whether this browser can notify at all. */
export const canNotify = (): boolean => "Notification" in window && "serviceWorker" in navigator;

/** What waits to be said; replaced as a whole. */
let armed: ReturnType<typeof setTimeout>[] = [];

/** Among the tabs: whichever arms last has all of it, and the others let go. */
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("what-matters-armed") : null;
if (tabs) tabs.onmessage = () => disarm();

/** Longer than this no timer waits; the core arms anew long before. */
const DAY_MS = 86_400_000;

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
      arm(what.Arm);
      await keepArmed(what.Arm);
    }
  } catch {
    // A browser that forbids it says so below.
  }
  return { allowed: allowed(), exact: false };
}

function allowed(): Notified["allowed"] {
  if (!canNotify()) return "Unavailable";
  const { permission } = Notification;
  return permission === "granted" ? "Allowed" : permission === "denied" ? "Denied" : "NotAsked";
}

async function show(said: Said): Promise<void> {
  if (allowed() !== "Allowed") return;
  await showBy(await navigator.serviceWorker.ready, said);
}

async function clear(ids: string[]): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  for (const tag of ids) {
    for (const shown of await registration.getNotifications({ tag })) shown.close();
  }
}

function disarm(): void {
  armed.forEach(clearTimeout);
  armed = [];
}

function arm(tellings: Telling[]): void {
  disarm();
  tabs?.postMessage(null);
  armed = tellings
    .map(({ at, notification }) => ({ notification, after: at * 1000 - Date.now() }))
    .filter(({ after }) => after >= 0 && after < DAY_MS)
    .map(({ notification, after }) => setTimeout(() => void show(notification), after));
}
