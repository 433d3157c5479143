//! A table. Where there is no room for its columns, each row becomes a small
//! list with the columns' titles; the roles keep it a table for a screen reader.

import type { Row, Table as TableModel } from "../generated/types";
import { Button } from "../parts/button";
import { Press } from "../parts/press";
import { Said } from "../parts/said";
import { Tag } from "../parts/tag";

/** More columns than this do not fit a phone. */
const NARROW_COLUMNS = 3;
/** Nor do more characters side by side, where there are more than two columns. */
const NARROW_ROW = 44;

/** Whether the columns need more room than a phone has. */
function isWide({ columns, rows }: TableModel): boolean {
  if (columns.length > NARROW_COLUMNS) return true;
  if (columns.length < NARROW_COLUMNS) return false;
  const longest = columns.map(({ title }, at) =>
    Math.max(title.length, ...rows.map(({ cells }) => Math.max(cells[at]?.text.length ?? 0, cells[at]?.tag?.text.length ?? 0))),
  );
  return longest.reduce((sum, one) => sum + one, 0) > NARROW_ROW;
}

export function Table({ table }: { table: TableModel }) {
  const wide = isWide(table);
  return (
    <div className="panel table-panel">
      <table className={wide ? "table table--wide" : "table"} role="table">
        <caption className="table__caption">
          <Said words={table.caption} />
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {table.columns.map((column, at) => (
              <Head key={at} title={column.title} numeric={column.numeric} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {table.rows.map((row, at) => (
            <TableRow key={at} row={row} table={table} />
          ))}
        </tbody>
      </table>
      {table.more && (
        <div className="table__more">
          <Button button={table.more} />
        </div>
      )}
    </div>
  );
}

function Head({ title, numeric }: { title: string; numeric: boolean }) {
  // An empty heading is no heading: a cell says the same without an empty name.
  if (title === "") return <td role="cell" />;
  return (
    <th role="columnheader" scope="col" className={numeric ? "numeric" : undefined}>
      {title}
    </th>
  );
}

function TableRow({ row, table }: { row: Row; table: TableModel }) {
  return (
    <tr role="row" className={row.action ? "table__row table__row--open" : "table__row"}>
      {row.cells.map((cell, at) => {
        const column = table.columns[at];
        const first = at === 0;
        const Cell = first ? "th" : "td";
        return (
          <Cell
            key={at}
            role={first ? "rowheader" : "cell"}
            scope={first ? "row" : undefined}
            className={column?.numeric ? "numeric" : undefined}
          >
            {(!first || column?.numeric) && column?.title && (
              <span className="table__title" aria-hidden="true">
                {column.title}
              </span>
            )}
            <span className="table__value">
              {cell.tag && <Tag tag={cell.tag} />}
              {cell.text !== "" && (
                <span className={cell.strong ? "strong" : undefined}>
                  <Press action={first ? row.action : null}>
                    <Said words={cell.text} />
                  </Press>
                </span>
              )}
              {cell.note && <span className="quiet">{cell.note}</span>}
            </span>
          </Cell>
        );
      })}
    </tr>
  );
}
