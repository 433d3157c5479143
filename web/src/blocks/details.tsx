//! Words that open on asking.

import { Details as Opens } from "nhsuk-react-components";

import type { Details as DetailsModel } from "../generated/types";
import { Said } from "../parts/said";

export function Details({ details }: { details: DetailsModel }) {
  return (
    <Opens>
      <Opens.Summary>
        <Said words={details.summary} />
      </Opens.Summary>
      <Opens.Text>
        {details.text.map((text, at) => (
          <p key={at}>
            <Said words={text} />
          </p>
        ))}
        {details.items.length > 0 && (
          <ul className="dots">
            {details.items.map((item, at) => (
              <li key={at}>
                <Said words={item} />
              </li>
            ))}
          </ul>
        )}
      </Opens.Text>
    </Opens>
  );
}
