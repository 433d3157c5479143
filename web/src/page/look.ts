//! How the person wants it to look: said on the root element, so that the style
//! sheet alone decides what it means.

import type { Look, TextSize, Theme } from "../generated/types";

const THEMES: Record<Theme, string> = { Device: "device", Light: "light", Dark: "dark" };
const SIZES: Record<TextSize, string> = { Normal: "normal", Large: "large", Largest: "largest" };

/** The browser's own edge around the page; the style sheet's paper. */
const PAPER = { light: "#faf7f2", dark: "#14191d" } as const;

export function applyLook(look: Look, language: string): void {
  const root = document.documentElement;
  root.lang = language;
  root.dataset["theme"] = THEMES[look.theme];
  root.dataset["text"] = SIZES[look.text_size];
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
    const device = meta.media.includes("dark") ? "dark" : "light";
    meta.content = PAPER[look.theme === "Device" ? device : look.theme === "Dark" ? "dark" : "light"];
  }
}
