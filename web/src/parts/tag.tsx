//! A word or two in a lozenge: the word carries the meaning, the shape and the
//! colour repeat it.

import type { Tag as TagModel, Tone } from "../generated/types";

const TONES: Record<Tone, string> = {
  Neutral: "neutral",
  Green: "green",
  Amber: "amber",
  Red: "red",
  Brand: "brand",
};

/** The name of a tone in class names. */
export function toneName(tone: Tone): string {
  return TONES[tone];
}

export function Tag({ tag }: { tag: TagModel }) {
  return (
    <span className={`tag tag--${toneName(tag.tone)}`}>
      <Shape tone={tag.tone} />
      {tag.text}
    </span>
  );
}

function Shape({ tone }: { tone: Tone }) {
  const path = SHAPES[tone];
  if (path === null) return null;
  return (
    <svg className="tag__shape" width="10" height="10" viewBox="-6 -6 12 12" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** The shape of each tone around 0,0, about 10 wide: the same everywhere. */
export const SHAPES: Record<Tone, string | null> = {
  Neutral: null,
  Green: "M0 -5a5 5 0 1 0 0 10a5 5 0 1 0 0 -10z",
  Amber: "M-5 -5h10v10h-10z",
  Red: "M-6 -5h12l-6 10.5z",
  Brand: null,
};
