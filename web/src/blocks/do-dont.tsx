//! A list of things to do, or not to do.

import { DoAndDontList } from "nhsuk-react-components";

import type { DoDont as DoDontModel } from "../generated/types";
import { Said } from "../parts/said";
import type { Level } from "./block";

export function DoDont({ list, level }: { list: DoDontModel; level: Level }) {
  return (
    <DoAndDontList
      listType={list.is_do ? "do" : "dont"}
      heading={list.title}
      headingLevel={`h${level}`}
    >
      {list.items.map((item, at) => (
        <DoAndDontList.Item key={at} prefixText={null}>
          <Said words={item} />
        </DoAndDontList.Item>
      ))}
    </DoAndDontList>
  );
}
