//! Showing a notification, from a page or from the service worker.

import type { Action, Notification as Said } from "../generated/types";

/** What the service worker keeps beside a notification, and says when it is pressed. */
export type Pressed = { open: Action | null; actions: Action[] };

export function showBy(registration: ServiceWorkerRegistration, said: Said): Promise<void> {
  const data: Pressed = { open: said.open, actions: said.actions.map(({ action }) => action) };
  return registration.showNotification(said.title, {
    body: said.text,
    tag: said.id,
    icon: "/icons/mark-192.png",
    data,
    // Browsers know actions only of a service worker's notifications; the DOM's types do not.
    ...{ actions: said.actions.map(({ label }, at) => ({ action: String(at), title: label })) },
  });
}
