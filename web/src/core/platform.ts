//! What the browser tells: back, to the front, the network, links, notifications.

import { useEffect, useRef } from "react";

import type { Action } from "../generated/types";
import { flushDrafts } from "./drafts";
import type { CoreLink } from "./link";

export function usePlatform(link: CoreLink, hasBack: boolean): void {
  useBack(link, hasBack);
  useEffect(() => {
    const online = () => link.send({ Network: true });
    const offline = () => link.send({ Network: false });
    const visibility = () => {
      if (document.visibilityState === "visible") link.send("Resume");
      else {
        flushDrafts();
        link.send("Left");
      }
    };
    const linked = () => {
      const address = takeLink();
      if (address) link.send({ Link: address });
    };
    window.addEventListener("online", online);
    window.addEventListener("offline", offline);
    window.addEventListener("pagehide", flushDrafts);
    window.addEventListener("hashchange", linked);
    document.addEventListener("visibilitychange", visibility);
    return () => {
      window.removeEventListener("online", online);
      window.removeEventListener("offline", offline);
      window.removeEventListener("pagehide", flushDrafts);
      window.removeEventListener("hashchange", linked);
      document.removeEventListener("visibilitychange", visibility);
    };
  }, [link]);
}

/**
 * Hears what was pressed on a notification, for as long as the tab lives. To be called
 * before anything is drawn: a tab that was opened by the press is told of it as soon as
 * its document is there, and once.
 */
export function hearPresses(link: CoreLink): void {
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent<{ press?: Action }>) => {
    if (data.press) link.press(data.press);
  });
  navigator.serviceWorker.startMessages();
}

/**
 * The address, where it is a link to somewhere in the app; the address bar, and
 * what is shared or photographed of it, no longer say where.
 */
export function takeLink(): string | null {
  if (!location.hash) return null;
  const { href } = location;
  history.replaceState(history.state, "", location.pathname + location.search);
  return href;
}

/**
 * The browser's Back. The address never changes; while the page has a way back
 * there is one entry more in the history, and leaving it is pressing Back.
 */
function useBack(link: CoreLink, hasBack: boolean): void {
  const inside = useRef(false);
  const needed = useRef(hasBack);
  needed.current = hasBack;

  useEffect(() => {
    inside.current = (history.state as { inside?: boolean } | null)?.inside === true;
    const left = () => {
      // A link within the app, not a way back.
      if (location.hash) return;
      inside.current = (history.state as { inside?: boolean } | null)?.inside === true;
      if (inside.current || !needed.current) return;
      flushDrafts();
      link.send("Back");
      // The next page may have a way back too; the entry is put back for it.
      history.pushState({ inside: true }, "");
      inside.current = true;
    };
    window.addEventListener("popstate", left);
    return () => window.removeEventListener("popstate", left);
  }, [link]);

  useEffect(() => {
    if (hasBack && !inside.current) {
      history.pushState({ inside: true }, "");
      inside.current = true;
    } else if (!hasBack && inside.current) {
      // Nothing to go back to: the extra entry must not cost a press.
      inside.current = false;
      history.back();
    }
  }, [hasBack]);
}
