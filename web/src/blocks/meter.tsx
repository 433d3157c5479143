//! How much of something: a bar, and the same in words.

import type { Meter as MeterModel } from "../generated/types";
import { toneName } from "../parts/tag";

/** `bare` inside a card, whose title says what is measured. */
export function Meter({ meter, bare = false }: { meter: MeterModel; bare?: boolean }) {
  const part = meter.max > 0 ? Math.min(Math.max(meter.value / meter.max, 0), 1) : 0;
  return (
    <div className={bare ? "meter" : "meter meter--alone"}>
      {!bare && <p className="meter__label">{meter.label}</p>}
      <svg
        className={`meter__bar meter__bar--${toneName(meter.tone)}`}
        width="100%"
        height="14"
        role="meter"
        aria-label={meter.label}
        aria-valuemin={0}
        aria-valuemax={meter.max}
        aria-valuenow={Math.min(Math.max(meter.value, 0), meter.max)}
        aria-valuetext={meter.text}
      >
        <rect className="meter__whole" width="100%" height="14" rx="7" />
        <rect className="meter__part" width={`${part * 100}%`} height="14" rx="7" />
      </svg>
      <p className="quiet">{meter.text}</p>
    </div>
  );
}
