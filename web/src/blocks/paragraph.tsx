//! A paragraph, or the person's own words.

import type { Paragraph as ParagraphModel, ParagraphStyle } from "../generated/types";
import { Said } from "../parts/said";

const STYLES: Record<Exclude<ParagraphStyle, "Quote">, string> = {
  Body: "text",
  Lede: "text text--lede",
  Small: "text text--small",
};

export function Paragraph({ paragraph }: { paragraph: ParagraphModel }) {
  const { lead, text, style } = paragraph;
  const words = (
    <>
      {lead && <strong>{lead} </strong>}
      {lead ? text : <Said words={text} />}
    </>
  );
  if (style === "Quote") return <Quote>{words}</Quote>;
  return <p className={STYLES[style]}>{words}</p>;
}

/** The person's own words: the largest, with the yellow bar. */
export function Quote({ id, children }: { id?: string; children: React.ReactNode }) {
  return (
    <blockquote className="quote" id={id}>
      <p>{children}</p>
    </blockquote>
  );
}
