//! Notifications, as far as a browser has them: through the service worker while
//! the app is open in some tab. What is said later is said by this tab.

import type { Action, Notification as Said, Notifications, Notified, Telling } from "../generated/types";

/** Whether this browser can notify at all. */
export const canNotify = (): boolean => "Notification" in window && "serviceWorker" in navigator;

/** What the service worker keeps beside a notification, and says when it is pressed. */
export type Pressed = { open: Action; actions: Action[] };

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
  const registration = await navigator.serviceWorker.ready;
  const data: Pressed = { open: said.open, actions: said.actions.map(({ action }) => action) };
  await registration.showNotification(said.title, {
    body: said.text,
    tag: said.id,
    icon: "/icons/mark-192.png",
    data,
    // Browsers know actions only of a service worker's notifications; the DOM's types do not.
    ...{ actions: said.actions.map(({ label }, at) => ({ action: String(at), title: label })) },
  });
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
