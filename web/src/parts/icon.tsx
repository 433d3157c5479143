//! A picture beside a word. Never alone, so a screen reader passes over it.

import { type IconName, STROKES } from "./strokes";

export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      // Strokes come from the build, never from a page.
      dangerouslySetInnerHTML={{ __html: STROKES[name] }}
    />
  );
}
