//! A pattern for each meaning, so that zones differ without colour.

import type { Tone } from "../generated/types";
import { toneName } from "../parts/tag";

/** Green and neutral are plain: the calm ones have no pattern. */
const DRAWN: Partial<Record<Tone, { size: number; d: string; turn: number }>> = {
  Amber: { size: 10, d: "M5 4.2a.8 .8 0 1 0 0 1.6a.8 .8 0 1 0 0 -1.6z", turn: 0 },
  Red: { size: 9, d: "M0 0V9", turn: 45 },
  Brand: { size: 12, d: "M0 6H12", turn: 0 },
};

export function patternOf(id: string, tone: Tone): string {
  return DRAWN[tone] ? `url(#${id}-${toneName(tone)})` : "none";
}

export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {(Object.keys(DRAWN) as Tone[]).map((tone) => {
        const pattern = DRAWN[tone];
        return (
          pattern && (
            <pattern
              key={tone}
              id={`${id}-${toneName(tone)}`}
              width={pattern.size}
              height={pattern.size}
              patternUnits="userSpaceOnUse"
              patternTransform={`rotate(${pattern.turn})`}
            >
              <path className={`pattern pattern--${toneName(tone)}`} d={pattern.d} />
            </pattern>
          )
        );
      })}
    </defs>
  );
}
