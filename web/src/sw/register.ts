//! Registers the service worker, and brings a waiting new version in: only right
//! at the start, before anything has been typed, and never under another tab.

/** Registers it; loads the page again if a newer version was waiting. */
export async function useNewestVersion(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register("/sw.js", {
      type: "module",
      updateViaCache: "none",
    });
    const { waiting } = registration;
    if (!waiting || !navigator.serviceWorker.controller) return;
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
      once: true,
    });
    waiting.postMessage("take-over");
  } catch {
    // Without it the app works, but not offline; the browser may forbid it.
  }
}
