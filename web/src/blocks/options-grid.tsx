//! Options beside each other, by what matters. Each option is complete in
//! itself, so that it reads well one below another; where there is room, the
//! same criterion stands at the same height in all of them.

import type { Frequency, OptionsGrid as GridModel } from "../generated/types";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { Said } from "../parts/said";
import { words } from "../words";
import type { Level } from "./block";

export function OptionsGrid({ grid, level }: { grid: GridModel; level: Level }) {
  const Title = `h${level}` as const;
  const rows = Math.min(grid.criteria.length, 8);
  return (
    <div className="options">
      <Title className="heading heading--small">
        <Said words={grid.caption} />
      </Title>
      <ul className="options__list" data-rows={rows}>
        {grid.options.map((option, at) => (
          <li key={at} className={option.chosen ? "option option--chosen" : "option"}>
            <p className="option__name">
              {option.name}
              {option.chosen && (
                <span className="tag tag--brand">
                  <Icon name="Check" size={18} />
                  {words.chosen}
                </span>
              )}
            </p>
            <dl className="option__cells">
              {grid.criteria.map((criterion, row) => {
                const cell = option.cells[row];
                return (
                  <div key={row}>
                    <dt className="quiet">
                      <Said words={criterion} />
                    </dt>
                    {cell && (
                      <dd>
                        {cell.frequency && <IconArray frequency={cell.frequency} />}
                        <p>{cell.text}</p>
                        {cell.source && <p className="quiet option__source">{cell.source}</p>}
                      </dd>
                    )}
                  </div>
                );
              })}
            </dl>
            {option.button && <Button button={option.button} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** So many of so many, as that many dots, the ones meant filled and first. */
function IconArray({ frequency }: { frequency: Frequency }) {
  const { of_them, out_of } = frequency;
  const across = out_of <= 100 ? 10 : Math.ceil(Math.sqrt(out_of / 2)) * 2;
  const down = Math.ceil(out_of / across);
  const dots = Array.from({ length: out_of }, (_, at) => (
    <circle
      key={at}
      className={at < of_them ? "array__this" : "array__other"}
      cx={(at % across) * 10 + 5}
      cy={Math.floor(at / across) * 10 + 5}
      r="3.6"
    />
  ));
  return (
    <svg
      className="array"
      viewBox={`0 0 ${across * 10} ${down * 10}`}
      role="img"
      aria-label={words.frequency(of_them, out_of)}
    >
      {dots}
    </svg>
  );
}
