//! One block of a page, and all of them in order.

import { useMemo } from "react";

import type { Block as BlockModel } from "../generated/types";
import { Buttons } from "./buttons";
import { Cards } from "./cards";
import { CareCard } from "./care-card";
import { Chart } from "./chart";
import { Details } from "./details";
import { DoDont } from "./do-dont";
import { EmptyState } from "./empty-state";
import { Form } from "./form";
import { Heading } from "./heading";
import { Inset } from "./inset";
import { Media } from "./media";
import { Meter } from "./meter";
import { OptionsGrid } from "./options-grid";
import { Paragraph } from "./paragraph";
import { Picture } from "./picture";
import { SummaryList } from "./summary-list";
import { Table } from "./table";
import { TaskList } from "./task-list";
import { Thread } from "./thread";
import { Timeline } from "./timeline";

/** The level of a heading that a block brings along itself. */
export type Level = 2 | 3;

export function Blocks({ blocks }: { blocks: BlockModel[] }) {
  const levels = useMemo(() => levelsOf(blocks), [blocks]);
  return blocks.map((block, at) => (
    <Block key={keyOf(block, at)} block={block} level={levels[at] ?? 2} />
  ));
}

/** Blocks below a heading of level 2 bring headings of level 3. */
export function levelsOf(blocks: BlockModel[]): Level[] {
  let level: Level = 2;
  return blocks.map((block) => {
    if ("Heading" in block) level = 3;
    return level;
  });
}

/** A form keeps what is being typed while other blocks come and go around it. */
function keyOf(block: BlockModel, at: number): string {
  if ("Form" in block) return `form:${block.Form.id}`;
  if ("Media" in block) return `media:${block.Media.id}:${at}`;
  return `${Object.keys(block)[0]}:${at}`;
}

function Block({ block, level }: { block: BlockModel; level: Level }) {
  if ("Heading" in block) return <Heading heading={block.Heading} />;
  if ("Paragraph" in block) return <Paragraph paragraph={block.Paragraph} />;
  if ("Inset" in block) return <Inset inset={block.Inset} />;
  if ("CareCard" in block) return <CareCard card={block.CareCard} level={level} />;
  if ("DoDont" in block) return <DoDont list={block.DoDont} level={level} />;
  if ("SummaryList" in block) return <SummaryList list={block.SummaryList} />;
  if ("TaskList" in block) return <TaskList list={block.TaskList} />;
  if ("Cards" in block) return <Cards cards={block.Cards} level={level} />;
  if ("Table" in block) return <Table table={block.Table} />;
  if ("Chart" in block) return <Chart chart={block.Chart} level={level} />;
  if ("Meter" in block) return <Meter meter={block.Meter} />;
  if ("Timeline" in block) return <Timeline timeline={block.Timeline} />;
  if ("Thread" in block) return <Thread thread={block.Thread} />;
  if ("OptionsGrid" in block) return <OptionsGrid grid={block.OptionsGrid} level={level} />;
  if ("Form" in block) return <Form form={block.Form} level={level} />;
  if ("Buttons" in block) return <Buttons buttons={block.Buttons} />;
  if ("Details" in block) return <Details details={block.Details} />;
  if ("Picture" in block) return <Picture picture={block.Picture} />;
  if ("EmptyState" in block) return <EmptyState empty={block.EmptyState} level={level} />;
  if ("Media" in block) return <Media media={block.Media} />;
  return block satisfies never;
}
