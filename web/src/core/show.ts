//! Showing a notification, from a page or from the service worker.

import type { Action, Notification as Said } from "../generated/types";
import { noteSaid } from "./push";

/** What the service worker keeps beside a notification, and says when it is pressed. */
export type Pressed = { open: Action | null; actions: Action[] };

/** What a press stands for: of a button by its place, or of the notification itself. */
export function pressOf(data: Pressed, action: string): Action | null {
  return (action && data.actions[Number(action)]) || data.open;
}

/** Shows it, and remembers when. */
export async function showBy(registration: ServiceWorkerRegistration, said: Said): Promise<void> {
  const data: Pressed = { open: said.open, actions: said.actions.map(({ action }) => action) };
  await registration.showNotification(said.title, {
    body: said.text,
    tag: said.id,
    icon: "/icons/mark-192.png",
    data,
    // Browsers know actions only of a service worker's notifications; the DOM's types do not.
    ...{ actions: said.actions.map(({ label }, at) => ({ action: String(at), title: label })) },
  });
  // Where a browser keeps nothing, when is not known.
  await noteSaid(Date.now()).catch(() => {});
}
