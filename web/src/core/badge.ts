//! The number on the app's icon, where the browser has one: what stands on the tabs.

import type { Tab } from "../generated/types";

type Badging = { setAppBadge?(count?: number): Promise<void>; clearAppBadge?(): Promise<void> };

/** How much waits, by the tabs' own numbers. */
export function waiting(tabs: Tab[]): number {
  return tabs.reduce((sum, { badge }) => sum + (Number.parseInt(badge ?? "", 10) || 0), 0);
}

/** Shows it; a browser without is left as it is. */
export function showBadge(count: number): void {
  const icon = navigator as Badging;
  const shown = count > 0 ? icon.setAppBadge?.(count) : icon.clearAppBadge?.();
  // Only an installed app has an icon.
  shown?.catch(() => {});
}
