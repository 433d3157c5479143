//! A heading below the page's title.

import type { Heading as HeadingModel } from "../generated/types";
import { Said } from "../parts/said";

export function Heading({ heading }: { heading: HeadingModel }) {
  return heading.level <= 2 ? (
    <h2 className="heading">
      <Said words={heading.text} />
    </h2>
  ) : (
    <h3 className="heading heading--small">
      <Said words={heading.text} />
    </h3>
  );
}
