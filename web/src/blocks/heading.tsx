//! A heading below the page's title.

import type { Heading as HeadingModel } from "../generated/types";

export function Heading({ heading }: { heading: HeadingModel }) {
  return heading.level <= 2 ? (
    <h2 className="heading">{heading.text}</h2>
  ) : (
    <h3 className="heading heading--small">{heading.text}</h3>
  );
}
