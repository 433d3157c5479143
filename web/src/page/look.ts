//! How the person wants it to look: said on the root element, so that the style
//! sheet alone decides what it means.

import type { Look, TextSize, Theme } from "../generated/types";

const THEMES: Record<Theme, string> = { Device: "device", Light: "light", Dark: "dark" };
const SIZES: Record<TextSize, string> = { Normal: "normal", Large: "large", Largest: "largest" };

export function applyLook(look: Look, language: string): void {
  const root = document.documentElement;
  root.lang = language;
  root.dataset["theme"] = THEMES[look.theme];
  root.dataset["text"] = SIZES[look.text_size];
}
