//! Something set apart from the text around it.

import { InsetText } from "nhsuk-react-components";

import type { Inset as InsetModel } from "../generated/types";
import { Said } from "../parts/said";

export function Inset({ inset }: { inset: InsetModel }) {
  return (
    <InsetText>
      {inset.text.map((text, at) => (
        <p key={at}>
          <Said words={text} />
        </p>
      ))}
    </InsetText>
  );
}
