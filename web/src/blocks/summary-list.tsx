//! Keys and values, with changes to make.

import { SummaryList as List } from "nhsuk-react-components";

import type { SummaryList as SummaryListModel } from "../generated/types";
import { Said } from "../parts/said";
import { Tag } from "../parts/tag";
import { Leads } from "../parts/target";

export function SummaryList({ list }: { list: SummaryListModel }) {
  return (
    <List className="panel">
      {list.rows.map((row, at) => (
        <List.Row key={at}>
          <List.Key>
            <Said words={row.key} />
          </List.Key>
          <List.Value>
            {row.value.map((value, line) => (
              <p key={line}>
                <Said words={value} />
              </p>
            ))}
            {row.tag && <Tag tag={row.tag} />}
          </List.Value>
          {row.actions.length > 0 && (
            <dd className="nhsuk-summary-list__actions">
              {row.actions.map((link, which) => (
                <Leads key={which} target={link.target} className="link" spoken={link.spoken}>
                  {link.label}
                </Leads>
              ))}
            </dd>
          )}
        </List.Row>
      ))}
    </List>
  );
}
