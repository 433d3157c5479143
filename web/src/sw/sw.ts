//! The service worker: what the build made is kept at the first visit and served
//! from then on, network or not. It makes no request to the server's programming
//! interface and holds nothing of the record; of reminders it knows what a locked screen
//! shows, where the person wants to be woken.

import { dueAt, keep, noteSaid, read } from "../core/push";
import { type Pressed, pressOf, showBy } from "../core/show";

/** Put in by the build. */
declare const __WHAT_MATTERS_BUILD__: { version: string; files: string[] };

const worker = self as unknown as ServiceWorkerGlobalScope;
const build = __WHAT_MATTERS_BUILD__;
const PREFIX = "what-matters-";
const CACHE = `${PREFIX}${build.version}`;

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) =>
      // Past the browser's own cache: an old page with new parts would not start.
      cache.addAll(build.files.map((file) => new Request(file, { cache: "reload" }))),
    ),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
      // The one before stays for tabs that still run it.
      const old = ours.filter((name) => name !== CACHE).slice(0, -1);
      await Promise.all(old.map((name) => caches.delete(name)));
      await worker.clients.claim();
    })(),
  );
});

/** A page that has just opened asks for the newest version. */
worker.addEventListener("message", (event) => {
  if (event.data === "take-over") void worker.skipWaiting();
});

/** A notification was pressed: a tab of the app comes to the front, and is told. */
worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const press = pressOf(event.notification.data as Pressed, event.action);
  event.waitUntil(
    (async () => {
      const tabs = await windows();
      const tab = (await tabs[0]?.focus()) ?? (await worker.clients.openWindow("/"));
      if (press) tab?.postMessage({ press });
    })(),
  );
});

/** The app's windows: also one that was open before this worker took over. */
function windows(): Promise<readonly WindowClient[]> {
  return worker.clients.matchAll({ type: "window", includeUncontrolled: true });
}

/**
 * The server says, without a word, that something is due. What it is stands on this
 * device, as it was armed last; what is not there is said in words that say nothing.
 */
worker.addEventListener("push", (event) => event.waitUntil(woken()));

async function woken(): Promise<void> {
  const kept = await read();
  if (!kept) return;
  const due = dueAt(kept.tellings, Date.now());
  for (const { notification } of due) {
    const shown = await worker.registration.getNotifications({ tag: notification.id });
    // A tab that is open said it already.
    if (shown.length === 0) await showBy(worker.registration, notification);
  }
  // Each is said once, also where it was put away since.
  await keep({ ...kept, tellings: kept.tellings.filter((one) => !due.includes(one)) });
  const tabs = await windows();
  const seen = tabs.some((tab) => tab.visibilityState === "visible");
  if (due.length === 0 && !seen) {
    await worker.registration.showNotification(kept.title, {
      body: kept.text,
      tag: "woken",
      icon: "/icons/mark-192.png",
      data: { open: null, actions: [] } satisfies Pressed,
    });
    await noteSaid(Date.now());
  }
  const icon = navigator as { setAppBadge?(): Promise<void> };
  if (!seen) await icon.setAppBadge?.().catch(() => {});
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== worker.location.origin) return;
  const file = request.mode === "navigate" && address.pathname === "/" ? "/" : address.pathname;
  if (file !== "/" && !isKept(file)) return;
  event.respondWith(kept(file, request));
});

function isKept(path: string): boolean {
  return build.files.includes(path) || path.startsWith("/assets/");
}

async function kept(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  // Whatever the server varies by, what is kept is what the browser understood.
  const any = { ignoreVary: true };
  return (await cache.match(file, any)) ?? (await caches.match(file, any)) ?? fetch(request);
}
