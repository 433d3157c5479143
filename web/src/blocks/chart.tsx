//! A chart: its sentence, its picture, and its table, which all say the same.

import { useId, useState } from "react";

import type { Chart as ChartModel } from "../generated/types";
import { ButtonRow } from "../parts/button";
import { ReadAloud } from "../parts/read-aloud";
import { words } from "../words";
import type { Level } from "./block";
import { Plot } from "./plot";
import { Table } from "./table";

export function Chart({ chart, level }: { chart: ChartModel; level: Level }) {
  const Title = `h${level}` as const;
  const id = useId();
  // A year's table is most of what there is to draw, and is rarely looked at.
  const [open, setOpen] = useState(false);
  const some = chart.series.some((series) => series.points.length > 0);
  return (
    <section className="chart" aria-labelledby={id}>
      <Title className="heading heading--small" id={id}>
        {chart.title}
      </Title>
      <ButtonRow buttons={chart.ranges} label={chart.title} />
      <div className="panel chart__panel">
        {some && <Plot chart={chart} />}
        <p className="chart__sentence">
          <strong>{words.inWords}</strong> {chart.sentence}
        </p>
        <ReadAloud text={`${chart.title}. ${chart.sentence}`} />
        {chart.table.rows.length > 0 && (
          <details
            className="nhsuk-details chart__table"
            onToggle={(event) => setOpen(event.currentTarget.open)}
          >
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">{words.chartTable}</span>
            </summary>
            {open && <Table table={chart.table} />}
          </details>
        )}
      </div>
    </section>
  );
}
