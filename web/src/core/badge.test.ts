import { afterEach, describe, expect, it, vi } from "vitest";

import type { Tab } from "../generated/types";
import { showBadge, waiting } from "./badge";

const tabs = (...badges: (string | null)[]): Tab[] =>
  badges.map((badge) => ({ label: "", icon: "Home", current: false, action: { token: "" }, badge }));

afterEach(() => vi.unstubAllGlobals());

describe("the number on the icon", () => {
  it("is the sum of what stands on the tabs, of which each begins with its number", () => {
    expect(waiting(tabs(null, "2 new", null, "3 now"))).toBe(5);
    expect(waiting(tabs("12 new"))).toBe(12);
  });
  it("is nothing where nothing stands there, or no number", () => {
    expect(waiting(tabs(null, null))).toBe(0);
    expect(waiting(tabs("new", ""))).toBe(0);
    expect(waiting([])).toBe(0);
  });
  it("is set, and taken away at nought", () => {
    const setAppBadge = vi.fn(async () => {});
    const clearAppBadge = vi.fn(async () => {});
    vi.stubGlobal("navigator", { setAppBadge, clearAppBadge });
    showBadge(3);
    expect(setAppBadge).toHaveBeenCalledExactlyOnceWith(3);
    expect(clearAppBadge).not.toHaveBeenCalled();
    showBadge(0);
    expect(clearAppBadge).toHaveBeenCalledOnce();
    expect(setAppBadge).toHaveBeenCalledOnce();
  });
  it("stops nothing in a browser that has none, or refuses it", async () => {
    vi.stubGlobal("navigator", {});
    showBadge(3);
    const refuse = vi.fn(() => Promise.reject(new Error("NotAllowedError")));
    vi.stubGlobal("navigator", { setAppBadge: refuse, clearAppBadge: refuse });
    showBadge(3);
    showBadge(0);
    await Promise.resolve();
    expect(refuse).toHaveBeenCalledTimes(2);
  });
});
